import type { Interval } from "./types.ts";

export type ParsedHours = { intervals: readonly Interval[] } | { problem: string };

const MINUTES_A_DAY = 24 * 60;
const MOST_INTERVALS = 8;
const CLOSED = /^(?:closed|-|–)?$/i;
const STRETCH = /^(\d{1,2})(?:[:.](\d{2}))?\s*(?:-|–|—|to)\s*(\d{1,2})(?:[:.](\d{2}))?$/i;

/**
 * Opening hours of a day as a person writes them: "9–12:30, 13:30–17:30" → two intervals in order; "" and "closed" → none.
 * The problem is a sentence that says the way out.
 */
export function parseHours(text: string): ParsedHours {
  if (CLOSED.test(text.trim())) return { intervals: [] };
  const parts = text.split(/[,;]/).map((part) => part.trim());
  if (parts.length > MOST_INTERVALS)
    return { problem: `Give at most ${MOST_INTERVALS} stretches a day.` };
  const intervals: Interval[] = [];
  for (const part of parts) {
    const interval = parseStretch(part);
    if (typeof interval === "string") return { problem: interval };
    intervals.push(interval);
  }
  intervals.sort((one, other) => minuteOf(one.from) - minuteOf(other.from));
  const problem = overlapIn(intervals);
  return problem === null ? { intervals } : { problem };
}

/** Intervals as `parseHours` reads them: "09:00–12:30, 13:30–17:30"; none → "". */
export function hoursText(intervals: readonly Interval[]): string {
  return intervals.map(stretchText).join(", ");
}

/** Minutes since midnight of a clock time: "13:30" → 810, "24:00" → 1440. */
export function minuteOf(clock: string): number {
  return 60 * Number(clock.slice(0, 2)) + Number(clock.slice(3, 5));
}

function parseStretch(part: string): Interval | string {
  const match = STRETCH.exec(part);
  if (!match)
    return part === ""
      ? "A stretch is missing between two commas."
      : `“${part}” is no stretch of hours. Write it like 9:00–17:30.`;
  const from = clockOf(match[1], match[2]);
  const to = clockOf(match[3], match[4]);
  if (from === null || to === null || from === "24:00")
    return `“${part}” names a time that does not exist. A day runs from 0:00 to 24:00.`;
  if (minuteOf(from) >= minuteOf(to))
    return `“${part}” ends before it begins. A stretch over midnight is two: until 24:00, and from 0:00 of the next day.`;
  return { from, to };
}

function clockOf(hours = "", minutes = "00"): string | null {
  const isReal = Number(minutes) < 60 && 60 * Number(hours) + Number(minutes) <= MINUTES_A_DAY;
  return isReal ? `${hours.padStart(2, "0")}:${minutes}` : null;
}

function overlapIn(intervals: readonly Interval[]): string | null {
  for (const [at, interval] of intervals.entries()) {
    const next = intervals[at + 1];
    if (next && minuteOf(next.from) < minuteOf(interval.to))
      return `${stretchText(interval)} and ${stretchText(next)} overlap. Give each hour once.`;
  }
  return null;
}

function stretchText({ from, to }: Interval): string {
  return `${from}–${to}`;
}
