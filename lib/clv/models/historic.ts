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
