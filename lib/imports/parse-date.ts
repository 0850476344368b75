import { localToUtcMs, zoneOffsetMs } from "#lib/time/index.ts";
import { parseCalendarDay } from "./calendar-day.ts";
import { splitMoment } from "./time-of-day.ts";
import type { DateFormat, Parsed } from "./types.ts";

/** When something happened: the day, YYYY-MM-DD, and the instant in UTC where it is known. */
export interface Happening {
  on: string;
  at: string | null;
}

/** Reads a day, YYYY-MM-DD; of a text with a time, the day as it is written. */
export function parseDate(text: string, dateFormat?: DateFormat): Parsed<string> {
  if (!text.includes(":")) return parseCalendarDay(text, dateFormat);
  const moment = splitMoment(text);
  return "reason" in moment ? moment : parseCalendarDay(moment.value.dayText, dateFormat);
}

/**
 * Reads an instant. A time that does not say its offset is read by the clocks of `timeZone` (IANA name), and
 * the day is the day there. A day without a time has no instant.
 */
export function parseInstant(
  text: string,
  timeZone: string,
  dateFormat?: DateFormat,
): Parsed<Happening> {
  const moment = splitMoment(text);
  if ("reason" in moment) return moment;
  const { dayText, timeMs, offsetMs } = moment.value;
  const day = parseCalendarDay(dayText, dateFormat);
  if ("reason" in day) return day;
  if (timeMs === null) return { value: { on: day.value, at: null } };
  const localMs = Date.parse(day.value) + timeMs;
  if (offsetMs === null)
    return { value: { on: day.value, at: isoInstant(localToUtcMs(timeZone, localMs)) } };
  const utcMs = localMs - offsetMs;
  const on = isoInstant(utcMs + zoneOffsetMs(timeZone, utcMs)).slice(0, 10);
  return { value: { on, at: isoInstant(utcMs) } };
}

function isoInstant(ms: number): string {
  return new Date(ms).toISOString();
}
