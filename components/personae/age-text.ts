import { formatTag } from "#lib/format/locale.ts";

const DAY_MS = 86_400_000;
const UNITS = [
  { unit: "year", days: 730 },
  { unit: "month", days: 61 },
  { unit: "week", days: 14 },
  { unit: "day", days: 0 },
] as const;
const DAYS_IN = { year: 365.25, month: 30.44, week: 7, day: 1 } as const;

/** How long ago a day was, in its largest whole unit from two up: "14 months ago". Days YYYY-MM-DD. */
export function ageText(day: string, today: string, locale: string): string {
  const days = Math.max(0, Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS));
  const unit = UNITS.find(({ days: least }) => days >= least)?.unit ?? "day";
  const format = new Intl.RelativeTimeFormat(formatTag(locale), { numeric: "auto" });
  return format.format(-Math.floor(days / DAYS_IN[unit]), unit);
}
