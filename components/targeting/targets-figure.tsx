import { useTranslations } from "next-intl";
import { type Bubble, BubbleChart } from "#components/charts/bubble-chart.tsx";
import { Figure } from "#components/charts/figure.tsx";
import { RowTh, Td, Th } from "#components/ui/table.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import type { TargetRow } from "#lib/segments/targeting/types.ts";

export type TargetsFigureProps = {
  rows: readonly TargetRow[];
  computedOn: string | null;
  formats: ValueFormats;
  exportHref: string;
};

/** Segments by how many customers they have and what those are worth. */
export function TargetsFigure({ rows, computedOn, formats, exportHref }: TargetsFigureProps) {
  const t = useTranslations("targeting");
  const { locale, currency } = formats;
  const bubbles = rows.flatMap(({ segmentId, name, customers, clv, score }) =>
    customers === null || clv?.value == null
      ? []
      : [
          {
            key: segmentId,
            name,
            x: customers,
            y: clv.value,
            size: score === null ? null : score / 100,
          },
        ],
  );
  const first = bubbles.toSorted((a, b) => (b.size ?? -1) - (a.size ?? -1));
  return (
    <Figure
      title={<Finding bubbles={bubbles} />}
      caption={t("chartCaption", { day: formats.day(computedOn) })}
      table={{
        label: t("dataTable"),
        content: <Rows rows={rows} formats={formats} />,
      }}
      exportHref={exportHref}
    >
      <BubbleChart
        label={t("chartLabel")}
        bubbles={first}
        xName={t("xName")}
        yName={t("yName")}
        xFormat={{ locale }}
        yFormat={{ locale, currency }}
      />
    </Figure>
  );
}

function Finding({ bubbles }: { bubbles: readonly Bubble[] }) {
  const t = useTranslations("targeting");
  const largest = bubbles.toSorted((a, b) => b.x - a.x).at(0);
  const dearest = bubbles.toSorted((a, b) => b.y - a.y).at(0);
  if (!largest || !dearest) return t("noChartFinding");
  return t("chartFinding", {
    isSame: largest.key === dearest.key ? "yes" : "no",
    largest: largest.name,
    dearest: dearest.name,
  });
}

function Rows({ rows, formats }: Pick<TargetsFigureProps, "rows" | "formats">) {
  const t = useTranslations("targeting");
  return (
    <>
      <thead>
        <tr>
          <Th>{t("segment")}</Th>
          <Th align="end">{t("xName")}</Th>
          <Th align="end">{t("yName")}</Th>
          <Th align="end">{t("score")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.segmentId}>
            <RowTh>{row.name}</RowTh>
            <Td align="end">{formats.number(row.customers)}</Td>
            <Td align="end">{formats.money(row.clv?.value ?? null)}</Td>
            <Td align="end">{formats.number(row.score)}</Td>
          </tr>
        ))}
      </tbody>
    </>
  );
}
