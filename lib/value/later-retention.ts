import { wilsonInterval } from "#lib/stats/wilson-interval.ts";
import type { CohortTable, Interval } from "./types.ts";

/** Fewer customers carry no finding. */
const LEAST_CUSTOMERS = 30;

/**
 * Which share of customers ordered again in the period after that of their first order, over all cohorts for which it is over: from
 * their counts, never from their shares. Null under 30 customers.
 */
export function laterRetention({
  cohorts,
}: Pick<CohortTable, "cohorts">): { share: number; interval: Interval | null; n: number } | null {
  let [active, n] = [0, 0];
  for (const { customers, cells } of cohorts) {
    const next = cells.find(({ offset }) => offset === 1)?.active ?? null;
    if (next === null) continue;
    active += next;
    n += customers;
  }
  if (n < LEAST_CUSTOMERS) return null;
  return { share: active / n, interval: wilsonInterval(active, n), n };
}
