import { amountField, choicesField, daysField, textField } from "#lib/lists/index.ts";
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
  moved: textField("moved", { isKnown: (text) => parseMoved(text) !== null }),
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
  /** "2-1.<run before>.<run>": from one tier to another between two runs of lifetime value; "" for all */
  moved: string;
};

/** Tiers before and now, 0 for no score, and the two runs. */
export type Moved = { from: number; to: number; beforeId: string; nowId: string };

const MOVED = /^([0-9])-([0-9])\.([0-9a-f-]{36})\.([0-9a-f-]{36})$/;

/** What an address says of a move between tiers; null where it says nothing that can be. */
export function parseMoved(text: string): Moved | null {
  const [, from, to, beforeId = "", nowId = ""] = MOVED.exec(text) ?? [];
  return from === undefined ? null : { from: Number(from), to: Number(to), beforeId, nowId };
}

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
