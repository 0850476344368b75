import type { RefreshRhythm } from "./types.ts";

const DAY_MS = 86_400_000;

/** Days that may pass between two imports. */
const DAYS: Readonly<Record<RefreshRhythm, number | null>> = {
  live: 1,
  daily: 1,
  weekly: 7,
  monthly: 31,
  quarterly: 92,
  yearly: 366,
  on_demand: null,
};

/**
 * Days that a source is behind its rhythm; 0 when it is in time, null when nobody waits for it. All days YYYY-MM-DD.
 *
 * Worked: weekly, refreshed on 1 November: due on the 8th, one day behind on the 9th.
 *
 * @param refreshedOn the day of the last import; of a source without one, the day it was made
 */
export function daysOverdue(
  rhythm: RefreshRhythm,
  refreshedOn: string,
  today: string,
): number | null {
  const allowed = DAYS[rhythm];
  if (allowed === null) return null;
  return Math.max(0, (dayMs(today) - dayMs(refreshedOn)) / DAY_MS - allowed);
}

function dayMs(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
