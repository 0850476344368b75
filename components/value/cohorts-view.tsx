import { useTranslations } from "next-intl";
import { DataRows } from "#components/charts/data-rows.tsx";
import { Figure } from "#components/charts/figure.tsx";
import { type HeatGridCell, HeatGrid, HeatKey } from "#components/charts/heat-grid.tsx";
import type { HeatScale } from "#components/charts/heat-step.ts";
import type { ValueQuery } from "#lib/value/filter.ts";
import { laterRetention } from "#lib/value/later-retention.ts";
import type { Cohort, CohortCell, CohortTable } from "#lib/value/types.ts";
import { MeasureLinks } from "./measure-links.tsx";
import { ValueDefinition } from "./value-definition.tsx";
import { type ValueFormats, valueFormats } from "./value-formats.ts";

export type CohortsViewProps = {
  table: CohortTable;
  query: ValueQuery;
  slug: string;
  locale: string;
};

/** Customers by when they first ordered: who comes back, and what each has brought so far. */
export function CohortsView({ table, query, slug, locale }: CohortsViewProps) {
  const formats = valueFormats(table.value.currency, locale);
  const base = `/w/${slug}/value/cohorts`;
  return (
    <>
      <RetentionFigure table={table} formats={formats} csvHref={`${base}.csv`} />
      <SoFarFigure {...{ table, query, formats, base }} />
    </>
  );
}

type FigureProps = { table: CohortTable; formats: ValueFormats; csvHref: string };

function RetentionFigure({ table, formats, csvHref }: FigureProps) {
  const t = useTranslations("value");
  const names = useCohortNames(table, formats);
  const offsets = table.offsets.filter((offset) => offset > 0);
  const later = laterRetention(table);
  const highest = Math.max(0.05, ...table.cohorts.flatMap(({ cells }) => laterShares(cells)));
  const scale: HeatScale = { kind: "sequential", low: 0, high: highest };
  const of = (words: string) => `${words}.${table.period}` as const;
  return (
    <Figure
      title={
        later
          ? t("retentionFinding", {
              share: formats.wholeShare(later.share),
              interval: formats.shareInterval(later.interval),
              n: formats.number(later.n),
              period: t(`periodOne.${table.period}`),
            })
          : t("noRetentionFinding")
      }
      caption={t(`retentionCaption.${table.period}`)}
      csvHref={csvHref}
      table={{
        label: t("retentionTable"),
        content: (
          <DataRows
            head={[t("cohort"), t(of("since") as "since.month"), t("customers"), t("active"), t("retention"), t("interval95")]}
            rows={table.cohorts.flatMap((cohort) =>
              cohort.cells
                .filter(({ offset, active }) => offset > 0 && active !== null)
                .map((cell) => ({
                  key: `${cohort.startOn} ${cell.offset}`,
                  cells: [
                    names(cohort),
                    formats.number(cell.offset),
                    formats.number(cohort.customers),
                    formats.number(cell.active),
                    formats.share(cell.retention),
                    formats.shareInterval(cell.retentionInterval),
                  ],
                })),
            )}
          />
        ),
      }}
    >
      <HeatKey scale={scale} lowName={formats.wholeShare(0)} highName={formats.wholeShare(highest)} />
      <div className="mt-4">
        <HeatGrid
          label={t("retentionTable")}
          corner={t("cohort")}
          columns={offsets.map((offset) => ({ key: String(offset), name: `+${offset}` }))}
          rows={table.cohorts.map((cohort) => ({
            ...cohortHead(cohort, names, formats),
            cells: cohort.cells
              .filter(({ offset }) => offset > 0)
              .map((cell): HeatGridCell => ({
                value: cell.retention,
                text: formats.wholeShare(cell.retention),
                ...(cell.retention === null
                  ? {}
                  : { note: formats.shareInterval(cell.retentionInterval) }),
              })),
          }))}
          scale={scale}
        />
      </div>
      <p className="mt-3 text-2xs text-muted">{t(`cohortsNote.${table.period}`)}</p>
      <ValueDefinition basis={table.value} measure="revenue" formats={formats} className="mt-1" />
    </Figure>
  );
}

