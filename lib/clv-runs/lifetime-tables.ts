import { amountText } from "#lib/format/amount-text.ts";
import type { RunDetail } from "./queries.ts";
import type { MigrationCell, Movement, SegmentAhead } from "./types.ts";

/** A file's header and its rows. Amounts in major units with a point; shares 0..1; null is an empty cell. */
export type CsvTable = { header: string[]; rows: (string | number | null)[][] };

/** The parts of a run's holdout that are files. */
const HOLDOUT_PARTS = ["tracking", "frequency", "deciles"] as const;
export type HoldoutPart = (typeof HOLDOUT_PARTS)[number];

/** The columns of all tables whose texts are numbers. */
export const LIFETIME_AMOUNTS = [
  ...["predicted", "actual", "amount", "clv", "clv_at_risk", "expected"],
  ...["low_80", "high_80", "low_50", "high_50"],
];

/** The part that an address names; tracking where it names none. */
export function readHoldoutPart(said: string | null): HoldoutPart {
  return HOLDOUT_PARTS.find((part) => part === said) ?? "tracking";
}

/** A part of a run's holdout; no row where the run has none. Spend in major units. */
export function holdoutTable({ holdout, currency }: RunDetail, part: HoldoutPart): CsvTable {
  switch (part) {
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

/** What changed between two runs by kind; with an amount each, which add up to the difference of the totals. */
export function movementTable(movement: readonly Movement[], currency: string): CsvTable {
  return {
    header: ["kind", "customers", "amount", "currency"],
    rows: movement.map(({ kind, customers, amountMinor }) => [
      ...[kind, customers, amountText(amountMinor, currency), currency],
    ]),
  };
}

/** From which tier to which; an empty tier has no score in that run. */
export function migrationTable(cells: readonly MigrationCell[], currency: string): CsvTable {
  return {
    header: ["tier_before", "tier_now", "customers", "clv", "currency"],
    rows: cells.map(({ from, to, customers, valueMinor }) => [
      ...[from, to, customers, amountText(valueMinor, currency), currency],
    ]),
  };
}

/** The coming twelve months with the middle 50 % and 80 %. */
export function forecastTable({ totals, currency }: RunDetail): CsvTable {
  const amount = (minor: number) => amountText(minor, currency);
  return {
    header: ["month", "expected", "low_80", "high_80", "low_50", "high_50", "currency"],
    rows: (totals?.forecast ?? []).map((row) => [
      ...[row.month, amount(row.expectedMinor), ...row.interval.map(amount)],
      ...[...row.innerInterval.map(amount), currency],
    ]),
  };
}

/** What RFM segments are worth. */
export function segmentsAheadTable(segments: readonly SegmentAhead[], currency: string): CsvTable {
  return {
    header: ["segment", "customers", "clv", "clv_at_risk", "currency"],
    rows: segments.map(({ segment, customers, valueMinor, atRiskMinor }) => [
      ...[segment, customers, amountText(valueMinor, currency)],
      ...[atRiskMinor === null ? null : amountText(atRiskMinor, currency), currency],
    ]),
  };
}
