import { z } from "zod";
import { SEGMENTS } from "#lib/value/types.ts";
import { Rule } from "../schema.ts";

const Count = z.int().min(0);
const StoredMedians = z.object({
  recency: z.number(),
  frequency: z.number(),
  monetary: z.number(),
});

/** Counts over all customers with orders, whatever sample found the group. */
const Found = z.object({
  key: z.string(),
  rule: Rule,
  customers: Count,
  medians: StoredMedians,
  /** Whom the rule finds, and who of them is of the group */
  caught: Count,
  rightly: Count,
});
export type FoundGroup = z.output<typeof Found>;

/** `segment_suggestion.found`. Medians: days since the last order, days with an order, revenue in major units. */
export const StoredSuggestions = z.object({
  asOfOn: z.string(),
  currency: z.string(),
  /** With orders, and how many of them groups were found in */
  customers: Count,
  sampled: Count,
  medians: StoredMedians,
  /** null where customers are too few, or too alike, for groups */
  clusters: z
    .object({
      /** How clearly the groups of each count lie apart: mean silhouette −1..1 */
      widths: z.array(z.object({ count: Count, width: z.number() })),
      /** Adjusted Rand indices of resamples, 1 the same groups again */
      agreements: z.array(z.number()),
      groups: z.array(Found),
    })
    .nullable(),
  cells: z.array(Found.extend({ segment: z.enum(SEGMENTS) })),
});
export type StoredSuggestions = z.output<typeof StoredSuggestions>;