type SoFarProps = { table: CohortTable; query: ValueQuery; formats: ValueFormats; base: string };

function SoFarFigure({ table, query, formats, base }: SoFarProps) {
  const t = useTranslations("value");
  const names = useCohortNames(table, formats);
  const hasProfit = table.value.profitMinor !== null;
  const measure = hasProfit ? query.measure : "revenue";
  const means = (cell: CohortCell) =>
    measure === "profit"
      ? { mean: cell.profitPerCustomerMinor, interval: cell.profitPerCustomerInterval }
      : { mean: cell.revenuePerCustomerMinor, interval: cell.revenuePerCustomerInterval };
  const known = table.cohorts.flatMap(({ cells }) => cells.flatMap((cell) => means(cell).mean ?? []));
  const scale: HeatScale = {
    kind: "sequential",
    low: Math.min(0, ...known),
    high: Math.max(1, ...known),
  };
  return (
    <Figure
      title={t(`soFarTitle.${measure}`)}
      caption={t("soFarCaption", { period: t(`periodOne.${table.period}`) })}
      csvHref={`${base}.csv`}
      table={{
        label: t(`soFarTitle.${measure}`),
        content: (
          <DataRows
            head={[t("cohort"), t(`since.${table.period}`), t("customers"), t(measure), t("interval95")]}
            rows={table.cohorts.flatMap((cohort) =>
              cohort.cells
                .filter((cell) => means(cell).mean !== null)
                .map((cell) => ({
                  key: `${cohort.startOn} ${cell.offset}`,
                  cells: [
                    names(cohort),
                    formats.number(cell.offset),
                    formats.number(cohort.customers),
                    formats.exactMoney(means(cell).mean),
                    formats.interval(means(cell).interval),
                  ],
                })),
            )}
          />
        ),
      }}
    >
      <div className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-3">
        {hasProfit && <MeasureLinks query={query} href={base} />}
        <HeatKey scale={scale} lowName={formats.money(scale.low)} highName={formats.money(scale.high)} />
      </div>
      <HeatGrid
        label={t(`soFarTitle.${measure}`)}
        corner={t("cohort")}
        columns={table.offsets.map((offset) => ({ key: String(offset), name: `+${offset}` }))}
        rows={table.cohorts.map((cohort) => ({
          ...cohortHead(cohort, names, formats),
          cells: cohort.cells.map((cell): HeatGridCell => {
            const { mean, interval } = means(cell);
            return {
              value: mean,
              text: formats.money(mean),
              ...(mean === null ? {} : { note: formats.interval(interval) }),
            };
          }),
        }))}
        scale={scale}
      />
      <ValueDefinition basis={table.value} measure={measure} formats={formats} className="mt-4" />
    </Figure>
  );
}

function laterShares(cells: readonly CohortCell[]): number[] {
  return cells.flatMap(({ offset, retention }) => (offset > 0 ? (retention ?? []) : []));
}

type CohortNames = (cohort: Cohort) => string;

function cohortHead(cohort: Cohort, names: CohortNames, formats: ValueFormats) {
  return {
    key: cohort.startOn,
    name: names(cohort),
    note: `n ${formats.number(cohort.customers)}`,
  };
}

/** "Nov 2026", "Q4 2026" or "2026". */
function useCohortNames({ period }: CohortTable, formats: ValueFormats): CohortNames {
  const t = useTranslations("value");
  return ({ startOn }) => {
    const year = startOn.slice(0, 4);
    if (period === "year") return year;
    if (period === "month") return formats.month(startOn);
    return t("quarterName", { quarter: String(Math.ceil(Number(startOn.slice(5, 7)) / 3)), year });
  };
}
