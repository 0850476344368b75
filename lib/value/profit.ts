/** What turns revenue into profit. `marginRate` 0..1; a cost that is not set counts as none. */
export type ValueRates = { marginRate: number | null; costPerOrderMinor: number | null };

/**
 * Profit in minor units: `revenue × margin rate − orders × cost per order`, rounded; null until the margin rate is set.
 *
 * May be negative. Worked: 10,000 of revenue at 0.4 from 3 orders at 500 each is 2,500.
 */
export function profitOf(
  { revenueMinor, orderCount }: { revenueMinor: number; orderCount: number },
  { marginRate, costPerOrderMinor }: ValueRates,
): number | null {
  if (marginRate === null) return null;
  return Math.round(revenueMinor * marginRate - orderCount * (costPerOrderMinor ?? 0));
}
