import { formatTag } from "./locale.ts";
import { NO_VALUE } from "./no-value.ts";

/** An ISO 8601 instant in a time zone: "21 Nov 2026, 14:32"; null → "–". */
export function formatInstant(iso: string | null, locale: string, timeZone: string): string {
  if (iso === null) return NO_VALUE;
  const format = new Intl.DateTimeFormat(formatTag(locale), {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone,
  });
  return format.format(new Date(iso));
}
