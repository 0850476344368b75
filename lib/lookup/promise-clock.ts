import { addOpenTime, openTimeBetween } from "#lib/calendars/index.ts";
import type { Calendar } from "#lib/calendars/types.ts";

const HOUR_MS = 3_600_000;

/** When something was received, what was promised, and now; instants in milliseconds UTC. */
export type PromiseTimes = { receivedMs: number; promisedHours: number; nowMs: number };

/**
 * Whole opening hours until a promise in opening hours runs out; below 0 once it has: whole hours by the clock on the wall since then.
 * null where the workspace does not open for as long.
 *
 * Worked: 4 h promised at 16:00 on a Friday, open 9 to 17 from Monday to Friday: at 10:00 on Monday 2 are left, at 14:00 it is −2.
 */
export function hoursLeft(
  calendar: Calendar,
  { receivedMs, promisedHours, nowMs }: PromiseTimes,
): number | null {
  const dueMs = addOpenTime(calendar, receivedMs, promisedHours * HOUR_MS);
  if (dueMs === null) return null;
  const leftMs = nowMs <= dueMs ? openTimeBetween(calendar, nowMs, dueMs) : dueMs - nowMs;
  return Math.floor(leftMs / HOUR_MS);
}
