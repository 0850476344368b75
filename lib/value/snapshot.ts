import { z } from "zod";
import { CONTACT_CHANNELS } from "#lib/workspaces/types.ts";
import { SEGMENTS } from "./rfm-segments.ts";

const day = z.iso.date();
const count = z.int().nonnegative();
/** A sum of amounts, which may be more than a number holds exactly: then it is rounded, and the rest still stands. */
const sumMinor = z.number();
const score = z.int().min(1).max(5);
/** Snapshots of before margin was stored do not know it. */
const laterMinor = sumMinor.nullable().default(null);

/** One row per segment: counts and sums only, so that every ratio is taken afresh from them. */
export const SnapshotSegments = z.array(
  z.object({
    segment: z.enum(SEGMENTS),
    customers: count,
    orderCount: count,
    purchaseDays: count,
    revenueMinor: sumMinor.nonnegative(),
    /** Σ(revenue − mean revenue)² over the segment's customers, in minor units squared */
    squaredDeviations: z.number().nonnegative(),
    marginMinor: laterMinor,
    costToServeMinor: laterMinor,
    profitMinor: laterMinor,
    /** Σ(profit − mean profit)², likewise */
    profitSquaredDeviations: z.number().nonnegative().nullable().default(null),
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
  z.object({
    percent: z.int().min(0).max(100),
    customers: count,
    revenueMinor: sumMinor.nonnegative(),
  }),
);
export type SnapshotConcentration = z.output<typeof SnapshotConcentration>;

/** `value_snapshot.economics`: the rates in force, and profit cumulative, customers from most to least. */
export const SnapshotEconomics = z.object({
  /** The settings' version at that time */
  ratesVersion: z.int(),
  rates: z.object({
    marginRate: z.number().min(0).max(1).nullable(),
    costPerOrderMinor: count.nullable(),
    costPerReturnMinor: count.nullable(),
    costPerContactMinor: z.partialRecord(z.enum(CONTACT_CHANNELS), count),
  }),
  /** Empty until the margin is set */
  concentration: z.array(
    z.object({ percent: z.int().min(0).max(100), customers: count, profitMinor: sumMinor }),
  ),
  /** Where the curve is highest: customers with a profit above 0, and that profit */
  peak: z.object({ customers: count, profitMinor: sumMinor.nonnegative() }).nullable(),
});
export type SnapshotEconomics = z.output<typeof SnapshotEconomics>;

/** `value_snapshot.cells`: RFM cells that hold customers. */
export const SnapshotCells = z.array(
  z.object({
    recency: score,
    frequency: score,
    monetary: score,
    customers: count,
    orderCount: count,
    revenueMinor: sumMinor.nonnegative(),
    profitMinor: sumMinor.nullable(),
  }),
);
export type SnapshotCells = z.output<typeof SnapshotCells>;

export const COHORT_PERIODS = ["month", "quarter", "year"] as const;

/** `value_snapshot.cohorts`: one row per period of the first order and period with an order, of all and of each segment. */
export const SnapshotCohorts = z.object({
  period: z.enum(COHORT_PERIODS),
  rows: z.array(
    z.object({
      /** Of customers who are in it today; null for all, and snapshots of before have only those */
      segment: z.enum(SEGMENTS).nullable().default(null),
      /** First day of the period of the first order */
      cohortOn: day,
      /** First day of the period of these orders */
      periodOn: day,
      /** Customers with an order in it */
      customers: count,
      orderCount: count,
      revenueMinor: sumMinor.nonnegative(),
      /** What the period adds to Σ(revenue so far)² over the cohort, in minor units squared; and to that of profit */
      revenueSquaresAdded: z.number(),
      profitSquaresAdded: z.number().nullable(),
    }),
  ),
});
export type SnapshotCohorts = z.output<typeof SnapshotCohorts>;
