import { useTranslations } from "next-intl";
import { DataRows } from "#components/charts/data-rows.tsx";
import { Figure } from "#components/charts/figure.tsx";
import { LineChart } from "#components/charts/line-chart.tsx";
import type { ValueFormats } from "#components/value/value-formats.ts";
import type { RunDetail } from "#lib/clv-runs/index.ts";
import { survivalIntervals } from "#lib/stats/survival-intervals.ts";
import { useCohortWords } from "./cohort-words.ts";

export type SurvivalFigureProps = {
  run: RunDetail;
  formats: ValueFormats;
  /** Followed by "?part=survival" */
  exportHref: string;
};

/** How many were still there after each renewal, as it was and as the model has it; nothing where no contracts were fitted. */
export function SurvivalFigure({ run, formats, exportHref }: SurvivalFigureProps) {
  const t = useTranslations("lifetime.survival");
  const periods = useTranslations("lifetime.periods");
  const cohort = useCohortWords()(run, formats);
  const points = run.fit?.survival ?? [];
  const last = points.at(-1);
  if (!last) return null;
  const { number, share, shareInterval } = formats;
  const intervals = survivalIntervals(points);
  const reach = intervals.at(-1) ?? null;
  const ends = { observed: share(last.observed), predicted: share(last.predicted) };
  const percents = (of: (point: (typeof points)[number]) => number) => [
    100,
    ...points.map((point) => 100 * of(point)),
  ];
  const caption = t("caption", {
    period: periods(run.renewalPeriod ?? "month"),
    customers: number(run.customers),
  });
  return (
    <Figure
      title={t("title", {
        ...{ renewals: last.renewal, ...ends, hasInterval: reach ? "yes" : "no" },
        ...{ interval: shareInterval(reach), n: number(last.atRisk) },
      })}
      caption={cohort ? `${caption} · ${cohort}` : caption}
      exportHref={`${exportHref}?part=survival`}
      table={{
        label: t("table"),
        content: (
          <DataRows
            head={[
              ...[t("renewal"), t("atRisk"), t("lost")],
              ...[t("hazard"), t("observed"), t("interval"), t("predicted")],
            ]}
            rows={points.map((point, index) => ({
              key: String(point.renewal),
              cells: [
                ...[point.renewal, number(point.atRisk), number(point.lost)],
                share(point.atRisk === 0 ? null : point.lost / point.atRisk),
                ...[share(point.observed), shareInterval(intervals[index] ?? null)],
                share(point.predicted),
              ],
            }))}
          />
        ),
      }}
    >
      <LineChart
        label={t("label", ends)}
        categories={["0", ...points.map(({ renewal }) => String(renewal))]}
        series={[
          { key: "observed", name: t("observed"), values: percents((p) => p.observed) },
          { key: "predicted", name: t("predicted"), values: percents((p) => p.predicted) },
        ]}
        format={{ locale: formats.locale, unit: "%" }}
      />
    </Figure>
  );
}
