import { type CalendarDate, parseDate } from "@internationalized/date";

/** A calendar day YYYY-MM-DD as react-aria wants it; null for none and for what is no day. */
export function toCalendarDay(day: string | null | undefined): CalendarDate | null {
  if (!day) return null;
  try {
    return parseDate(day);
  } catch {
    return null;
  }
}
