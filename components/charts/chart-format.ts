import { formatMoney, isShortened } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { NO_BREAK_SPACE, NO_VALUE } from "#lib/format/no-value.ts";

/** How the numbers of a figure are written. Plain values: functions cannot go from server to browser. */
export type ChartFormat = {
  locale: string;
  digits?: number;
  isSigned?: boolean;
  /** After the number: "%" */
  unit?: string;
  /** The numbers are then minor units of this currency, written short */
  currency?: string;
};

/** A number of a figure as text: "63 %", "€1.9 M"; null → "–". */
export function chartText(value: number | null, format: ChartFormat): string {
  if (value === null) return NO_VALUE;
  const { locale, digits = 0, isSigned = false, unit, currency } = format;
  if (currency)
    return `${isSigned && value > 0 ? "+" : ""}${formatMoney(value, currency, locale, "compact")}`;
  const number = formatNumber(value, locale, { digits, isSigned });
  return unit ? `${number}${NO_BREAK_SPACE}${unit}` : number;
}

/** The number at a tick: with the digits the steps between ticks need; all in thousands where one is. */
export function tickText(value: number, ticks: readonly number[], format: ChartFormat): string {
  const { currency, locale } = format;
  if (currency && ticks.some((tick) => isShortened(tick, currency)))
    return formatMoney(value, currency, locale, "thousands");
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0)) || 1;
  const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  return chartText(value, { ...format, digits, isSigned: false });
}
