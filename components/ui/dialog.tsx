"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, DialogTrigger } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { useLocale } from "react-aria-components/I18nProvider";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { cx } from "#lib/class-names.ts";
import { Button } from "./button.tsx";

type Slot = ReactNode | ((close: () => void) => ReactNode);

export type DialogProps = {
  title: string;
  /** A <Button>, which opens the dialog and gets the focus back. */
  trigger?: ReactNode;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  children: Slot;
  /** Buttons, the one that does it last */
  footer?: Slot;
  size?: "md" | "lg";
  /** `alertdialog` for a question that must be answered: a press outside then leaves it open. */
  role?: "dialog" | "alertdialog";
};

/** A task or a question in front of the page. Focus stays inside, and returns to what opened it. */
export function Dialog({ trigger, isOpen, onOpenChange, ...dialog }: DialogProps) {
  const state = {
    ...(isOpen === undefined ? {} : { isOpen }),
    ...(onOpenChange ? { onOpenChange } : {}),
  };
  if (!trigger) return <DialogWindow {...dialog} state={state} />;
  return (
    <DialogTrigger {...state}>
      {trigger}
      <DialogWindow {...dialog} state={{}} />
    </DialogTrigger>
  );
}

type DialogWindowProps = Omit<DialogProps, "trigger" | "isOpen" | "onOpenChange"> & {
  state: Pick<DialogProps, "isOpen" | "onOpenChange">;
};

function DialogWindow({ title, children, footer, size = "md", role, state }: DialogWindowProps) {
  const t = useTranslations("ui");
  const { direction } = useLocale();
  return (
    <ModalOverlay
      {...state}
      dir={direction}
      isDismissable={role !== "alertdialog"}
      className={SCRIM}
    >
      <Modal className={cx(WINDOW, size === "md" ? "sm:max-w-120" : "sm:max-w-2xl")}>
        <AriaDialog role={role ?? "dialog"} className="outline-none">
          {({ close }) => (
            <>
              <header className="flex items-start gap-3 px-4 pt-4 sm:px-5">
                <Heading slot="title" level={2} className="min-w-0 flex-1 py-1 text-lg break-words">
                  {title}
                </Heading>
                <Button variant="quiet" isIcon aria-label={t("close")} onPress={close}>
                  <X />
                </Button>
              </header>
              <div className="px-4 pt-2 pb-5 sm:px-5">{fill(children, close)}</div>
              {footer && <footer className={FOOTER}>{fill(footer, close)}</footer>}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function fill(slot: Slot, close: () => void): ReactNode {
  return typeof slot === "function" ? slot(close) : slot;
}

const SCRIM =
  "fixed inset-0 z-40 flex h-(--visual-viewport-height) items-end justify-center bg-scrim transition-opacity " +
  "duration-(--slow) data-[entering]:opacity-0 data-[exiting]:opacity-0 sm:items-center sm:p-6";
const WINDOW =
  "max-h-full w-full overflow-y-auto rounded-t-lg border border-hairline bg-surface text-text shadow-float " +
  "sm:rounded-lg";
const FOOTER =
  "sticky bottom-0 flex flex-wrap justify-end gap-2 border-t border-hairline bg-surface px-4 py-3 sm:px-5";
