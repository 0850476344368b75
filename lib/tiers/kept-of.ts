import type { Calendar } from "#lib/calendars/types.ts";
import { wilsonInterval } from "#lib/stats/wilson-interval.ts";
import { dueDay } from "./due-day.ts";
import type { KeptPromise } from "./types.ts";

/** So many complaints of the same days, YYYY-MM-DD. */
export type ComplaintDays = {
  receivedOn: string;
  closedOn: string | null;
  isOpen: boolean;
  count: number;
};

type When = { calendar: Calendar; today: string };

/**
 * How many complaints were closed by the day that a promise of so many opening hours gives them, and how many are open after it.
 * One that its source calls closed without a day counts as neither.
 */
export function keptOf(
  rows: readonly ComplaintDays[],
  promisedHours: number,
  { calendar, today }: When,
): KeptPromise {
  const dueOn = new Map<string, string | null>();
  const due = (receivedOn: string) => {
    if (!dueOn.has(receivedOn)) dueOn.set(receivedOn, dueDay(calendar, receivedOn, promisedHours));
    return dueOn.get(receivedOn) ?? null;
  };
  const isBy = (day: string, receivedOn: string) => day <= (due(receivedOn) ?? day);
  const sum = (isIt: (row: ComplaintDays) => boolean) =>
    rows.reduce((all, row) => (isIt(row) ? all + row.count : all), 0);
  const closed = sum(({ closedOn }) => closedOn !== null);
  const within = sum(({ closedOn, receivedOn }) => closedOn !== null && isBy(closedOn, receivedOn));
  const late = sum(({ isOpen, receivedOn }) => isOpen && !isBy(today, receivedOn));
  return { promisedHours, closed, within, late, interval: wilsonInterval(within, closed) };
}
