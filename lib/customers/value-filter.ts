import { amountField, choicesField, daysField } from "#lib/lists/index.ts";
import type { DaySpan } from "#lib/lists/types.ts";

const SCORES = ["5", "4", "3", "2", "1"] as const;

/** Whether a customer brings more than they cost. */
export const PROFIT_SIGNS = ["gain", "loss"] as const;

/** What the Value pages lead to: an RFM cell, a cohort and who of it ordered when, the best by an amount, the signs of profit. */
export const VALUE_FILTER_FIELDS = {
  recency: choicesField("recency", SCORES),
  frequency: choicesField("frequency", SCORES),
  monetary: choicesField("monetary", SCORES),
  profit: choicesField("profit", PROFIT_SIGNS),
  firstOrder: daysField("firstOrderFrom", "firstOrderTo"),
  ordered: daysField("orderedFrom", "orderedTo"),
  bestByRevenue: amountField("bestByRevenue"),
  bestByProfit: amountField("bestByProfit"),
};

/** Any of these scores in each dimension, and any of these signs; empty: all. */
export type CustomerValueFilter = {
  recency: readonly (typeof SCORES)[number][];
  frequency: readonly (typeof SCORES)[number][];
  monetary: readonly (typeof SCORES)[number][];
  /** For those who may read value, as the best by an amount */
  profit: readonly (typeof PROFIT_SIGNS)[number][];
  /** The day of the first order */
  firstOrder: DaySpan;
  /** With an order in these days, in the workspace's currency */
  ordered: DaySpan;
  /** So many with the most revenue; null for all */
  bestByRevenue: number | null;
  /** So many with the most profit */
  bestByProfit: number | null;
};

const ANY_DAY: DaySpan = { from: null, to: null };

/** Whether it asks for what only customers with a computed value have. */
export function hasValueFilter(filter: Partial<CustomerValueFilter>): boolean {
  const { recency = [], frequency = [], monetary = [], profit = [] } = filter;
  const { firstOrder = ANY_DAY, bestByRevenue = null, bestByProfit = null } = filter;
  return (
    [recency, frequency, monetary, profit].some((chosen) => chosen.length > 0) ||
    [firstOrder.from, firstOrder.to, bestByRevenue, bestByProfit].some((each) => each !== null)
  );
}
