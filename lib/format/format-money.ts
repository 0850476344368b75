import { NO_VALUE } from "./no-value.ts";
import { numberText } from "./number-text.ts";

/**
 * `exact` shows every minor unit, `whole` rounds to major units, and
 * `compact` is for tiles and dense tables: "€15.86 M", "€774 k", "€15,870".
 */
export type MoneyStyle = "exact" | "whole" | "compact";

const MILLION = 1_000_000;
const THOUSAND = 1_000;
const COMPACT_FROM = 100_000;

/** Integer minor units of a currency as text: 250031563, "EUR" → "€2,500,315.63"; null → "–". */
export function formatMoney(
  amountMinor: number | null,
  currency: string,
  locale: string,
  style: MoneyStyle = "exact",
): string {
  if (amountMinor === null) return NO_VALUE;
  const amount = amountMinor / 10 ** minorDigits(currency);
  const shown = style === "compact" ? compactAmount(amount) : amount;
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    signDisplay: "negative",
    ...digitsFor(style, Math.abs(shown)),
  });
  return numberText(format.formatToParts(shown));
}

/** How many digits a currency has after the decimal sign: EUR 2, JPY 0, KWD 3. */
export function minorDigits(currency: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

function digitsFor(style: MoneyStyle, amount: number): Intl.NumberFormatOptions {
  if (style === "exact") return {};
  if (style === "whole" || amount < COMPACT_FROM) return { maximumFractionDigits: 0 };
  const digits = amount >= MILLION ? 2 : 0;
  return { notation: "compact", minimumFractionDigits: digits, maximumFractionDigits: digits };
}

/** Whole thousands below a million, so that 999,600 becomes "1.00 M" and not "1000 k". */
function compactAmount(amount: number): number {
  const size = Math.abs(amount);
  const isInThousands = size >= COMPACT_FROM && size < MILLION;
  return isInThousands ? Math.round(amount / THOUSAND) * THOUSAND : amount;
}
