import { formatInterval } from "#lib/format/format-interval.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";

type Interval = readonly [low: number, high: number];

/** How the numbers of needs are written. */
export function needFormats(locale: string) {
  const score = (value: number | null) => formatNumber(value, locale, { digits: 1 });
  const share = (value: number | null) => formatPercent(value, locale, 0);
  return {
    score,
    share,
    mean: (value: number | null) => formatNumber(value, locale, { digits: 2 }),
    number: (value: number | null) => formatNumber(value, locale),
    scoreInterval: (interval: Interval | null) => formatInterval(interval, score),
    meanInterval: (interval: Interval | null) =>
      formatInterval(interval, (value) => formatNumber(value, locale, { digits: 2 })),
    shareInterval: (interval: Interval | null) => formatInterval(interval, share),
  };
}

export type NeedFormats = ReturnType<typeof needFormats>;
