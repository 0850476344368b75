import { useTranslations } from "next-intl";
import { AreaBandChart } from "#components/charts/area-band-chart.tsx";
import { DataRows } from "#components/charts/data-rows.tsx";
import { Figure } from "#components/charts/figure.tsx";
import { type ValueFormats, valueFormats } from "#components/value/value-formats.ts";
import type { Forecast, RunDetail } from "#lib/clv-runs/index.ts";
import { useBacktestWords } from "./backtest-words.ts";
import { NoRun } from "./no-run.tsx";
import { measureOf, RunDefinition } from "./run-definition.tsx";
import { WhatIfPanel } from "./what-if-panel.tsx";

export type ForecastViewProps = {
  forecast: Forecast;
  slug: string;
  locale: string;
  /** Where a run is started; null for those who may not */
  newRunHref: string | null;
};

/** What today's customers will bring in the coming year, and what total CLV would be under other terms. */
export function ForecastView({ forecast, slug, locale, newRunHref }: ForecastViewProps) {
  const { run } = forecast;
  const formats = valueFormats(run.currency, locale);
  const href = `/w/${slug}/value/forecast`;
  return (
    <>
      {run.model === "historic" ? (
        <NoRun reason="historic" href={newRunHref} />
      ) : (
        <ForecastFigure run={run} formats={formats} exportHref={`${href}/export`} />
      )}
      <WhatIfPanel forecast={forecast} formats={formats} href={href} />
      <p className="text-2xs text-muted">
        <RunDefinition run={run} formats={formats} />
      </p>
    </>
  );
}

type FigureProps = { run: RunDetail; formats: ValueFormats; exportHref: string };

function ForecastFigure({ run, formats, exportHref }: FigureProps) {
  const t = useTranslations("lifetime");
  const backtest = useBacktestWords();
  const months = run.totals?.forecast ?? [];
  const year = run.totals?.forecastYear ?? null;
  const measure = measureOf(run);
  const names = months.map(({ month }) => monthName(run.cutoffOn, month, formats));
  return (
    <Figure
      title={
        year
          ? t("forecast.finding", {
              measure,
              amount: formats.money(year.expectedMinor),
              interval: formats.interval(year.interval),
            })
          : t("forecast.none")
      }
      caption={t("forecast.caption", {
        measure,
        day: formats.day(run.cutoffOn),
        customers: formats.number(run.customers),
        backtest: backtest(run, formats),
        inner: hasInner(months) ? "yes" : "no",
      })}
      exportHref={exportHref}
      table={{
        label: t("forecast.table"),
        content: <ForecastRows run={run} formats={formats} names={names} />,
      }}
    >
      <AreaBandChart
        label={t("forecast.table")}
        categories={names}
        median={months.map(({ expectedMinor }) => expectedMinor)}
        middleName={t("forecast.expected")}
        bands={[
          {
            key: "80",
            name: t("forecast.middle80"),
            low: months.map(({ interval }) => interval[0]),
            high: months.map(({ interval }) => interval[1]),
          },
          ...(hasInner(months)
            ? [
                {
                  key: "50",
                  name: t("forecast.middle50"),
                  low: months.map(({ innerInterval }) => innerInterval[0]),
                  high: months.map(({ innerInterval }) => innerInterval[1]),
                },
              ]
            : []),
        ]}
        format={{ locale: formats.locale, currency: formats.currency }}
      />
    </Figure>
  );
}

type Months = NonNullable<RunDetail["totals"]>["forecast"];

/** Whether the middle 50 % lie closer than the middle 80 %: both may be as wide as the last backtest was wrong. */
function hasInner(months: Months): boolean {
  return months.some(
    ({ interval, innerInterval }) =>
      innerInterval[0] > interval[0] || innerInterval[1] < interval[1],
  );
}

type RowsProps = Omit<FigureProps, "exportHref"> & { names: readonly string[] };

function ForecastRows({ run, formats, names }: RowsProps) {
  const t = useTranslations("lifetime");
  return (
    <DataRows
      head={[
        t("forecast.month"),
        t("forecast.expected"),
        t("forecast.middle80"),
        t("forecast.middle50"),
      ]}
      rows={(run.totals?.forecast ?? []).map((row, index) => ({
        key: String(row.month),
        cells: [
          names[index],
          formats.exactMoney(row.expectedMinor),
          formats.interval(row.interval),
          formats.interval(row.innerInterval),
        ],
      }))}
    />
  );
}

/** The month that ends so many months after the cut-off: "Dec 2026". */
function monthName(cutoffOn: string | null, month: number, formats: ValueFormats): string {
  if (cutoffOn === null) return String(month);
  const [year = 0, from = 1] = cutoffOn.split("-").map(Number);
  return formats.month(new Date(Date.UTC(year, from - 1 + month, 1)).toISOString().slice(0, 10));
}
