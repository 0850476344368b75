import { localToUtcMs, zoneOffsetMs } from "#lib/time/index.ts";
import { parseCalendarDay } from "./calendar-day.ts";
import { splitMoment } from "./time-of-day.ts";
import type { DateFormat, Parsed } from "./types.ts";

/** When something happened: the day, YYYY-MM-DD, and the instant in UTC where it is known. */
export interface Happening {
  on: string;
  at: string | null;
}

/** How the times of a file are read. */
type Clocks = {
  /** Of times that do not say their offset; an IANA name */
  timeZone: string;
  /** In which days are counted: the workspace's. That of the times where it is left out */
  dayZone?: string | undefined;
  dateFormat?: DateFormat | undefined;
};

/** Reads a day, YYYY-MM-DD; of a text with a time, the day as it is written. */
export function parseDate(text: string, dateFormat?: DateFormat): Parsed<string> {
  if (!text.includes(":")) return parseCalendarDay(text, dateFormat);
  const moment = splitMoment(text);
  return "reason" in moment ? moment : parseCalendarDay(moment.value.dayText, dateFormat);
}

/**
 * Reads a day, YYYY-MM-DD; of an instant its day in `dayZone`. Programs that know days only write them as midnight: that
 * is the day as it is written, whatever its offset.
 */
export function parseDayIn(text: string, clocks: Clocks): Parsed<string> {
  const moment = text.includes(":") ? splitMoment(text) : null;
  if (moment === null || "reason" in moment || moment.value.timeMs === 0)
    return parseDate(text, clocks.dateFormat);
  const instant = parseInstant(text, clocks);
  return "reason" in instant ? instant : { value: instant.value.on };
}

/**
 * Reads an instant. A time that does not say its offset is read by the clocks of `timeZone`; the day is the one in
 * `dayZone`, whatever the file's zone is. A day without a time has no instant.
 */
export function parseInstant(text: string, clocks: Clocks): Parsed<Happening> {
  const { timeZone, dayZone = timeZone, dateFormat } = clocks;
  const moment = splitMoment(text);
  if ("reason" in moment) return moment;
  const { dayText, timeMs, offsetMs } = moment.value;
  const day = parseCalendarDay(dayText, dateFormat);
  if ("reason" in day) return day;
  if (timeMs === null) return { value: { on: day.value, at: null } };
  const localMs = Date.parse(day.value) + timeMs;
  const utcMs = offsetMs === null ? localToUtcMs(timeZone, localMs) : localMs - offsetMs;
  // Where clocks are put forward a time may not exist: the day that was written stands.
  if (offsetMs === null && dayZone === timeZone)
    return { value: { on: day.value, at: isoInstant(utcMs) } };
  const on = isoInstant(utcMs + zoneOffsetMs(dayZone, utcMs)).slice(0, 10);
  return { value: { on, at: isoInstant(utcMs) } };
}

function isoInstant(ms: number): string {
  return new Date(ms).toISOString();
}
