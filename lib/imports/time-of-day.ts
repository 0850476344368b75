import type { Parsed } from "./types.ts";

const MOMENT =
  /^(\S+?)(?:T|,?\s)\s*(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*([ap]m)?\s*(z|utc|gmt|[+-]\d\d(?::?\d\d)?)?$/i;

/** A day and, where the text has one, the time on it. */
export interface Moment {
  dayText: string;
  /** milliseconds since midnight; null when the text is a day only */
  timeMs: number | null;
  /** milliseconds east of UTC; null when the text does not say */
  offsetMs: number | null;
}

/** Parts a text such as "2024-12-31T18:30:00+01:00" or "12/31/2024, 6:30 PM" into day, time and offset. */
export function splitMoment(text: string): Parsed<Moment> {
  const match = MOMENT.exec(text);
  if (!match) return { value: { dayText: text, timeMs: null, offsetMs: null } };
  const [, dayText = "", hours, minutes, seconds = "0", fraction = "", half, zone] = match;
  const hour = hourOfDay(Number(hours), half);
  const offsetMs = zone === undefined ? null : parseOffset(zone);
  const isTime = hour <= 23 && Number(minutes) <= 59 && Number(seconds) <= 59;
  if (!isTime || Number.isNaN(offsetMs)) return { reason: "No such time." };
  const ms = Number(fraction.padEnd(3, "0").slice(0, 3));
  const timeMs = ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + ms;
  return { value: { dayText, timeMs, offsetMs } };
}

function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
}

// ±HH, ±HHMM or ±HH:MM; NaN where no place on earth has such an offset.
function parseOffset(zone: string): number {
  if (/^[a-z]/i.test(zone)) return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(":", ""));
  if (hours > 14 || minutes > 59) return Number.NaN;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
