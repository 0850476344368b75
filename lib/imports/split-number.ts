import type { DecimalSeparator, Parsed } from "./types.ts";

/** Digits before and after the decimal mark. */
export interface DecimalNumber {
  whole: string;
  fraction: string;
}

const GROUPED = /^\d{1,3}([.,' ])\d{3}(?:\1\d{3})*$/;
const GROUPED_INDIAN = /^\d{1,2}(?:,\d\d)+,\d{3}$/;
const READ_TWO_WAYS = /^[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * Parts a number such as "1,234.50", "1.234,50", "1 234,50" or "1'234.50" into whole and fraction, without its
 * thousands marks. Undefined when it is no number.
 */
export function splitNumber(
  text: string,
  decimalSeparator?: DecimalSeparator,
): Parsed<DecimalNumber> | undefined {
  const plain = text.replaceAll(/\s/g, " ").replaceAll(/[’`´]/g, "'");
  if (decimalSeparator === undefined && READ_TWO_WAYS.test(plain))
    return { reason: "The number can be read two ways: choose point or comma for decimals." };
  const mark = decimalSeparator ?? decimalMark(plain);
  const at = mark === undefined ? -1 : plain.indexOf(mark);
  const grouped = at === -1 ? plain : plain.slice(0, at);
  const fraction = at === -1 ? "" : plain.slice(at + 1);
  const whole = withoutGroups(grouped, mark);
  if (whole === undefined || !/^\d*$/.test(fraction)) return undefined;
  return { value: { whole, fraction } };
}

// Of two kinds of marks the last one is for decimals; a mark that comes twice is for thousands.
function decimalMark(text: string): string | undefined {
  const marks = text.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  const isOnlyKind = marks.every((mark) => mark === last);
  return isOnlyKind && marks.length > 1 ? undefined : last;
}

function withoutGroups(text: string, decimalMark: string | undefined): string | undefined {
  if (/^\d*$/.test(text)) return text;
  if (!GROUPED.test(text) && !GROUPED_INDIAN.test(text)) return undefined;
  return decimalMark !== undefined && text.includes(decimalMark)
    ? undefined
    : text.replaceAll(/\D/g, "");
}
