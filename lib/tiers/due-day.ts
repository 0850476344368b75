import { addOpenTime } from "#lib/calendars/index.ts";
import type { Calendar } from "#lib/calendars/types.ts";
import { dayInZone, localToUtcMs, nextDay } from "#lib/time/index.ts";

const HOUR_MS = 3_600_000;

/**
 * The last day on which a promise in opening hours is kept, for something received on a day, YYYY-MM-DD. Counted from the end of
 * that day, as its hour is not always known; null where the workspace does not open for as long.
 *
 * Worked: 4 h for a Friday, open 9 to 17 from Monday to Friday: Monday. Without opening hours 4 h last until the next day.
 */
export function dueDay(calendar: Calendar, receivedOn: string, hours: number): string | null {
  const endMs = localToUtcMs(calendar.timeZone, Date.parse(nextDay(receivedOn)));
  const dueMs = addOpenTime(calendar, endMs, hours * HOUR_MS);
  return dueMs === null ? null : dayInZone(calendar.timeZone, dueMs - 1);
}
