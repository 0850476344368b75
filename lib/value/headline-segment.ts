import type { SegmentValue } from "./types.ts";

/** Fewer customers than this have no mean of their own, and no finding rests on them. */
export const FEWEST_CUSTOMERS = 5;

/** A smaller share reads "0 %". */
const SMALLEST_SHARE = 0.005;

/** The segment a headline may speak of: the one with the most revenue that is no handful; undefined when there is none. */
export function headlineSegment(segments: readonly SegmentValue[]): SegmentValue | undefined {
  return segments
    .filter(({ customers }) => customers >= FEWEST_CUSTOMERS)
    .filter((each) => Math.min(each.customerShare, each.revenueShare) >= SMALLEST_SHARE)
    .toSorted((a, b) => b.revenueMinor - a.revenueMinor)
    .at(0);
}
