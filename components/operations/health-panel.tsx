import { useTranslations } from "next-intl";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { formatBytes } from "#lib/format/format-bytes.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Operations } from "#lib/operations/types.ts";

export type HealthPanelProps = { operations: Operations; locale: string };

/** Versions, sizes and counts. */
export function HealthPanel({ operations, locale }: HealthPanelProps) {
  const t = useTranslations("operations");
  const count = (value: number) => formatNumber(value, locale);
  const { serverVersion: version, isServerRecent } = operations;
  return (
    <Panel title={t("health")}>
      <DefinitionList
        entries={[
          { term: t("version"), value: operations.version },
          {
            term: t("server"),
            value: t(isServerRecent ? "serverRecent" : "serverOld", { version }),
          },
          { term: t("databaseSize"), value: formatBytes(operations.databaseBytes, locale) },
          {
            term: t("connections"),
            value: t("connectionsValue", {
              used: count(operations.connections),
              most: count(operations.mostConnections),
            }),
          },
          {
            term: t("workspaces"),
            value: t("workspacesValue", {
              open: count(operations.workspaces),
              closing: count(operations.closingWorkspaces),
            }),
          },
          {
            term: t("mail"),
            value: t("mailValue", {
              waiting: count(operations.mailWaiting),
              failed: count(operations.mailFailed),
            }),
          },
        ]}
      />
    </Panel>
  );
}
