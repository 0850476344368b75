import { minorDigits } from "./format-money.ts";

/** Minor units of a currency as a plain decimal number for files: 250031563, "EUR" → "2500315.63". */
export function amountText(amountMinor: number, currency: string): string {
  const digits = minorDigits(currency);
  return (amountMinor / 10 ** digits).toFixed(digits);
}
