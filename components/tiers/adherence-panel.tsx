import { useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { formatInterval } from "#lib/format/format-interval.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { TierAdherence } from "#lib/tiers/types.ts";

export type AdherencePanelProps = { rows: readonly TierAdherence[]; locale: string };

/** What each tier was promised and what was kept, where there is something to count. */
export function AdherencePanel({ rows, locale }: AdherencePanelProps) {
  const t = useTranslations("tiers");
  const sumOf = (key: "closed" | "within") => rows.reduce((sum, row) => sum + row[key], 0);
  if (rows.length === 0) return <Panel title={t("adherence")} caption={t("noAdherence")} />;
  const counts = {
    within: formatNumber(sumOf("within"), locale),
    closed: formatNumber(sumOf("closed"), locale),
  };
  return (
    <Panel title={t("adherenceFinding", counts)} caption={t("adherenceCaption")} hasPadding={false}>
      <Table label={t("adherenceTable")}>
        <thead>
          <tr>
            <Th>{t("adherenceTier")}</Th>
            <Th align="end">{t("promise")}</Th>
            <Th align="end">{t("closed")}</Th>
            <Th align="end">{t("within")}</Th>
            <Th align="end">{t("interval95")}</Th>
            <Th align="end">{t("late")}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <AdherenceRow key={row.name} row={row} locale={locale} />
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}

function AdherenceRow({ row, locale }: { row: TierAdherence; locale: string }) {
  const t = useTranslations("tiers");
  const share = row.closed === 0 ? null : row.within / row.closed;
  const percent = (value: number) => formatPercent(value, locale, 0);
  return (
    <tr>
      <RowTh>{row.name}</RowTh>
      <Td align="end">{t("promiseDays", { count: row.promisedDays })}</Td>
      <Td align="end">{formatNumber(row.closed, locale)}</Td>
      <Td align="end">{formatPercent(share, locale, 0)}</Td>
      <Td align="end">{formatInterval(row.interval, percent)}</Td>
      <Td align="end">{formatNumber(row.late, locale)}</Td>
    </tr>
  );
}
