import { useTranslations } from "next-intl";
import { AreaBandChart } from "#components/charts/area-band-chart.tsx";
import { DataRows } from "#components/charts/data-rows.tsx";
import { Figure } from "#components/charts/figure.tsx";
import { type ValueFormats, valueFormats } from "#components/value/value-formats.ts";
import type { Forecast, RunDetail } from "#lib/clv-runs/index.ts";
import { runMonthAddress } from "#lib/clv-runs/run-month.ts";
import type { PastMonth } from "#lib/clv-runs/types.ts";
import { NO_VALUE } from "#lib/format/no-value.ts";
import { useBacktestWords } from "./backtest-words.ts";
import { NoRun } from "./no-run.tsx";
import { measureOf, RunDefinition } from "./run-definition.tsx";
import { WhatIfPanel } from "./what-if-panel.tsx";

export type ForecastViewProps = {
  forecast: Forecast;
  /** The month that is looked back at, "" for the latest */
  month: string;
  slug: string;
  locale: string;
  /** Where a run is started; null for those who may not */
  newRunHref: string | null;
};

/** What today's customers will bring in the coming year, and what total CLV would be under other terms. */
export function ForecastView({ forecast, month, slug, locale, newRunHref }: ForecastViewProps) {
  const { run } = forecast;
  const formats = valueFormats(run.currency, locale);
  const href = `/w/${slug}/value/forecast`;
  const query = runMonthAddress.write({ month });
  return (
    <>
      {run.model === "historic" ? (
        <NoRun
          reason={month === "" ? "historic" : "pastHistoric"}
          href={month === "" ? newRunHref : null}
        />
      ) : (
        <ForecastFigure
          {...{ run, formats }}
          isPast={month !== ""}
          exportHref={`${href}/export${query}`}
        />
      )}
      <WhatIfPanel {...{ forecast, month, formats, href }} />
      <p className="text-2xs text-muted">
        <RunDefinition run={run} formats={formats} />
      </p>
    </>
  );
}

type FigureProps = {
  run: RunDetail;
  formats: ValueFormats;
  /** Of a month that is looked back at */
  isPast: boolean;
  exportHref: string;
};

function ForecastFigure({ run, formats, isPast, exportHref }: FigureProps) {
  const t = useTranslations("lifetime");
  const backtest = useBacktestWords();
  const months = run.totals?.forecast ?? [];
  const past = months.length === 0 ? [] : (run.totals?.past ?? []);
  const measure = measureOf(run);
  const names = [...past, ...months].map(({ month }) => monthName(run.cutoffOn, month, formats));
  return (
    <Figure
      title={<ForecastFinding {...{ run, formats, isPast }} />}
      caption={t("forecast.caption", {
        measure,
        day: formats.day(run.cutoffOn),
        customers: formats.number(run.customers),
        backtest: backtest(run, formats),
        inner: hasInner(months) ? "yes" : "no",
        past: past.length > 0 ? "yes" : "no",
        retention: past.length > 0 && run.totals?.retention ? "yes" : "no",
      })}
      exportHref={exportHref}
      table={{
        label: t("forecast.table"),
        content: <ForecastRows {...{ months, past, names, formats }} />,
      }}
    >
      <ForecastDrawing {...{ months, past, names, formats }} />
    </Figure>
  );
}

/** What the year is expected to bring; of a past month, what it was. */
function ForecastFinding({ run, formats, isPast }: Omit<FigureProps, "exportHref">) {
  const t = useTranslations("lifetime.forecast");
  const year = run.totals?.forecastYear ?? null;
  if (!year) return t("none");
  return t("finding", {
    isPast: isPast ? "yes" : "no",
    day: formats.day(run.cutoffOn),
    measure: measureOf(run),
    amount: formats.money(year.expectedMinor),
    interval: formats.interval(year.interval),
  });
}

type Months = NonNullable<RunDetail["totals"]>["forecast"];

/** Whether the middle 50 % lie closer than the middle 80 %: both may be as wide as the last backtest was wrong. */
function hasInner(months: Months): boolean {
  return months.some(
    ({ interval, innerInterval }) =>
      innerInterval[0] > interval[0] || innerInterval[1] < interval[1],
  );
}

type DrawnProps = {
  months: Months;
  past: readonly PastMonth[];
  /** Of the past, then of those to come */
  names: readonly string[];
  formats: ValueFormats;
};

/** What came as a line up to the cut-off; from there on what is expected, with its bands. */
function ForecastDrawing({ months, past, names, formats }: DrawnProps) {
  const t = useTranslations("lifetime");
  const ahead = (of: (month: Months[number]) => number) => [
    ...past.map(() => null),
    ...months.map(of),
  ];
  const outer = {
    ...{ key: "80", name: t("forecast.middle80") },
    low: ahead(({ interval }) => interval[0]),
    high: ahead(({ interval }) => interval[1]),
  };
  const inner = {
    ...{ key: "50", name: t("forecast.middle50") },
    low: ahead(({ innerInterval }) => innerInterval[0]),
    high: ahead(({ innerInterval }) => innerInterval[1]),
  };
  return (
    <AreaBandChart
      label={t("forecast.table")}
      categories={names}
      median={[
        ...past.map(({ actualMinor }) => actualMinor),
        ...months.map(({ expectedMinor }) => expectedMinor),
      ]}
      middleName={t("forecast.expected")}
      pastName={t("forecast.actual")}
      bands={hasInner(months) ? [outer, inner] : [outer]}
      format={{ locale: formats.locale, currency: formats.currency }}
      today={past.length > 0 ? names[past.length - 1] : undefined}
      todayName={t("forecast.cutoff")}
    />
  );
}

function ForecastRows({ months, past, names, formats }: DrawnProps) {
  const t = useTranslations("lifetime");
  const { exactMoney, interval } = formats;
  return (
    <DataRows
      head={[
        ...[t("forecast.month"), t("forecast.actual"), t("forecast.expected")],
        ...[t("forecast.middle80"), t("forecast.middle50")],
      ]}
      rows={[
        ...past.map(({ month, actualMinor }, index) => ({
          key: String(month),
          cells: [names[index], exactMoney(actualMinor), exactMoney(null), NO_VALUE, NO_VALUE],
        })),
        ...months.map((row, index) => ({
          key: String(row.month),
          cells: [
            ...[names[past.length + index], exactMoney(null), exactMoney(row.expectedMinor)],
            ...[interval(row.interval), interval(row.innerInterval)],
          ],
        })),
      ]}
    />
  );
}

/** The month that ends so many months after the cut-off: "Dec 2026". */
function monthName(cutoffOn: string | null, month: number, formats: ValueFormats): string {
  if (cutoffOn === null) return String(month);
  const [year = 0, from = 1] = cutoffOn.split("-").map(Number);
  return formats.month(new Date(Date.UTC(year, from - 1 + month, 1)).toISOString().slice(0, 10));
}
