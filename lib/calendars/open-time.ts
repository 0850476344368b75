import { openSpansBetween } from "./open-spans.ts";
import type { Calendar } from "./types.ts";

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
/** Whoever does not open within ten years does not open. */
const MOST_WEEKS = 522;

/** Whether the workspace is open at an instant (milliseconds UTC). */
export function isOpenAt(calendar: Calendar, instantMs: number): boolean {
  return openSpansBetween(calendar, instantMs, instantMs + 1).length > 0;
}

/** Open milliseconds from one instant to another; 0 when the second is not after the first. */
export function openTimeBetween(calendar: Calendar, fromMs: number, toMs: number): number {
  return openSpansBetween(calendar, fromMs, toMs).reduce(
    (sum, [start, end]) => sum + end - start,
    0,
  );
}

/**
 * The first instant by which so many open milliseconds have passed since another: the end of a day's hours, not the start of
 * the next. 0 gives the instant itself; null where so much open time does not come within ten years.
 */
export function addOpenTime(calendar: Calendar, instantMs: number, openMs: number): number | null {
  if (openMs <= 0) return instantMs;
  let leftMs = openMs;
  for (let week = 0; week < MOST_WEEKS; week++) {
    const startMs = instantMs + week * WEEK_MS;
    for (const [fromMs, toMs] of openSpansBetween(calendar, startMs, startMs + WEEK_MS)) {
      if (toMs - fromMs >= leftMs) return fromMs + leftMs;
      leftMs -= toMs - fromMs;
    }
  }
  return null;
}
