import { partField } from "#lib/lists/index.ts";
import type { CheckedCalibration } from "./calibration.ts";
import type { OutcomeShare } from "./types.ts";

/** A file's header and its rows. Shares 0..1; null is an empty cell. */
type CsvTable = { header: string[]; rows: (string | number | null)[][] };

/** What a file of the calibration page is asked for: which part of it. */
export const CALIBRATION_FILE = { part: partField("part", ["tenths", "outcomes"]) };

/** Foretold against real shares by tenth; no row where the run has no check. */
export function tenthsTable(checked: CheckedCalibration | null): CsvTable {
  return {
    header: ["tenth", "customers", "predicted", "bought_again", "share", "low_95", "high_95"],
    rows: (checked?.tenths ?? []).map((row) => [
      ...[row.tenth, row.customers, row.predicted, row.came, row.share, ...row.interval],
    ]),
  };
}

/** How closed cases ended. */
export function outcomesTable(shares: readonly OutcomeShare[]): CsvTable {
  return {
    header: ["outcome", "cases", "share", "low_95", "high_95"],
    rows: shares.map(({ outcome, count, share, interval }) => [
      ...[outcome, count, share, interval?.[0] ?? null, interval?.[1] ?? null],
    ]),
  };
}
