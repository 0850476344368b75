import { choicesField } from "#lib/lists/index.ts";

const SCORES = ["5", "4", "3", "2", "1"] as const;

/** Whether a customer brings more than they cost. */
export const PROFIT_SIGNS = ["gain", "loss"] as const;

/** What a Value page leads to: the customers of an RFM cell, and those who bring or take profit. */
export const VALUE_FILTER_FIELDS = {
  recency: choicesField("recency", SCORES),
  frequency: choicesField("frequency", SCORES),
  monetary: choicesField("monetary", SCORES),
  profit: choicesField("profit", PROFIT_SIGNS),
};

/** Any of these scores in each dimension, and any of these signs; empty: all. */
export type CustomerValueFilter = {
  recency: readonly (typeof SCORES)[number][];
  frequency: readonly (typeof SCORES)[number][];
  monetary: readonly (typeof SCORES)[number][];
  /** For those who may read value */
  profit: readonly (typeof PROFIT_SIGNS)[number][];
};

/** Whether it leaves customers out. */
export function hasValueFilter(filter: Partial<CustomerValueFilter>): boolean {
  const { recency = [], frequency = [], monetary = [], profit = [] } = filter;
  return [recency, frequency, monetary, profit].some((chosen) => chosen.length > 0);
}
