import {
  choiceField,
  listParams,
  readListQuery,
  textField,
  writeListQuery,
} from "#lib/lists/index.ts";
import type { ListQuery, SearchParams } from "#lib/lists/types.ts";
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

/** What a Value page is asked for; profit stands for revenue until the margin is set. */
const VALUE_FIELDS = {
  measure: choiceField("measure", MEASURES),
  sort: choiceField("sort", SEGMENT_SORTS),
  segment: textField("segment"),
};
export type ValueQuery = ListQuery<typeof VALUE_FIELDS>;

/** What an address asks a Value page for. */
export function parseValueQuery(params: SearchParams): ValueQuery {
  return readListQuery(VALUE_FIELDS, params);
}

/** The query part of an address: "?measure=revenue", or "". */
export function valueQuery(query: ValueQuery): string {
  return writeListQuery(VALUE_FIELDS, query);
}

/** The same as names and values, for a form that keeps them. */
export function valueParams(query: ValueQuery) {
  return listParams(VALUE_FIELDS, query);
}

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
