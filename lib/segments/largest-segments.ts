import type { SegmentRow } from "./segment-types.ts";

/** The segments with the most customers: those of the primary segmentation first, in its order. */
export function largestSegments(segments: readonly SegmentRow[], count: number): SegmentRow[] {
  const counted = segments.filter(({ sums }) => sums !== null && sums.customers > 0);
  return counted.toSorted(compare).slice(0, count);
}

function compare(one: SegmentRow, other: SegmentRow): number {
  const last = Number.MAX_SAFE_INTEGER;
  const byRank = (one.primaryRank ?? last) - (other.primaryRank ?? last);
  return byRank || (other.sums?.customers ?? 0) - (one.sums?.customers ?? 0);
}
