import { NO_VALUE } from "./no-value.ts";
import { numberText } from "./number-text.ts";

/** A share 0..1 as a percentage with a no-break space: 0.26 → "26.0 %"; null → "–". */
export function formatPercent(share: number | null, locale: string, digits = 1): string {
  if (share === null) return NO_VALUE;
  const format = new Intl.NumberFormat(locale, {
    style: "percent",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: "negative",
  });
  return numberText(format.formatToParts(share));
}
