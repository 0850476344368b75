import type { Points } from "#lib/stats/k-means.ts";
import { BASES, type BuyingFacts } from "./types.ts";

/** Points on scales of their own, with what puts a customer there: (ln(1 + value) − mean) / deviation. */
export type LogRfm = {
  readonly points: Points;
  readonly means: readonly number[];
  readonly deviations: readonly number[];
};

/**
 * Recency in days, days with an order and revenue as logarithms, each with mean 0 and standard deviation 1 (of the population): an
 * order more says much of someone who has one and little of someone who has fifty. A basis in which all are alike is 0 throughout.
 */
export function logRfm(customers: readonly BuyingFacts[]): LogRfm {
  const n = customers.length;
  const logs = BASES.map((basis) => customers.map((each) => Math.log1p(Math.max(0, each[basis]))));
  const means = logs.map((column) => column.reduce((sum, value) => sum + value, 0) / n);
  const deviations = logs.map((column, d) => {
    const squares = column.reduce((sum, value) => sum + (value - (means[d] ?? 0)) ** 2, 0);
    return Math.sqrt(squares / n) || 1;
  });
  const values = Float64Array.from({ length: n * BASES.length }, (_, cell) => {
    const d = cell % BASES.length;
    const log = logs[d]?.[Math.floor(cell / BASES.length)] ?? 0;
    return (log - (means[d] ?? 0)) / (deviations[d] ?? 1);
  });
  return { points: { values, dimensions: BASES.length }, means, deviations };
}
