import type { COHORT_PERIODS } from "./snapshot.ts";

export type CohortPeriod = (typeof COHORT_PERIODS)[number];

const MONTHS: Readonly<Record<CohortPeriod, number>> = { month: 1, quarter: 3, year: 12 };

/** More columns than this nobody reads. */
const MOST_MONTHS = 24;
const MOST_QUARTERS = 24;

/** How wide a cohort is: a month for two years of orders, a quarter for six, a year beyond. Days YYYY-MM-DD. */
export function cohortPeriod(firstOn: string, lastOn: string): CohortPeriod {
  const months = 1 + monthNumber(lastOn) - monthNumber(firstOn);
  if (months <= MOST_MONTHS) return "month";
  return months <= 3 * MOST_QUARTERS ? "quarter" : "year";
}

/** How many periods after `fromOn` a period begins; both are first days of one. Worked: 2026-01-01 to 2026-07-01 is 2 quarters. */
export function periodsBetween(fromOn: string, toOn: string, period: CohortPeriod): number {
  return (monthNumber(toOn) - monthNumber(fromOn)) / MONTHS[period];
}

/** First day of the period `count` periods after the one that begins on `startOn`. */
export function addPeriods(startOn: string, count: number, period: CohortPeriod): string {
  return firstOfMonth(monthNumber(startOn) + count * MONTHS[period]);
}

/** Last day of the period that begins on `startOn`. */
export function lastDayOf(startOn: string, period: CohortPeriod): string {
  return dayBefore(addPeriods(startOn, 1, period));
}

/** Whether the whole of the period that begins on `startOn` lies within the days up to `asOfOn`. */
export function isFinished(startOn: string, period: CohortPeriod, asOfOn: string): boolean {
  return lastDayOf(startOn, period) <= asOfOn;
}

/** The last days of the months from the one of `firstOn` to the last whole one by `lastOn`. */
export function wholeMonthEnds(firstOn: string, lastOn: string): string[] {
  const first = monthNumber(firstOn);
  const ends = Array.from({ length: Math.max(0, 1 + monthNumber(lastOn) - first) }, (_, index) =>
    dayBefore(firstOfMonth(first + index + 1)),
  );
  return ends.filter((end) => end <= lastOn);
}

/** Months since year 0. */
function monthNumber(day: string): number {
  return 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;
}

function firstOfMonth(number: number): string {
  const year = String(Math.floor(number / 12)).padStart(4, "0");
  return `${year}-${String((number % 12) + 1).padStart(2, "0")}-01`;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
