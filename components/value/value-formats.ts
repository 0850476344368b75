import { formatDay } from "#lib/format/format-day.ts";
import { formatInterval } from "#lib/format/format-interval.ts";
import { formatMoney, minorDigits } from "#lib/format/format-money.ts";
import { formatMonth } from "#lib/format/format-month.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { formatTag } from "#lib/format/locale.ts";
import { NO_VALUE } from "#lib/format/no-value.ts";

/** How the numbers of one workspace are written for one reader; each gives "–" for null. */
export type ValueFormats = ReturnType<typeof valueFormats>;

type Bounds = readonly [low: number, high: number] | null;

/** Formats for the reader's language and the currency the value was computed in. */
export function valueFormats(currency: string, locale: string) {
  const money = (amountMinor: number | null) =>
    formatMoney(amountMinor, currency, locale, "compact");
  const wholeShare = (share: number | null) => formatPercent(share, locale, 0);
  return {
    /** For the charts */
    currency,
    locale,
    money,
    exactMoney: (amountMinor: number | null) => formatMoney(amountMinor, currency, locale),
    number: (value: number | null) => formatNumber(value, locale),
    /** Two digits: 0.63 */
    decimal: (value: number | null) => formatNumber(value, locale, { digits: 2 }),
    share: (share: number | null) => formatPercent(share, locale),
    wholeShare,
    day: (day: string | null) => formatDay(day, locale),
    /** The month of a day: "Nov 2026" */
    month: (day: string) => formatMonth(day.slice(0, 7), locale),
    interval: (bounds: Bounds) => formatInterval(bounds, money),
    /** In whole units of the currency, without its sign: "285–331" */
    shortInterval: (bounds: Bounds) =>
      bounds === null
        ? NO_VALUE
        : formatInterval(bounds, (bound) =>
            formatNumber(bound / 10 ** minorDigits(currency), locale),
          ).replaceAll(" – ", "–"),
    /** In whole percents without their sign: "31 – 45" */
    shareInterval: (bounds: Bounds) =>
      bounds === null
        ? NO_VALUE
        : bounds.map((bound) => formatNumber(100 * bound, locale)).join("–"),
    /** "a cost per return and a cost per contact" */
    list: (words: readonly string[]) =>
      new Intl.ListFormat(formatTag(locale), { type: "conjunction" }).format(words),
  };
}
