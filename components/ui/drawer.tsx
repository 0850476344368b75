"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { useLocale } from "react-aria-components/I18nProvider";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Button } from "./button.tsx";
import { useFocusReturn } from "./use-focus-return.ts";
import { useMediaQuery } from "./use-media-query.ts";
import { useRoomBelow } from "./use-room-below.ts";

export type DrawerProps = {
  title: string;
  /** One muted line over the title: "Stage 6 of 8" */
  overline?: ReactNode;
  /** Quiet icon buttons before Close */
  actions?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  isOpen: boolean;
  onClose: () => void;
};

/**
 * Details of one thing: beside the content from 1280 px up, over it below. Stands last in a <DrawerLayout>. What is typed
 * inside must be kept by its owner: it is drawn anew when the window crosses 1280 px.
 */
export function Drawer(props: DrawerProps) {
  const isDocked = useMediaQuery("(width >= 80rem)", true);
  if (isDocked) return props.isOpen && <DockedDrawer {...props} />;
  return <FloatingDrawer {...props} />;
}

export type DrawerLayoutProps = { children: ReactNode; drawer: ReactNode };

/** Content with room for a Drawer at its end. */
export function DrawerLayout({ children, drawer }: DrawerLayoutProps) {
  return (
    <div className="xl:flex xl:items-start xl:gap-8">
      <div className="min-w-0 flex-1">{children}</div>
      {drawer}
    </div>
  );
}

function DockedDrawer(props: DrawerProps) {
  const id = useId();
  const ref = useRef<HTMLElement>(null);
  useRoomBelow(ref);
  useFocusReturn(ref);
  const closeByEscape = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented) props.onClose();
  };
  return (
    <aside
      ref={ref}
      tabIndex={-1}
      aria-labelledby={id}
      onKeyDown={closeByEscape}
      className={DOCKED}
    >
      <DrawerParts {...props} titleId={id} />
    </aside>
  );
}

function FloatingDrawer(props: DrawerProps) {
  const id = useId();
  const { direction } = useLocale();
  return (
    <ModalOverlay
      isOpen={props.isOpen}
      onOpenChange={(isOpen) => !isOpen && props.onClose()}
      isDismissable
      dir={direction}
      className={SCRIM}
    >
      <Modal className={FLOATING}>
        <Dialog aria-labelledby={id} className="flex min-h-full flex-col outline-none">
          <DrawerParts {...props} titleId={id} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

type DrawerPartsProps = DrawerProps & { titleId: string };

function DrawerParts({
  title,
  overline,
  actions,
  children,
  footer,
  onClose,
  titleId,
}: DrawerPartsProps) {
  const t = useTranslations("ui");
  return (
    <>
      <header className="flex items-start gap-1 px-4 pt-4 sm:px-6 sm:pt-5">
        <div className="min-w-0 flex-1 pt-1.5">
          {overline && <p className="text-2xs text-muted">{overline}</p>}
          <h2 id={titleId} className="text-lg break-words">
            {title}
          </h2>
        </div>
        {actions}
        <Button variant="quiet" isIcon aria-label={t("close")} onPress={onClose}>
          <X />
        </Button>
      </header>
      <div className="flex-1 px-4 py-4 sm:px-6">{children}</div>
      {footer && <footer className={FOOTER}>{footer}</footer>}
    </>
  );
}

const DOCKED =
  "flex w-full flex-col self-stretch border-s border-hairline bg-surface outline-none xl:sticky xl:top-0 " +
  "xl:-me-8 xl:-mb-10 xl:h-(--room,100dvh) xl:min-h-96 xl:w-120 xl:shrink-0 xl:overflow-y-auto";
const SCRIM =
  "fixed inset-0 z-30 flex justify-end bg-scrim transition-opacity duration-(--slow) " +
  "data-[entering]:opacity-0 data-[exiting]:opacity-0";
const FLOATING =
  "h-(--visual-viewport-height) w-full overflow-y-auto bg-surface text-text shadow-float transition-transform " +
  "duration-(--slow) data-[entering]:translate-x-8 data-[exiting]:translate-x-8 sm:max-w-120 " +
  "sm:border-s sm:border-hairline rtl:data-[entering]:-translate-x-8 rtl:data-[exiting]:-translate-x-8";
const FOOTER =
  "sticky bottom-0 flex flex-wrap gap-2 border-t border-hairline bg-surface px-4 py-3 sm:px-6";
