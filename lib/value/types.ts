import type { ChangeVerdict } from "#lib/stats/change-verdict.ts";
import type { Rates } from "#lib/workspaces/types.ts";
import type { Economics } from "./economics.ts";
import type { RfmSegment, Segment } from "./rfm-segments.ts";

export type { RfmSegment, Segment, SegmentTone } from "./rfm-segments.ts";
export { isSegment, SEGMENTS, segmentsInCellOrder, segmentTone } from "./rfm-segments.ts";

/** What value is shown as. */
export const MEASURES = ["profit", "revenue"] as const;
export type Measure = (typeof MEASURES)[number];

export type Interval = readonly [low: number, high: number];

/**
 * Mean per customer in minor units and its 95 % interval (Student's t, from the sample variance). Profit is null until the margin
 * is set.
 */
export type PerCustomer = {
  revenuePerCustomerMinor: number | null;
  revenuePerCustomerInterval: Interval | null;
  profitPerCustomerMinor: number | null;
  profitPerCustomerInterval: Interval | null;
};

/** One RFM segment of the workspace; no means under 5 customers. Shares are 0..1 of customers with orders, and of their revenue. */
export type SegmentValue = Economics &
  PerCustomer & {
    segment: RfmSegment;
    customers: number;
    orderCount: number;
    revenueMinor: number;
    customerShare: number;
    revenueShare: number;
  };

/** What the best `percent` % of customers with orders, `customers` of them, have made together. */
export type ConcentrationPoint = {
  percent: number;
  /** 0 where so few percent hold no whole customer */
  customers: number;
  /** null where they hold no whole customer */
  revenueMinor: number | null;
  /** 0..1; null where they hold no whole customer */
  revenueShare: number | null;
};

/** Likewise of profit, customers from most to least of it. `profitShare` passes 1 before the customers that cost more than they bring. */
export type ProfitPoint = {
  percent: number;
  customers: number;
  profitMinor: number | null;
  /** null also where profit altogether is not above 0: there is nothing to have a share of */
  profitShare: number | null;
};

/** The whale curve of profit. */
export type ProfitCurve = {
  points: readonly ProfitPoint[];
  /** The customers with a profit above 0; null where nobody has one or the whole has no shares */
  peak: { customers: number; percent: number; profitMinor: number; profitShare: number } | null;
  /** Those after the peak with what they take back, ≤ 0 */
  rest: { customers: number; profitMinor: number };
};

/** Why RFM scores deserve less trust here: too few customers with orders, too short a history, or customers all alike. */
export type RfmDoubt = "few_customers" | "short_history" | "no_spread";

/** What a number of the Value pages was computed from. */
export type ValueBasis = {
  asOfOn: string;
  /** ISO 8601 in UTC */
  computedAt: string;
  currency: string;
  customersWithOrders: number;
  /** In force when it was computed */
  rates: Rates;
};

/** Everything the Value page shows. Money in minor units of `currency`; days YYYY-MM-DD. */
export type ValueOverview = ValueBasis &
  Economics &
  PerCustomer & {
    /** true when the day was chosen; false when it is the day of the last order */
    isAsOfChosen: boolean;
    /** an import or a change came after `computedAt`, and a new computation is on its way */
    isRefreshing: boolean;
    customers: number;
    orderCount: number;
    purchaseDays: number;
    /** null without an order up to `asOfOn` */
    firstOrderedOn: string | null;
    lastOrderedOn: string | null;
    revenueMinor: number;
    /** Gini coefficient of revenue over customers with orders, 0..1; null without revenue */
    gini: number | null;
    /** 101 points, 0 to 100 %; empty without revenue */
    concentration: readonly ConcentrationPoint[];
    /** null until the margin is set and profit is computed */
    profitCurve: ProfitCurve | null;
    /** RFM segments that have customers, most revenue first */
    segments: readonly SegmentValue[];
    doubts: readonly RfmDoubt[];
  };

/** Why there is nothing to show yet: `older` where the last computation is of before this was computed. */
export type ValueAbsence = "no_orders" | "computing" | "older";

/** One of the 125 RFM cells. Scores 1..5, 5 is best. */
export type RfmCell = {
  recency: number;
  frequency: number;
  monetary: number;
  segment: RfmSegment;
  customers: number;
  orderCount: number;
  /** null where nobody is in the cell */
  revenueMinor: number | null;
  /** as `revenueMinor`, and until the margin is set */
  profitMinor: number | null;
};

/** All 125 cells, those with most revenue first. */
export type RfmGrid = { value: ValueOverview; cells: readonly RfmCell[] };

/** A cohort in its `offset`-th period, 0 that of the first order; all null until the period is over. */
export type CohortCell = PerCustomer & {
  offset: number;
  /** Customers with an order in the period */
  active: number | null;
  /** 0..1 of the cohort, with Wilson's 95 % interval; null under 5 customers */
  retention: number | null;
  retentionInterval: Interval | null;
};

/** Customers whose first order lies in the period that begins on `startOn`. What they brought is cumulative, each. */
export type Cohort = { startOn: string; customers: number; cells: readonly CohortCell[] };

/** Every cohort has one cell for each of `offsets`. */
export type CohortTable = {
  value: ValueOverview;
  /** Whose cohorts they are: customers who are in it today; null for all */
  segment: Segment | null;
  /** The segments that can be asked for */
  segments: readonly Segment[];
  period: "month" | "quarter" | "year";
  offsets: readonly number[];
  cohorts: readonly Cohort[];
};

/** Customers with orders at the end of a month, and what they had brought by then, each. */
export type TrendMonth = PerCustomer & {
  monthEndOn: string;
  customers: number;
  orderCount: number;
  revenueMinor: number;
  /** null for the first month where earlier ones are not kept */
  ordersInMonth: number | null;
  revenueInMonth: number | null;
  /** Of the mean per customer, against the month before */
  revenueChange: ChangeVerdict;
  profitChange: ChangeVerdict;
};

/** One segment at the end of a month. */
export type TrendSegment = Economics & {
  monthEndOn: string;
  segment: Segment;
  customers: number;
  orderCount: number;
  revenueMinor: number;
};

export type ValueTrend = {
  value: ValueOverview;
  /** Some months are being computed again */
  isRefreshing: boolean;
  months: readonly TrendMonth[];
  segments: readonly TrendSegment[];
};
