import type { RenewalPeriod } from "./contract-types.ts";
import { WEEKS_PER_YEAR } from "./weeks.ts";

const DAY_MS = 86_400_000;
const MONTHS: Readonly<Record<Exclude<RenewalPeriod, "week">, number>> = {
  month: 1,
  quarter: 3,
  year: 12,
};

/** The length of a period in weeks, that of months on average: 52.1786 weeks a year. */
export function weeksOf(period: RenewalPeriod): number {
  return period === "week" ? 1 : (MONTHS[period] * WEEKS_PER_YEAR) / 12;
}

/** Renewals that fall due up to and with a day, of a contract that begins on `startDay`; days since 1970-01-01. Worked: from 31 January to 28 February of 2025 one month. */
export function renewalsDue(startDay: number, day: number, period: RenewalPeriod): number {
  if (day <= startDay) return 0;
  if (period === "week") return Math.floor((day - startDay) / 7);
  const [start, end] = [dateOf(startDay), dateOf(day)];
  const months = end.getUTCMonth() - start.getUTCMonth();
  const whole = 12 * (end.getUTCFullYear() - start.getUTCFullYear()) + months;
  const dueOn = Math.min(start.getUTCDate(), lastDateOf(end));
  return Math.floor((whole - (end.getUTCDate() < dueOn ? 1 : 0)) / MONTHS[period]);
}

/** The day on which a renewal falls: the same date of a later month, or its last day. */
export function renewalDay(startDay: number, renewal: number, period: RenewalPeriod): number {
  if (period === "week") return startDay + 7 * renewal;
  const start = dateOf(startDay);
  const months = start.getUTCMonth() + MONTHS[period] * renewal;
  const first = new Date(Date.UTC(start.getUTCFullYear(), months, 1));
  const date = Math.min(start.getUTCDate(), lastDateOf(first));
  return first.getTime() / DAY_MS + date - 1;
}

/** Periods that have begun by the end of a contract, the first included: what was paid for. */
export function periodsBegun(startDay: number, endDay: number, period: RenewalPeriod): number {
  return endDay <= startDay ? 1 : renewalsDue(startDay, endDay - 1, period) + 1;
}

function dateOf(day: number): Date {
  return new Date(day * DAY_MS);
}

function lastDateOf(date: Date): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}
