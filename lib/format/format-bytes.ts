import { formatNumber } from "./format-number.ts";
import { NO_BREAK_SPACE, NO_VALUE } from "./no-value.ts";

const UNITS = ["B", "kB", "MB", "GB", "TB"] as const;

/** A size in decimal units: 1900000 → "1.9 MB"; null → "–". */
export function formatBytes(bytes: number | null, locale: string): string {
  if (bytes === null) return NO_VALUE;
  const last = UNITS.length - 1;
  const power = bytes < 1000 ? 0 : Math.min(last, Math.floor(Math.log10(bytes) / 3));
  const size = bytes / 1000 ** power;
  const digits = power === 0 || size >= 100 ? 0 : 1;
  return `${formatNumber(size, locale, { digits })}${NO_BREAK_SPACE}${UNITS[power]}`;
}
