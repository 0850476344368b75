import { zoneOffsetMs } from "./time-zone.ts";

const DAY_MS = 86_400_000;

/** The calendar day YYYY-MM-DD that clocks in the zone (IANA name) show at an instant. */
export function dayInZone(timeZone: string, utcMs: number): string {
  return dayOf(utcMs + zoneOffsetMs(timeZone, utcMs));
}

/** The day so many days after a day; before it for a negative count. */
export function nextDay(day: string, count = 1): string {
  return dayOf(Date.parse(day) + count * DAY_MS);
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
