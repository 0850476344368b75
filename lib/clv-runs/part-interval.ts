import { backtestErrorOf, widenedByError } from "#lib/clv/index.ts";
import type { RunDetail } from "./queries.ts";
import type { Interval, TierTotal } from "./types.ts";

/** 97.5 % point of the standard normal distribution. */
const Z = 1.959963984540054;

/**
 * A part of a run's total, and how far it may stray by chance alone: √Σ of its customers' squared deviations. In minor units.
 * `mayLose`: it may come to less than nothing, see `hasCosts`; what is at risk cannot.
 */
export type Part = { valueMinor: number; deviationMinor: number | null; mayLose?: boolean };

type Run = Pick<RunDetail, "totals" | "holdout" | "costPerOrderMinor">;

/** Whether serving or keeping customers costs something in a run, so that value may be below 0. */
export function hasCosts({ totals, costPerOrderMinor }: Omit<Run, "holdout">): boolean {
  const costly = [costPerOrderMinor, totals?.service ?? null, totals?.retention ?? null];
  return costly.some((cost) => cost !== null);
}

/**
 * The 95 % interval of a part of a run's total: chance of its own customers, which does not even out in a small group as it does in the
 * whole, and its share of what the parameters leave open; at least as wide as the last backtest was wrong. null where there is none.
 *
 * What parameters leave open is taken to move all parts alike. Worked: a total of 200 with a standard error of 10, and in it a part of 50
 * with a deviation of 6, which is 50 ± 1.96 · √(2.5² + 6²): 37.3 to 62.7.
 */
export function partInterval(
  { totals, holdout }: Pick<RunDetail, "totals" | "holdout">,
  { valueMinor, deviationMinor, mayLose = false }: Part,
): Interval | null {
  const error = totals?.standardErrorMinor ?? null;
  if (!totals || totals.valueMinor <= 0 || error === null || deviationMinor === null) return null;
  const reach = Z * Math.hypot((error * valueMinor) / totals.valueMinor, deviationMinor);
  const least = mayLose || valueMinor < 0 ? Number.NEGATIVE_INFINITY : 0;
  const interval = [Math.max(least, valueMinor - reach), valueMinor + reach] as const;
  return widenedByError({ total: valueMinor, interval }, backtestErrorOf(holdout));
}

/** The same of a tier: where it is all there is, that of the whole. */
export function tierInterval(
  run: Run,
  { valueMinor, deviationMinor }: Pick<TierTotal, "valueMinor" | "deviationMinor">,
): Interval | null {
  if (run.totals?.tiers.length === 1) return run.totals.interval;
  return partInterval(run, { valueMinor, deviationMinor, mayLose: hasCosts(run) });
}

/** The same of what its customers come to each. */
export function partIntervalEach(
  run: Run,
  part: Omit<Part, "mayLose"> & { customers: number },
): Interval | null {
  const whole = partInterval(run, { ...part, mayLose: hasCosts(run) });
  return whole && [whole[0] / part.customers, whole[1] / part.customers];
}
