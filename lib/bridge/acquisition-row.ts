import { widenedByError } from "#lib/clv/index.ts";
import { meanInterval } from "#lib/stats/mean-interval.ts";
import { combineMoments } from "#lib/stats/sample-moments.ts";
import type { AcquisitionRow } from "./types.ts";

/** One channel as it is stored. Sums over the customers won; `expectedMinor` null where no run expects anything. */
export type AcquisitionSums = {
  channel: string | null;
  costMinor: number;
  customers: number;
  /** null until the margin is set */
  earnedMinor: number | null;
  expectedMinor: number | null;
  /** Of what each brought and is expected to */
  squaredDeviations: number;
};

/** Fewer customers won say nothing of a mean. */
const LEAST_CUSTOMERS = 5;

/**
 * What a channel cost for each customer won, what each is worth, and the one over the other. No ratio until the margin is set:
 * revenue over cost would flatter. What is expected is taken to be as far off as the run's last backtest was (`backtestError`).
 */
export function acquisitionRow(
  sums: AcquisitionSums,
  backtestError: number | null = null,
): AcquisitionRow {
  const { channel, costMinor, customers, earnedMinor, expectedMinor, squaredDeviations } = sums;
  const each = (minor: number | null) =>
    minor === null || customers === 0 ? null : minor / customers;
  const costEachMinor = each(costMinor);
  const mean = each(earnedMinor === null ? null : earnedMinor + (expectedMinor ?? 0));
  const isTold = mean !== null && customers >= LEAST_CUSTOMERS && (costEachMinor ?? 0) > 0;
  const interval = isTold ? meanInterval({ n: customers, mean, squaredDeviations }) : null;
  const over = (minor: number) => minor / (costEachMinor ?? 1);
  const widened =
    interval && widenedBy(backtestError, { mean, interval, ahead: each(expectedMinor) });
  return {
    ...{ channel, costMinor, customers, costEachMinor },
    earnedEachMinor: each(earnedMinor),
    expectedEachMinor: each(expectedMinor),
    valueEachMinor: mean,
    ratio: isTold ? over(mean) : null,
    ratioInterval: widened && [over(widened[0]), over(widened[1])],
  };
}

type Mean = { mean: number | null; interval: readonly [number, number]; ahead: number | null };

/** Only what lies ahead was foretold: what was earned is known. */
function widenedBy(backtestError: number | null, { mean, interval, ahead }: Mean) {
  if (!mean || ahead === null || backtestError === null) return interval;
  return widenedByError({ total: mean, interval }, (backtestError * ahead) / mean);
}

/** All channels as one. */
export function acquisitionTotal(
  rows: readonly AcquisitionSums[],
  backtestError: number | null = null,
): AcquisitionRow {
  const sum = (of: (row: AcquisitionSums) => number) => rows.reduce((all, row) => all + of(row), 0);
  const known = (key: "earnedMinor" | "expectedMinor") => {
    const won = rows.filter(({ customers }) => customers > 0);
    return won.some((row) => row[key] === null) ? null : sum((row) => row[key] ?? 0);
  };
  const { squaredDeviations } = combineMoments(
    rows.map((row) => ({
      n: row.customers,
      mean:
        row.customers === 0
          ? 0
          : ((row.earnedMinor ?? 0) + (row.expectedMinor ?? 0)) / row.customers,
      squaredDeviations: row.squaredDeviations,
    })),
  );
  const all = {
    channel: null,
    costMinor: sum(({ costMinor }) => costMinor),
    customers: sum(({ customers }) => customers),
    earnedMinor: known("earnedMinor"),
    expectedMinor: known("expectedMinor"),
    squaredDeviations,
  };
  return acquisitionRow(all, backtestError);
}
