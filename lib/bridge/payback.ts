import type { Payback } from "./types.ts";

/** What customers won have earned in a whole month since their first order, 0 the first, of those observed through all of it. */
export type PaybackMonth = { month: number; profitMinor: number };
/** How many customers have been there for so many whole months. */
export type PaybackAge = { months: number; customers: number };

/** Fewer customers say nothing of a month. */
const LEAST_CUSTOMERS = 10;

/**
 * After how many months customers have earned their cost back, each: the first month at whose end the means of the months before,
 * each over those observed through it, come to `costEachMinor`.
 *
 * Worked: 20 customers there for three months earn 400, 200 and 200 together: 20, 10 and 10 each. A cost of 25 each is back after 2.
 */
export function paybackOf(
  costEachMinor: number | null,
  months: readonly PaybackMonth[],
  ages: readonly PaybackAge[],
): Payback {
  if (costEachMinor === null || costEachMinor <= 0) return { kind: "too_few" };
  const oldest = Math.max(0, ...ages.map((age) => age.months));
  let earned = 0;
  let observed = { months: 0, n: 0 };
  for (let month = 0; month < oldest; month++) {
    const n = sumOf(ages.filter((age) => age.months > month));
    if (n < LEAST_CUSTOMERS) break;
    earned += (months.find((each) => each.month === month)?.profitMinor ?? 0) / n;
    observed = { months: month + 1, n };
    if (earned >= costEachMinor) return { kind: "after", ...observed };
  }
  return observed.months === 0 ? { kind: "too_few" } : { kind: "not_yet", ...observed };
}

function sumOf(ages: readonly PaybackAge[]): number {
  return ages.reduce((sum, { customers }) => sum + customers, 0);
}
