import { formatNumber } from "#lib/format/format-number.ts";

const DIGITS = 3;

/** An estimate with the digits that it can have: 123,456 as "≈ 123,000". */
export function aboutText(count: number, locale: string): string {
  return `≈ ${formatNumber(rounded(count), locale)}`;
}

export function rounded(count: number): number {
  return Number(count.toPrecision(DIGITS));
}
