import { partInterval } from "./part-interval.ts";
import type { RunDetail } from "./queries.ts";
import type { Interval } from "./types.ts";

/** Value at risk of a whole run in minor units of its currency, with its 95 % interval; null where nothing is at stake or foretold. */
export function atRiskOf(
  run: Pick<RunDetail, "totals" | "holdout">,
): { value: number; interval: Interval | null } | null {
  const { totals } = run;
  const value = totals?.atRiskMinor ?? null;
  if (!totals || totals.valueMinor <= 0 || value === null) return null;
  const part = { valueMinor: value, deviationMinor: totals.atRiskDeviationMinor };
  return { value, interval: partInterval(run, part) };
}
