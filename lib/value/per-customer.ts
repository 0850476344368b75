import { meanInterval } from "#lib/stats/mean-interval.ts";
import type { SampleMoments } from "#lib/stats/sample-moments.ts";
import type { PerCustomer } from "./types.ts";

type Sums = {
  customers: number;
  revenueMinor: number;
  squaredDeviations: number;
  profitMinor: number | null;
  profitSquaredDeviations: number | null;
};

export const NO_MEANS: PerCustomer = {
  revenuePerCustomerMinor: null,
  revenuePerCustomerInterval: null,
  profitPerCustomerMinor: null,
  profitPerCustomerInterval: null,
};

/** Revenue of customers as a sample. */
export function revenueMoments({
  customers,
  revenueMinor,
  squaredDeviations,
}: Pick<Sums, "customers" | "revenueMinor" | "squaredDeviations">): SampleMoments {
  return { n: customers, mean: revenueMinor / customers, squaredDeviations };
}

/** Profit of customers as a sample; null until it is known. */
export function profitMoments({
  customers,
  profitMinor,
  profitSquaredDeviations,
}: Pick<Sums, "customers" | "profitMinor" | "profitSquaredDeviations">): SampleMoments | null {
  if (profitMinor === null || profitSquaredDeviations === null) return null;
  return {
    n: customers,
    mean: profitMinor / customers,
    squaredDeviations: profitSquaredDeviations,
  };
}

/** Means per customer with their intervals. Revenue is never below 0, so neither is the low end of its interval; profit may be. */
export function perCustomer(revenue: SampleMoments, profit: SampleMoments | null): PerCustomer {
  if (revenue.n === 0) return NO_MEANS;
  const interval = meanInterval(revenue);
  return {
    revenuePerCustomerMinor: revenue.mean,
    revenuePerCustomerInterval: interval && [Math.max(0, interval[0]), interval[1]],
    profitPerCustomerMinor: profit?.mean ?? null,
    profitPerCustomerInterval: profit && meanInterval(profit),
  };
}
