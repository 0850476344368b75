import { addPeriods, type CohortPeriod, lastDayOf } from "./cohort-periods.ts";
import type { Measure } from "./types.ts";

/** The query part of the customers list's address that shows whom a number of the Value pages counts: "?segment=at_risk". */
export type CustomersBehind = string;

/** The same of those who are in a segment now; null: of all. */
export function inSegment(behind: CustomersBehind, segment: string | null): CustomersBehind {
  return segment === null ? behind : `${behind}&segment=${segment}`;
}

/** A cohort; with an `offset`, those of it who ordered in that period after the one of their first order. */
export function ofCohort(
  startOn: string,
  period: CohortPeriod,
  offset: number | null = null,
): CustomersBehind {
  const cohort = days("firstOrder", startOn, lastDayOf(startOn, period));
  if (offset === null || offset === 0) return `?${cohort}`;
  const activeOn = addPeriods(startOn, offset, period);
  return `?${cohort}&${days("ordered", activeOn, lastDayOf(activeOn, period))}`;
}

/** Everybody with an order up to a day. Nobody is known to have ordered after the day that value counts back from. */
export function withOrdersBy(day: string): CustomersBehind {
  return `?firstOrderTo=${day}`;
}

/** So many of the best by what is measured; the list stands in the same order. */
export function best(customers: number, measure: Measure): CustomersBehind {
  return measure === "profit"
    ? `?bestByProfit=${customers}&sort=profit`
    : `?bestByRevenue=${customers}`;
}

function days(name: "firstOrder" | "ordered", fromOn: string, toOn: string): string {
  return `${name}From=${fromOn}&${name}To=${toOn}`;
}
