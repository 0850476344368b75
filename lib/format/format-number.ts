import { NO_VALUE } from "./no-value.ts";
import { numberText } from "./number-text.ts";

export type NumberOptions = {
  /** Digits after the decimal sign; 0 by default */
  digits?: number;
  /** Print + before positive numbers */
  isSigned?: boolean;
};

/** A number with thousands separators: 12408 → "12,408"; null → "–". */
export function formatNumber(
  value: number | null,
  locale: string,
  { digits = 0, isSigned = false }: NumberOptions = {},
): string {
  if (value === null) return NO_VALUE;
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: isSigned ? "exceptZero" : "negative",
  });
  return numberText(format.formatToParts(value));
}
