import { useTranslations } from "next-intl";
import { HeatGrid, type HeatGridCell } from "#components/charts/heat-grid.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import type { SegmentRow } from "#lib/segments/segment-types.ts";

export type OverlapMatrixProps = {
  segments: readonly SegmentRow[];
  overlaps: readonly { firstId: string; secondId: string; customers: number }[];
  href: string;
  locale: string;
};

/** How much of each segment is also in each other. */
export function OverlapMatrix({ segments, overlaps, href, locale }: OverlapMatrixProps) {
  const t = useTranslations("segmentation.overlap");
  if (segments.length < 2) return null;
  const shared = new Map(
    overlaps.flatMap(({ firstId, secondId, customers }) => [
      [`${firstId} ${secondId}`, customers] as const,
      [`${secondId} ${firstId}`, customers] as const,
    ]),
  );
  const shareOf = (row: SegmentRow, column: SegmentRow) =>
    (shared.get(`${row.id} ${column.id}`) ?? 0) / Math.max(1, row.sums?.customers ?? 0);
  const cellOf = (row: SegmentRow, column: SegmentRow): HeatGridCell => {
    if (row.id === column.id) return { value: null, text: "–" };
    const customers = shared.get(`${row.id} ${column.id}`) ?? 0;
    const share = shareOf(row, column);
    return {
      value: share,
      text: formatPercent(share, locale, 0),
      note: formatNumber(customers, locale),
    };
  };
  const [largest] = segments
    .flatMap((row) => segments.map((column) => ({ row, column, share: shareOf(row, column) })))
    .toSorted((a, b) => b.share - a.share);
  const title =
    largest && largest.share > 0
      ? t("matrixFinding", {
          share: formatPercent(largest.share, locale, 0),
          row: largest.row.name,
          column: largest.column.name,
        })
      : t("matrixApart");
  return (
    <Panel title={title} caption={t("matrixCaption")}>
      <HeatGrid
        hasNames
        label={t("matrixTable")}
        corner={t("corner")}
        columns={segments.map(({ id, name }) => ({ key: id, name }))}
        rows={segments.map((row) => ({
          key: row.id,
          name: row.name,
          note: t("customers", {
            count: row.sums?.customers ?? 0,
            customers: formatNumber(row.sums?.customers ?? null, locale),
          }),
          link: { href: `${href}/${row.id}`, lead: t("open") },
          cells: segments.map((column) => cellOf(row, column)),
        }))}
        scale={{ kind: "sequential", low: 0, high: 1 }}
      />
    </Panel>
  );
}
