import { formatDay } from "#lib/format/format-day.ts";
import { formatInterval } from "#lib/format/format-interval.ts";
import { formatMoney } from "#lib/format/format-money.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";

/** How the numbers of one workspace are written for one reader; each gives "–" for null. */
export type ValueFormats = ReturnType<typeof valueFormats>;

/** Formats for the reader's language and the currency the value was computed in. */
export function valueFormats(currency: string, locale: string) {
  const money = (amountMinor: number | null) =>
    formatMoney(amountMinor, currency, locale, "compact");
  return {
    money,
    exactMoney: (amountMinor: number | null) => formatMoney(amountMinor, currency, locale),
    number: (value: number | null) => formatNumber(value, locale),
    /** Two digits: 0.63 */
    decimal: (value: number | null) => formatNumber(value, locale, { digits: 2 }),
    share: (share: number | null) => formatPercent(share, locale),
    wholeShare: (share: number | null) => formatPercent(share, locale, 0),
    day: (day: string | null) => formatDay(day, locale),
    interval: (bounds: readonly [low: number, high: number] | null) =>
      formatInterval(bounds, money),
  };
}
