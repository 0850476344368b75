import { formatTag } from "./locale.ts";

/** An instant as a time of day: "14:32". In the time zone of this machine when none is given. */
export function formatTime(at: Date, locale: string, timeZone?: string): string {
  const format = new Intl.DateTimeFormat(formatTag(locale), {
    timeStyle: "short",
    ...(timeZone ? { timeZone } : {}),
  });
  return format.format(at);
}
