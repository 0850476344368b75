/** The best `customers` customers have made `revenueMinor` together. */
export type CumulativePoint = { customers: number; revenueMinor: number };

/**
 * Gini coefficient of revenue, 0 (all equal) to 1 (one has all): the area between the curve and the line of equality, doubled,
 * by trapezoids between the points.
 *
 * Exact when there is a point for every customer. With 101 points it is a lower bound, short of the exact value by less than
 * the curve's first step. Null without revenue. Worked: revenues 3, 1 give 0.25.
 *
 * @param points cumulative, customers from most to least revenue, from { 0, 0 } to the totals
 */
export function giniCoefficient(points: readonly CumulativePoint[]): number | null {
  const total = points.at(-1);
  if (!total || total.customers === 0 || total.revenueMinor === 0) return null;
  let doubledArea = 0;
  for (const [index, point] of points.entries()) {
    const before = points[index - 1] ?? point;
    doubledArea +=
      (point.customers - before.customers) * (point.revenueMinor + before.revenueMinor);
  }
  return doubledArea / (total.customers * total.revenueMinor) - 1;
}

/** Share of revenue, 0..1, that the best `percent` % of customers make; null without revenue or without that point. */
export function shareOfTop(
  points: readonly (CumulativePoint & { percent: number })[],
  percent: number,
): number | null {
  const point = points.find((known) => known.percent === percent);
  const total = points.at(-1)?.revenueMinor ?? 0;
  return point && total > 0 ? point.revenueMinor / total : null;
}

/** Every whole percent, and how many of `customers` come nearest to it. Worked: 20 % of 48,312 are 9,662. */
export function concentrationRanks(customers: number): { percent: number; customers: number }[] {
  return Array.from({ length: 101 }, (_, percent) => ({
    percent,
    customers: Math.floor((customers * percent + 50) / 100),
  }));
}

/** Under the first a fifth is nobody; under the second it is one to four people, and a sentence about it says little. */
const FEWEST_CUSTOMERS = 5;
const ENOUGH_CUSTOMERS = 20;

/** Which message `value.<word>` says what the best fifth of so many customers with orders make. */
export function concentrationFinding(customers: number) {
  if (customers < FEWEST_CUSTOMERS) return "tooFewForConcentration";
  return customers < ENOUGH_CUSTOMERS ? "fewForConcentration" : "topFifthFinding";
}
