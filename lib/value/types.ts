import type { RfmSegment } from "./rfm-segments.ts";

export type { RfmSegment, Segment, SegmentTone } from "./rfm-segments.ts";
export { isSegment, SEGMENTS, segmentTone } from "./rfm-segments.ts";

/** One RFM segment of the workspace. Shares are 0..1 of customers with orders, and of their revenue. */
export type SegmentValue = {
  segment: RfmSegment;
  customers: number;
  orderCount: number;
  revenueMinor: number;
  /** revenue × margin rate − orders × cost per order; null until the margin rate is set */
  profitMinor: number | null;
  customerShare: number;
  revenueShare: number;
  /** Mean revenue per customer and its 95 % interval (Student's t, from the sample variance); null under 5 customers */
  revenuePerCustomerMinor: number | null;
  revenuePerCustomerInterval: readonly [low: number, high: number] | null;
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

/** Why RFM scores deserve less trust here: too few customers with orders, too short a history, or customers all alike. */
export type RfmDoubt = "few_customers" | "short_history" | "no_spread";

/** Everything the Value page shows. Money in minor units of `currency`; days YYYY-MM-DD. */
export type ValueOverview = {
  asOfOn: string;
  /** true when the day was chosen; false when it is the day of the last order */
  isAsOfChosen: boolean;
  /** ISO 8601 in UTC */
  computedAt: string;
  /** an import or a change came after `computedAt`, and a new computation is on its way */
  isRefreshing: boolean;
  currency: string;
  customers: number;
  customersWithOrders: number;
  orderCount: number;
  purchaseDays: number;
  /** null without an order up to `asOfOn` */
  firstOrderedOn: string | null;
  lastOrderedOn: string | null;
  revenueMinor: number;
  profitMinor: number | null;
  marginRate: number | null;
  costPerOrderMinor: number | null;
  /** Over customers with orders; null when there is none */
  revenuePerCustomerMinor: number | null;
  revenuePerCustomerInterval: readonly [low: number, high: number] | null;
  /** Gini coefficient of revenue over customers with orders, 0..1; null without revenue */
  gini: number | null;
  /** 101 points, 0 to 100 %; empty without revenue */
  concentration: readonly ConcentrationPoint[];
  /** RFM segments that have customers, most revenue first */
  segments: readonly SegmentValue[];
  doubts: readonly RfmDoubt[];
};

/** Why there is nothing to show yet. */
export type ValueAbsence = "no_orders" | "computing";
