import { formatTag } from "./locale.ts";

/** A calendar month YYYY-MM as text: "Nov 2026". */
export function formatMonth(month: string, locale: string): string {
  const format = new Intl.DateTimeFormat(formatTag(locale), {
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}
