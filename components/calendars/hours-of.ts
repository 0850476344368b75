import { formatNumber } from "#lib/format/format-number.ts";

const HOUR_MS = 3_600_000;

/** Milliseconds as hours with at most two digits, none where they are whole: 135000000 → "37.5". */
export function hoursOf(openMs: number, locale: string): string {
  const hours = Math.round((100 * openMs) / HOUR_MS) / 100;
  const digits = [0, 1, 2].find((count) => Number(hours.toFixed(count)) === hours) ?? 2;
  return formatNumber(hours, locale, { digits });
}
