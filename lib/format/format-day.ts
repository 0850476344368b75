import { formatTag } from "./locale.ts";
import { NO_VALUE } from "./no-value.ts";

/** A calendar day YYYY-MM-DD as text, the same in every time zone: "21 Nov 2026"; null → "–". */
export function formatDay(day: string | null, locale: string): string {
  if (day === null) return NO_VALUE;
  const format = new Intl.DateTimeFormat(formatTag(locale), {
    dateStyle: "medium",
    timeZone: "UTC",
  });
  return format.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}
