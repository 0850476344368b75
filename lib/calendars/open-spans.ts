import { dayInZone, nextDay, zoneOffsetMs } from "#lib/time/index.ts";
import { openIntervalsOn } from "./open-intervals.ts";
import { minuteOf } from "./parse-hours.ts";
import type { Calendar } from "./types.ts";

/** Open time from one instant (included) to another (not), in milliseconds UTC. */
export type OpenSpan = readonly [fromMs: number, toMs: number];

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** No clock on earth is further from UTC. */
const FURTHEST_MS = 15 * HOUR_MS;

/** Open spans between two instants, in order and cut to them. */
export function openSpansBetween(calendar: Calendar, fromMs: number, toMs: number): OpenSpan[] {
  if (fromMs >= toMs) return [];
  // A clock put back over midnight shows the day before again: so one day more on either side.
  const first = nextDay(dayInZone(calendar.timeZone, fromMs), -1);
  const last = nextDay(dayInZone(calendar.timeZone, toMs));
  const spans: OpenSpan[] = [];
  for (let day = first; day <= last; day = nextDay(day)) spans.push(...openSpansOn(calendar, day));
  return spans
    .map(([start, end]): OpenSpan => [Math.max(start, fromMs), Math.min(end, toMs)])
    .filter(([start, end]) => start < end)
    .sort(([one], [other]) => one - other);
}

/**
 * The instants of a day at which local clocks show an open time. An hour that is left out in spring is not there; an hour
 * that comes twice in autumn is open twice.
 */
function openSpansOn(calendar: Calendar, day: string): OpenSpan[] {
  const intervals = openIntervalsOn(calendar, day);
  if (intervals.length === 0) return [];
  const midnight = Date.parse(day);
  return steadyStretches(calendar.timeZone, midnight).flatMap(({ fromMs, toMs, offsetMs }) =>
    intervals
      .map(({ from, to }): OpenSpan => {
        const start = midnight + minuteOf(from) * MINUTE_MS - offsetMs;
        const end = midnight + minuteOf(to) * MINUTE_MS - offsetMs;
        return [Math.max(start, fromMs), Math.min(end, toMs)];
      })
      .filter(([start, end]) => start < end),
  );
}

type Steady = { fromMs: number; toMs: number; offsetMs: number };

/** The time around a local day, cut where clocks change. */
function steadyStretches(timeZone: string, midnight: number): Steady[] {
  const fromMs = midnight - FURTHEST_MS;
  const toMs = midnight + DAY_MS + FURTHEST_MS;
  const offsetAt = (ms: number) => zoneOffsetMs(timeZone, ms);
  const offsetMs = offsetAt(fromMs);
  const isSteady = [midnight, midnight + DAY_MS, toMs].every((ms) => offsetAt(ms) === offsetMs);
  if (isSteady) return [{ fromMs, toMs, offsetMs }];
  const stretches: Steady[] = [];
  let start = fromMs;
  for (let hour = fromMs; hour < toMs; hour += HOUR_MS) {
    if (offsetAt(hour) === offsetAt(hour + HOUR_MS)) continue;
    const change = changeBetween(offsetAt, hour, hour + HOUR_MS);
    stretches.push({ fromMs: start, toMs: change, offsetMs: offsetAt(hour) });
    start = change;
  }
  return [...stretches, { fromMs: start, toMs, offsetMs: offsetAt(toMs) }];
}

/** The first instant with the later offset, to the second: clocks change on a whole one. */
function changeBetween(offsetAt: (ms: number) => number, fromMs: number, toMs: number): number {
  let [before, after] = [fromMs, toMs];
  while (after - before > 1_000) {
    const middle = Math.floor((before + after) / 2_000) * 1_000;
    if (offsetAt(middle) === offsetAt(fromMs)) before = middle;
    else after = middle;
  }
  return after;
}
