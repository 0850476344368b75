import { formatInterval } from "#lib/format/format-interval.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import type { EstimateAnswer } from "#lib/segments/live-answer.ts";

const DIGITS = 3;

/** An estimate with the digits that it can have: 123,456 as "≈ 123,000". */
export function aboutText(count: number, locale: string): string {
  return `≈ ${formatNumber(rounded(count), locale)}`;
}

export function rounded(count: number): number {
  return Number(count.toPrecision(DIGITS));
}

/** What the message `segmentation.live.estimated` says of an estimate. */
export function estimatedWords(estimate: NonNullable<EstimateAnswer>, locale: string) {
  const number = (value: number) => formatNumber(value, locale);
  return {
    interval: formatInterval(estimate.interval, (bound) => number(rounded(bound))),
    drawn: number(estimate.drawn),
    customers: number(estimate.ofAll),
  };
}
