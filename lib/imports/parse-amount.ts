import { MOST_MINOR } from "#lib/format/most-minor.ts";
import { type Currency, currencyOf, isCurrencyCode } from "./currency.ts";
import { type DecimalNumber, splitNumber } from "./split-number.ts";
import type { DecimalSeparator, Parsed } from "./types.ts";

const PLAIN = /^\d{1,11}(?:\.\d{1,2})?$/;
const DIGITS_INSIDE = /^(\D*?)([.,]?\d(?:.*\d)?)(\D*)$/s;
const NO_CENTS = /^[.,][-−–]*/; // the ends of "12,-" and "12."
const SIGNS = /[-−–+()\s]/g;
// "$", "US$": whatever else stands beside a number may be anything, and is not told again.
const CURRENCY_SIGN = /^[A-Za-z]{0,3}\p{Sc}$/u;
const NOT_AN_AMOUNT = { reason: "Not an amount. Write it as 1234.50." };

/** As `parseSignedAmount`, where an amount below zero makes no sense. */
export function parseAmount(
  text: string,
  currencyCode: string,
  decimalSeparator?: DecimalSeparator,
): Parsed<number> {
  const amount = parseSignedAmount(text, currencyCode, decimalSeparator);
  if ("value" in amount && amount.value < 0)
    return { reason: "Negative amounts cannot stand here." };
  return amount;
}

/**
 * Reads an amount of money as a whole number of minor units (cents) of the currency, an ISO code. Digits are
 * moved, never rounded. One mark before three digits, as in "1,234", needs `decimalSeparator`.
 */
export function parseSignedAmount(
  text: string,
  currencyCode: string,
  decimalSeparator?: DecimalSeparator,
): Parsed<number> {
  const currency = currencyOf(currencyCode);
  const isPlain = currency.digits === 2 && decimalSeparator !== "," && PLAIN.test(text);
  return isPlain ? { value: plainCents(text) } : writtenAmount(text, currency, decimalSeparator);
}

function plainCents(text: string): number {
  const point = text.indexOf(".");
  if (point === -1) return Number(text) * 100;
  return Number(text.slice(0, point)) * 100 + Number(text.slice(point + 1).padEnd(2, "0"));
}

function writtenAmount(
  text: string,
  currency: Currency,
  decimalSeparator?: DecimalSeparator,
): Parsed<number> {
  const [, before, digits = "", after = ""] = DIGITS_INSIDE.exec(text.trim()) ?? [];
  if (before === undefined) return NOT_AN_AMOUNT;
  const tail = after.replace(NO_CENTS, "");
  const foreign = foreignSign([before, tail], currency);
  if (foreign !== undefined) return foreignReason(foreign, currency);
  const number = splitNumber(digits, decimalSeparator);
  if (number === undefined || before.includes("(") !== tail.includes(")")) return NOT_AN_AMOUNT;
  if ("reason" in number) return number;
  const amount = minorUnits(number.value, currency);
  const isNegative = /[-−–(]/.test(before + tail);
  return isNegative && "value" in amount && amount.value !== 0 ? { value: -amount.value } : amount;
}

function foreignSign(affixes: string[], currency: Currency): string | undefined {
  const signs = affixes.map((affix) => affix.replaceAll(SIGNS, ""));
  return signs.find((sign) => sign !== "" && !currency.signs.has(sign.toLowerCase()));
}

function foreignReason(sign: string, currency: Currency): { reason: string } {
  const isCurrency = CURRENCY_SIGN.test(sign) || isCurrencyCode(sign);
  return isCurrency
    ? { reason: `${sign} is not the file's currency, ${currency.code}.` }
    : NOT_AN_AMOUNT;
}

function minorUnits({ whole, fraction }: DecimalNumber, currency: Currency): Parsed<number> {
  const decimals = fraction.replace(/0+$/, "");
  if (decimals.length > currency.digits)
    return { reason: `More decimals than ${currency.code} has (${currency.digits}).` };
  const minor = Number(whole + decimals.padEnd(currency.digits, "0"));
  return minor <= MOST_MINOR ? { value: minor } : { reason: tooLarge(currency) };
}

function tooLarge({ code, digits }: Currency): string {
  const most = new Intl.NumberFormat("en-GB").format(MOST_MINOR / 10 ** digits);
  return `The amount is too large: at most ${most} ${code}.`;
}
