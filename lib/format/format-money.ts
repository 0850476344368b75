import { NO_VALUE } from "./no-value.ts";
import { numberText } from "./number-text.ts";

/**
 * `exact` shows every minor unit, `whole` rounds to major units, and
 * `compact` is for tiles and dense tables: "€15.86 M", "€774 k", "€15,870";
 * `thousands` is for numbers beside one that is written so: "€50 k" under "€100 k".
 */
export type MoneyStyle = "exact" | "whole" | "compact" | "thousands";

const MILLION = 1_000_000;
const THOUSAND = 1_000;
/** From which amount on a style is written in thousands and millions. */
const SHORT_FROM: Record<MoneyStyle, number> = {
  exact: Number.POSITIVE_INFINITY,
  whole: Number.POSITIVE_INFINITY,
  compact: 100_000,
  thousands: THOUSAND,
};

/** Integer minor units of a currency as text: 250031563, "EUR" → "€2,500,315.63"; null → "–". */
export function formatMoney(
  amountMinor: number | null,
  currency: string,
  locale: string,
  style: MoneyStyle = "exact",
): string {
  if (amountMinor === null) return NO_VALUE;
  const amount = amountMinor / 10 ** minorDigits(currency);
  const from = SHORT_FROM[style];
  const shown = inThousands(amount, from);
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    signDisplay: "negative",
    ...(style === "exact" ? {} : digitsFor(Math.abs(shown), from)),
  });
  return numberText(format.formatToParts(shown));
}

/** Whether `compact` writes an amount in thousands or millions. */
export function isShortened(amountMinor: number, currency: string): boolean {
  return Math.abs(amountMinor) / 10 ** minorDigits(currency) >= SHORT_FROM.compact;
}

/** How many digits a currency has after the decimal sign: EUR 2, JPY 0, KWD 3. */
export function minorDigits(currency: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

function digitsFor(amount: number, from: number): Intl.NumberFormatOptions {
  if (amount < from) return { maximumFractionDigits: 0 };
  const digits = amount >= MILLION ? 2 : 0;
  return { notation: "compact", minimumFractionDigits: digits, maximumFractionDigits: digits };
}

/** Whole thousands below a million, so that 999,600 becomes "1.00 M" and not "1000 k". */
function inThousands(amount: number, from: number): number {
  const size = Math.abs(amount);
  return size >= from && size < MILLION ? Math.round(amount / THOUSAND) * THOUSAND : amount;
}
