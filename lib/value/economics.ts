import type { Rates } from "#lib/workspaces/types.ts";

/** The rates that a customer's orders are priced with. `marginRate` 0..1. */
export type OrderRates = Pick<Rates, "marginRate" | "costPerOrderMinor">;

/** Money in minor units; null where the rate it takes is not set. */
export type Economics = {
  marginMinor: number | null;
  costToServeMinor: number | null;
  profitMinor: number | null;
};

/**
 * Margin `revenue × margin rate`, rounded; cost to serve `orders × cost per order`; profit is the one less the other.
 *
 * Profit is null until the margin rate is set; a cost that is not set is null and takes nothing from profit, which its definition
 * then says. Profit may be negative. `commands/computation/scored-customers.ts` holds the same rule in SQL; a test keeps the two equal.
 * Worked: 10,000 of revenue at 0.4 from 3 orders at 500 each is a margin of 4,000, a cost of 1,500 and a profit of 2,500.
 */
export function economicsOf(
  { revenueMinor, orderCount }: { revenueMinor: number; orderCount: number },
  { marginRate, costPerOrderMinor }: OrderRates,
): Economics {
  const marginMinor = marginRate === null ? null : Math.round(revenueMinor * marginRate);
  const costToServeMinor = costPerOrderMinor === null ? null : orderCount * costPerOrderMinor;
  const profitMinor = marginMinor === null ? null : marginMinor - (costToServeMinor ?? 0);
  return { marginMinor, costToServeMinor, profitMinor };
}

/** What costs something to do for a customer. */
export type CostActivity = "order" | "return" | "contact";

/**
 * Which costs are in cost to serve, which are `not_set`, and which have a rate but are no part of this profit: contacts are counted
 * where segments are compared, what handling a return costs nowhere. A cost that is not in it is named, never taken for 0.
 */
export function costStates(
  rates: Rates,
): Readonly<Record<CostActivity, "counted" | "not_set" | "not_counted">> {
  const hasContact = Object.keys(rates.costPerContactMinor).length > 0;
  return {
    order: rates.costPerOrderMinor === null ? "not_set" : "counted",
    return: rates.costPerReturnMinor === null ? "not_set" : "not_counted",
    contact: hasContact ? "not_counted" : "not_set",
  };
}

/** Tells the rates that change a stored number: the same key, the same numbers. */
export function ratesKey({ marginRate, costPerOrderMinor }: OrderRates): string {
  return `${marginRate ?? "-"}|${costPerOrderMinor ?? "-"}`;
}
