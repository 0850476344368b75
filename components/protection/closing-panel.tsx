import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Panel } from "#components/ui/panel.tsx";
import { formatInstant } from "#lib/format/format-instant.ts";
import type { ClosingWorkspace } from "#lib/protection/types.ts";

export type ClosingPanelProps = { workspace: ClosingWorkspace; children?: ReactNode };

/** When a closed workspace is deleted; the way back stands in it. */
export function ClosingPanel({ workspace, children }: ClosingPanelProps) {
  const t = useTranslations("protection");
  const { name, deleteAfter, locale, timeZone } = workspace;
  const when = formatInstant(deleteAfter, locale, timeZone);
  return (
    <Panel title={t("closingUntil", { name, when })} caption={t("closingText")}>
      {children}
    </Panel>
  );
}
