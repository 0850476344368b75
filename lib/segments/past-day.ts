import { z } from "zod";
import { dayInZone } from "#lib/time/index.ts";

/** A day that an address asks for (YYYY-MM-DD); `onDay` null: the last one. `unread`: what was asked and is no day up to today. */
export type PastDay = { readonly onDay: string | null; readonly unread: string | null };

/** `?asOf` of a page: a day of the calendar up to today in the workspace. */
export function readPastDay(asked: string | string[] | undefined, timeZone: string): PastDay {
  const text = (Array.isArray(asked) ? asked[0] : asked)?.trim() ?? "";
  if (text === "") return { onDay: null, unread: null };
  const isDay = z.iso.date().safeParse(text).success && text >= "1900-01-01";
  const isPast = isDay && text <= dayInZone(timeZone, Date.now());
  return isPast ? { onDay: text, unread: null } : { onDay: null, unread: text.slice(0, 40) };
}

/** The last days of up to `most` quarters that ended between two days (YYYY-MM-DD), the latest first. */
export function quarterEnds(from: string, to: string, most: number): string[] {
  const ends: string[] = [];
  const last = new Date(`${to}T00:00:00Z`);
  for (let back = 0; ends.length < most; back += 1) {
    const quarter = Math.floor(last.getUTCMonth() / 3) - back;
    const end = new Date(Date.UTC(last.getUTCFullYear(), quarter * 3, 0))
      .toISOString()
      .slice(0, 10);
    if (end < from) break;
    ends.push(end);
  }
  return ends;
}
