import { intAt } from "#lib/stats/typed-array.ts";
import type { ClvWarning, PurchaseColumns } from "../types.ts";

/** Beyond this purchases are spaced too evenly for rates at random times. */
const REGULAR_FROM = 1.5;
/** Fewer customers with two gaps say little about a variance. */
const LEAST_CUSTOMERS = 100;

/** `k` of gaps spaced as Gamma(k): 1 for purchases at random times, more for regular ones. */
export type Spacing = { k: number; customers: number };

/**
 * How regular purchases are, by the first two gaps between purchase days of each customer; null under 100 customers with two.
 *
 * The share M of the first gap in both varies by 1 / (4 (2k + 1)) around ½. Source: Wheat and Morrison (1990), Estimating purchase
 * regularity with two interpurchase times, J. Marketing Research 27. Worked: M at ¼ and ¾ by turns has variance 1/16, so k = 1.5.
 */
export function purchaseSpacing(purchases: PurchaseColumns): Spacing | null {
  const shares = firstGapShares(purchases);
  if (shares.length < LEAST_CUSTOMERS) return null;
  const variance = shares.reduce((sum, share) => sum + (share - 0.5) ** 2, 0) / shares.length;
  return { k: (1 - 4 * variance) / (8 * variance), customers: shares.length };
}

/** Rates are biased where purchases come on a schedule. */
export function checkSpacing(spacing: Spacing | null): ClvWarning[] {
  if (!spacing || spacing.k <= REGULAR_FROM) return [];
  return [{ code: "regular_spacing", level: "amber", values: { ...spacing } }];
}

function firstGapShares({ customers, days }: PurchaseColumns): number[] {
  const shares: number[] = [];
  let customer = Number.NaN;
  let seen: number[] = [];
  for (let i = 0; i < customers.length; i++) {
    if (intAt(customers, i) !== customer) seen = [];
    customer = intAt(customers, i);
    const day = intAt(days, i);
    if (seen.length === 3 || seen.at(-1) === day) continue;
    seen.push(day);
    const [first = 0, second = 0, third = 0] = seen;
    if (seen.length === 3) shares.push((second - first) / (third - first));
  }
  return shares;
}
