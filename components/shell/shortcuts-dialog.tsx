"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "#components/ui/dialog.tsx";
import { KeyCap } from "#components/ui/key-cap.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SHORTCUTS } from "./shortcuts.ts";
import { useControlKey } from "./use-control-key.ts";

export type ShortcutsDialogProps = {
  /** Off when this person switched keys of one letter off */
  hasSingleKeys: boolean;
  onClose: () => void;
};

const GROUPS = ["everywhere", "go", "list"] as const;

/** Every key there is. */
export function ShortcutsDialog({ hasSingleKeys, onClose }: ShortcutsDialogProps) {
  const t = useTranslations("shell");
  const controlKey = useControlKey();
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={t("shortcuts.title")}>
      {!hasSingleKeys && <Notice tone="info">{t("shortcuts.off")}</Notice>}
      {GROUPS.map((group) => (
        <section key={group} className="mt-4 first:mt-0">
          <h3 className="text-2xs font-medium text-muted">{t(`shortcuts.groups.${group}`)}</h3>
          <dl className="mt-1">
            {group === "everywhere" && (
              <KeyRow what={t("shortcuts.palette")} keys={[controlKey, "K"]} />
            )}
            {SHORTCUTS.filter((each) => each.group === group).map(({ id, keys }) => (
              <KeyRow key={id} what={t(`shortcuts.${id}`)} keys={keys} />
            ))}
            {group === "list" && <KeyRow what={t("shortcuts.open")} keys={["Enter"]} />}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}

function KeyRow({ what, keys }: { what: string; keys: readonly string[] }) {
  return (
    <div className="flex min-h-8 items-center gap-4 border-b border-hairline py-1 last:border-b-0">
      <dt className="min-w-0 flex-1">{what}</dt>
      <dd className="flex shrink-0 gap-1">
        {keys.map((key) => (
          <KeyCap key={key}>{key.length === 1 ? key.toUpperCase() : key}</KeyCap>
        ))}
      </dd>
    </div>
  );
}
