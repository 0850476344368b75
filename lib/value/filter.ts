import { choiceField, listAddress, monthField, textField } from "#lib/lists/index.ts";
import type { QueryOf } from "#lib/lists/types.ts";
import { MEASURES, type SegmentValue } from "./types.ts";

/** How the segments stand; each from most to least. */
export const SEGMENT_SORTS = [
  "revenue",
  "customers",
  "each",
  "share",
  "margin",
  "cost",
  "profit",
] as const;
export type SegmentSort = (typeof SEGMENT_SORTS)[number];

/** What a Value page is asked for; profit stands for revenue until the margin is set, and the month of a run is taken along. */
export const valueAddress = listAddress({
  measure: choiceField("measure", MEASURES),
  sort: choiceField("sort", SEGMENT_SORTS),
  segment: textField("segment"),
  month: monthField("month"),
});
export type ValueQuery = QueryOf<typeof valueAddress>;

/** Segments from most to least, each by the measure that is shown; what is not known comes last. */
export function sortSegments(
  segments: readonly SegmentValue[],
  { sort, measure }: ValueQuery,
): SegmentValue[] {
  const key = (segment: SegmentValue) => sortKey(segment, sort, measure) ?? Number.MIN_SAFE_INTEGER;
  return segments.toSorted((a, b) => key(b) - key(a) || b.revenueMinor - a.revenueMinor);
}

function sortKey(segment: SegmentValue, sort: SegmentSort, measure: ValueQuery["measure"]) {
  switch (sort) {
    case "customers":
      return segment.customers;
    case "each":
      return measure === "profit"
        ? segment.profitPerCustomerMinor
        : segment.revenuePerCustomerMinor;
    case "margin":
      return segment.marginMinor;
    case "cost":
      return segment.costToServeMinor;
    case "profit":
      return segment.profitMinor;
    case "share":
    case "revenue":
      return segment.revenueMinor;
  }
}
