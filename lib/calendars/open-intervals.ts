import { minuteOf } from "./parse-hours.ts";
import type { Calendar, CalendarHours, CalendarVersion, Interval } from "./types.ts";

const MINUTE_MS = 60_000;
const WHOLE_DAY: readonly Interval[] = [{ from: "00:00", to: "24:00" }];

/** The version in force on a day: the latest that has begun, and of those that begin together the last one saved. */
export function versionOn(calendar: Calendar, day: string): CalendarVersion | null {
  return calendar.versions.findLast(({ validFromOn }) => validFromOn <= day) ?? null;
}

/** Opening hours of a calendar day in the workspace's time zone, by local clocks; the whole day where no version is in force. */
export function openIntervalsOn(calendar: Calendar, day: string): readonly Interval[] {
  const version = versionOn(calendar, day);
  if (!version) return WHOLE_DAY;
  const exception = version.hours.exceptions.find(({ on }) => on === day);
  return exception?.intervals ?? version.hours.weekdays[weekdayOf(day)] ?? [];
}

/** Open milliseconds of an ordinary week: without exceptions, and with every day of 24 hours. */
export function weeklyOpenMs({ weekdays }: Pick<CalendarHours, "weekdays">): number {
  return weekdays
    .flat()
    .reduce((sum, { from, to }) => sum + (minuteOf(to) - minuteOf(from)) * MINUTE_MS, 0);
}

/** 0 for Monday to 6 for Sunday. */
function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}
