import { useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatInstant } from "#lib/format/format-instant.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { Deletion } from "#lib/operations/types.ts";

export type DeletionsPanelProps = {
  deletions: readonly Deletion[];
  locale: string;
  timeZone: string;
};

/** Workspaces that wait for their end, and the certificates of those that are gone. */
export function DeletionsPanel({ deletions, locale, timeZone }: DeletionsPanelProps) {
  const t = useTranslations("operations");
  const at = (instant: string | null) => formatInstant(instant, locale, timeZone);
  return (
    <Panel title={t("deletions")} caption={t("deletionsCaption")} hasPadding={false}>
      <Table label={t("deletions")}>
        <thead>
          <tr>
            <Th>{t("workspace")}</Th>
            <Th>{t("asked")}</Th>
            <Th>{t("due")}</Th>
            <Th>{t("finished")}</Th>
            <Th align="end">{t("rowsDeleted")}</Th>
            <Th align="end">{t("rowsLeft")}</Th>
          </tr>
        </thead>
        <tbody>
          {deletions.map((row) => (
            <tr key={row.id}>
              <RowTh className="font-mono text-2xs">{row.tenantId}</RowTh>
              <Td className="whitespace-nowrap text-muted">{at(row.requestedAt)}</Td>
              <Td className="whitespace-nowrap text-muted">{at(row.deleteAfter)}</Td>
              <Td className="whitespace-nowrap text-muted">{at(row.finishedAt)}</Td>
              <Td align="end">{formatNumber(row.rows, locale)}</Td>
              <Td align="end">{formatNumber(row.rowsLeft, locale)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
