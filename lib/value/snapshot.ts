import { z } from "zod";
import { SEGMENTS } from "./rfm-segments.ts";

const day = z.iso.date();
const count = z.int().nonnegative();

/** One row per segment: counts and sums only, so that every ratio is taken afresh from them. */
export const SnapshotSegments = z.array(
  z.object({
    segment: z.enum(SEGMENTS),
    customers: count,
    orderCount: count,
    purchaseDays: count,
    revenueMinor: count,
    /** Σ(revenue − mean revenue)² over the segment's customers, in minor units squared */
    squaredDeviations: z.number().nonnegative(),
    /** null for customers without orders */
    firstOrderedOn: day.nullable(),
    lastOrderedOn: day.nullable(),
  }),
);
export type SnapshotSegments = z.output<typeof SnapshotSegments>;

/** `value_snapshot.segments` as stored: with the day that was chosen to count back from, if one was. */
export const SnapshotScores = z.object({
  chosenOn: day.nullable(),
  segments: SnapshotSegments,
  /** Customers are all alike in recency, frequency or revenue; older snapshots do not tell */
  hasNoSpread: z.boolean().default(false),
});
export type SnapshotScores = z.output<typeof SnapshotScores>;

/** `value_snapshot.concentration`: cumulative, customers from most to least revenue. */
export const SnapshotConcentration = z.array(
  z.object({ percent: z.int().min(0).max(100), customers: count, revenueMinor: count }),
);
export type SnapshotConcentration = z.output<typeof SnapshotConcentration>;
