import type { SurvivalPoint } from "#lib/clv/types.ts";
import { amountText } from "#lib/format/amount-text.ts";
import { partField } from "#lib/lists/index.ts";
import { survivalIntervals } from "#lib/stats/survival-intervals.ts";
import { nameIn } from "./migration-tiers.ts";
import { partInterval } from "./part-interval.ts";
import type { SegmentsAhead, TierMigration } from "./queries/lifetime-views.ts";
import type { RunDetail } from "./queries.ts";
import type { Movement, SegmentAhead } from "./types.ts";

/** A file's header and its rows. Amounts in major units with a point; shares 0..1; null is an empty cell. */
export type CsvTable = { header: string[]; rows: (string | number | null)[][] };

/** The parts of a run that are files: those of its holdout, and of contracts who was still there after each renewal. */
const HOLDOUT_PARTS = ["tracking", "frequency", "deciles", "survival"] as const;
/** What a file of a run is asked for: which part of it. */
export const HOLDOUT_FILE = { part: partField("part", HOLDOUT_PARTS) };
type HoldoutPart = (typeof HOLDOUT_PARTS)[number];

/** The columns of all tables whose texts are numbers. */
export const LIFETIME_AMOUNTS = [
  ...["predicted", "actual", "amount", "clv", "clv_at_risk", "expected"],
  ...["low_80", "high_80", "low_50", "high_50", "clv_at_risk_low", "clv_at_risk_high"],
];

/** A part of a run; no row where the run has none. Spend in major units. */
export function holdoutTable({ holdout, fit, currency }: RunDetail, part: HoldoutPart): CsvTable {
  switch (part) {
    case "survival":
      return {
        header: [
          ...["renewal", "at_risk", "lost", "observed_share", "predicted_share"],
          ...["observed_low", "observed_high"],
        ],
        rows: survivalRows(fit?.survival ?? []),
      };
    case "tracking":
      return {
        header: ["week", "actual", "predicted"],
        rows: (holdout?.tracking ?? []).map((row) => [row.week, row.actual, row.predicted]),
      };
    case "frequency":
      return {
        header: ["repeats", "is_open_ended", "customers", "actual_mean", "predicted_mean"],
        rows: (holdout?.byFrequency ?? []).map((band) => [
          ...[band.repeats, String(band.isOpenEnded), band.customers],
          ...[band.actualMean, band.predictedMean],
        ]),
      };
    case "deciles":
      return {
        header: ["tenth", "customers", "predicted", "actual", "actual_share", "lift", "currency"],
        rows: (holdout?.deciles ?? []).map((decile, index) => [
          ...[index + 1, decile.customers, decile.predictedSpend, decile.actualSpend],
          ...[decile.actualShare, decile.lift, currency],
        ]),
      };
  }
}

/** Each renewal with the 95 % interval of the share still there; empty where there is none. */
function survivalRows(points: readonly SurvivalPoint[]): CsvTable["rows"] {
  const intervals = survivalIntervals(points);
  return points.map((point, index) => [
    ...[point.renewal, point.atRisk, point.lost, point.observed, point.predicted],
    ...(intervals[index] ?? [null, null]),
  ]);
}

/** What changed between two runs by kind; with an amount each, which add up to the difference of the totals. */
export function movementTable(movement: readonly Movement[], currency: string): CsvTable {
  return {
    header: ["kind", "customers", "amount", "currency"],
    rows: movement.map(({ kind, customers, amountMinor }) => [
      ...[kind, customers, amountText(amountMinor, currency), currency],
    ]),
  };
}

/** From which tier to which, by number and as each run calls it; an empty tier has no score in that run. */
export function migrationTable(migration: TierMigration | null, currency: string): CsvTable {
  const nameOf = (run: RunDetail | undefined, tier: number | null) =>
    run ? nameIn(run, tier ?? 0) : null;
  return {
    header: [
      ...["tier_before", "tier_now", "customers", "clv", "currency"],
      ...["tier_before_name", "tier_now_name"],
    ],
    rows: (migration?.cells ?? []).map(({ from, to, customers, valueMinor }) => [
      ...[from, to, customers, textOf(valueMinor, currency), currency],
      ...[nameOf(migration?.former.run, from), nameOf(migration?.run, to)],
    ]),
  };
}

/** What came in the months up to the cut-off, 0 the last of them, and the coming twelve with the middle 50 % and 80 %. */
export function forecastTable({ totals, currency }: RunDetail): CsvTable {
  const amount = (minor: number) => amountText(minor, currency);
  return {
    header: [
      ...["month", "expected", "low_80", "high_80", "low_50", "high_50", "currency"],
      ...["actual", "period"],
    ],
    rows: [
      ...(totals?.past ?? []).map((row) => [
        ...[row.month, null, null, null, null, null, currency],
        ...[amount(row.actualMinor), "past"],
      ]),
      ...(totals?.forecast ?? []).map((row) => [
        ...[row.month, amount(row.expectedMinor), ...row.interval.map(amount)],
        ...[...row.innerInterval.map(amount), currency, null, "forecast"],
      ]),
    ],
  };
}

/**
 * What RFM segments are worth, with the 95 % interval of CLV at risk, and the Net Promoter Score of their last scores with its own.
 * `measure` says what the column `clv` is of: where nothing is foretold it is what was earned so far.
 */
export function segmentsAheadTable({ segments, nps, run }: SegmentsAhead): CsvTable {
  const { currency } = run;
  return {
    header: [
      ...["segment", "customers", "clv", "clv_at_risk", "currency"],
      ...["nps", "nps_low", "nps_high", "nps_n"],
      ...["clv_at_risk_low", "clv_at_risk_high", "measure"],
    ],
    rows: segments.map((row) => {
      const { segment, customers, valueMinor, atRiskMinor } = row;
      const said = nps.find((each) => each.segment === segment);
      return [
        ...[segment, customers, textOf(valueMinor, currency)],
        ...[textOf(atRiskMinor, currency), currency],
        ...[said?.nps ?? null, said?.interval?.[0] ?? null, said?.interval?.[1] ?? null],
        said?.n ?? null,
        ...boundsOf(run, row),
        measureOf(run),
      ];
    }),
  };
}

/** Empty where an amount is not known or not to be seen. */
function textOf(amountMinor: number | null, currency: string): string | null {
  return amountMinor === null ? null : amountText(amountMinor, currency);
}

function boundsOf(
  run: RunDetail,
  { atRiskMinor, atRiskDeviationMinor }: SegmentAhead,
): readonly (string | null)[] {
  const part = { valueMinor: atRiskMinor ?? 0, deviationMinor: atRiskDeviationMinor };
  const bounds = atRiskMinor === null ? null : partInterval(run, part);
  if (!bounds) return [null, null];
  return bounds.map((bound) => amountText(Math.round(bound), run.currency));
}

function measureOf({ model, marginRate }: RunDetail): string {
  if (model !== "historic") return "clv";
  return marginRate === null ? "revenue_so_far" : "profit_so_far";
}
