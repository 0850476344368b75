import { at, intAt } from "#lib/stats/typed-array.ts";
import type { HistoricOptions, PurchaseColumns } from "../types.ts";
import { weeklyDiscountRate } from "../weeks.ts";

/**
 * What each customer brought in up to and with a day: Σ (amount × margin − cost) · e^(δ · weeks since), by customer number.
 *
 * Purchases after the day do not count. `customerCount`: one more than the greatest customer number.
 * Worked: 100 a year (365.25 days) ago and 50 today, margin 0.5, no cost, 10 % a year give 50 · 1.1 + 25 = 80; without it 75.
 */
export function historicValue(
  { customers, days, amounts }: PurchaseColumns,
  customerCount: number,
  { asOfDay, marginRate, costPerPurchase, discountRateAnnual }: HistoricOptions,
): Float64Array {
  const value = new Float64Array(customerCount);
  const ratePerDay = weeklyDiscountRate(discountRateAnnual) / 7;
  for (let i = 0; i < customers.length; i++) {
    const age = asOfDay - intAt(days, i);
    if (age < 0) continue;
    const contribution = at(amounts, i) * marginRate - costPerPurchase;
    const customer = intAt(customers, i);
    value[customer] = at(value, customer) + contribution * Math.exp(ratePerDay * age);
  }
  return value;
}

/** Costs in any order: `customers` and `days` as of purchases, `costs` ≥ 0 in the unit of the amounts. */
type CostColumns = Pick<PurchaseColumns, "customers" | "days"> & { readonly costs: Float64Array };

/**
 * What serving each customer cost from the first day they were one up to and with a day: Σ cost · e^(δ · weeks since), by customer number, to be
 * taken off `historicValue` at the same discount rate.
 *
 * Costs of before are of winning a customer, not of serving one. `firstDays` by customer number.
 * Worked: 10 a year (365.25 days) ago and 5 today, 10 % a year cost 10 · 1.1 + 5 = 16; without it 15; with yesterday as first day 5.
 */
export function historicCost(
  { customers, days, costs }: CostColumns,
  firstDays: Int32Array,
  { asOfDay, discountRateAnnual }: Pick<HistoricOptions, "asOfDay" | "discountRateAnnual">,
): Float64Array {
  const spent = new Float64Array(firstDays.length);
  const ratePerDay = weeklyDiscountRate(discountRateAnnual) / 7;
  for (let i = 0; i < customers.length; i++) {
    const customer = intAt(customers, i);
    const day = intAt(days, i);
    if (day > asOfDay || day < intAt(firstDays, customer)) continue;
    spent[customer] = at(spent, customer) + at(costs, i) * Math.exp(ratePerDay * (asOfDay - day));
  }
  return spent;
}
