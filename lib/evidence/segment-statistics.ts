import type { SegmentNow } from "#lib/segments/types.ts";
import type { Statistic } from "./types.ts";

/** The numbers of a segment that can back something. Their labels are the messages `evidence.number_<name>`. */
export const SEGMENT_STATISTICS = ["size", "shareOfClv", "nps", "complaints", "leaving"] as const;
export type SegmentStatistic = (typeof SEGMENT_STATISTICS)[number];

/** A number that is offered as evidence, as its form sends it: `href` begins with "/w/<workspace>". `datedOn`: YYYY-MM-DD. */
export type OfferedStatistic = Statistic & { readonly datedOn: string };

export type StatisticsOf = {
  readonly segment: { readonly id: string; readonly name: string };
  /** As last computed */
  readonly now: SegmentNow;
  readonly slug: string;
};

/**
 * The numbers of a segment as evidence: each with its n, its interval, the day it was computed on, and the page that shows it as of
 * that day. Shares are in percent, to a tenth as pages show them. What is not known is left out.
 */
export function segmentStatistics(
  { segment, now, slug }: StatisticsOf,
  labelOf: (name: SegmentStatistic) => string,
): OfferedStatistic[] {
  const { computedOn: datedOn } = now;
  const href = `/w/${slug}/segments/${segment.id}?asOf=${datedOn}`;
  return SEGMENT_STATISTICS.flatMap((name) => {
    const { value, interval, n } = measureOf(name, now);
    if (value === null || n === 0) return [];
    const isShare = name === "shareOfClv" || name === "leaving";
    const shown = (amount: number) => Number((isShare ? 100 * amount : amount).toFixed(1));
    return {
      ...{ label: labelOf(name), href, value: shown(value), unit: isShare ? "%" : null, n },
      ...{ interval: interval && ([shown(interval[0]), shown(interval[1])] as const), datedOn },
    };
  });
}

/** The size is counted among all customers. */
function measureOf(name: SegmentStatistic, { customers, now }: SegmentNow) {
  if (name !== "size") return now[name];
  return { value: customers, interval: null, n: now.shareOfCustomers.n };
}
