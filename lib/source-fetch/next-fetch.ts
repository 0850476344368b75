import { localToUtcMs, zoneOffsetMs } from "#lib/time/index.ts";
import type { FetchTimes } from "./types.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** 1 January 1970 was a Thursday, the fourth day of its week. */
const FIRST_WEEK_DAY = 4;

/** After this many failures in a row those who answer for a source are told. */
export const FAILURES_TOLD = 3;
/** After this many nobody waits for its address any more. */
export const FAILURES_GIVEN_UP = 10;
/** Minutes to the next try after the first failures in a row; then it waits for its time. */
const WAITS_MINUTES = [10, 30, 120] as const;

/**
 * The next time of a schedule after an instant, in milliseconds UTC: the next full hour, or the hour of the day by the
 * clocks of the zone. Times that were missed are not made up for. An hour that the clocks leave out is read as they stood
 * before; one that comes twice counts once.
 *
 * Worked: daily at 5 in Europe/Vienna, after 22 November 2026 12:00 UTC: 23 November 04:00 UTC.
 */
export function nextFetchMs({ rhythm, ...times }: FetchTimes, timeZone: string, afterMs: number) {
  if (rhythm === "hourly") return (Math.floor(afterMs / HOUR_MS) + 1) * HOUR_MS;
  const localMs = afterMs + zoneOffsetMs(timeZone, afterMs);
  const today = Math.floor(localMs / DAY_MS);
  for (let day = today; ; day++) {
    const isDay = rhythm === "daily" || weekDayOf(day) === times.weekDay;
    const atMs = localToUtcMs(timeZone, day * DAY_MS + times.atHour * HOUR_MS);
    if (isDay && atMs > afterMs) return atMs;
  }
}

/** The same after so many failures in a row, ≥ 1: earlier for the first three, null when it is given up. */
export function nextAfterFailureMs(
  times: FetchTimes,
  timeZone: string,
  { failures, nowMs }: { failures: number; nowMs: number },
): number | null {
  if (failures >= FAILURES_GIVEN_UP) return null;
  const usualMs = nextFetchMs(times, timeZone, nowMs);
  const waitMinutes = WAITS_MINUTES[failures - 1];
  return waitMinutes === undefined ? usualMs : Math.min(usualMs, nowMs + waitMinutes * 60_000);
}

/** 1 is Monday; `day` counts from 1 January 1970. */
function weekDayOf(day: number): number {
  return ((day + FIRST_WEEK_DAY - 1) % 7) + 1;
}
