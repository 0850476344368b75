import { at, intAt } from "#lib/stats/typed-array.ts";
import type { TierCuts } from "#lib/tiers/types.ts";
import type { RunScores, TierTotal } from "./types.ts";

/** Scores with tier and percentile, and what the tiers come to. */
export type Scored = { scores: RunScores; tiers: readonly TierTotal[] };

/**
 * Customers ranked by value: tier 1 is the first share of them, or as many of the first as hold that share of all value.
 *
 * Value below 0 holds no share. Customers worth the same are in one tier: in that which holds at least half of them. Nobody worth nothing
 * is in a tier above the last. Percentile 100 is the most valuable customer, 0 the least.
 * Worked: values 9, 5, 5, 1 with 0.25 and 0.5 of customers are tiers 1, 2, 2, 3 and percentiles 100, 33.3, 33.3, 0; with
 * 0.45 and 0.5 of value the same tiers, as 9 of 20 is 0.45.
 */
export function scoredByValue(
  columns: Omit<RunScores, "tier" | "percentile">,
  { by, tiers: cuts }: TierCuts,
): Scored {
  const { value } = columns;
  const sorted = value.slice().sort().reverse();
  const shares = cuts.slice(0, -1).map(({ share }) => share ?? 1);
  const limits =
    by === "customers"
      ? shares.map((share) => leastOfTier(sorted, share))
      : limitsByValue(sorted, shares);
  const tier = Int32Array.from(value, (each) => tierOf(each, limits));
  const percentile = percentilesOf(value, sorted);
  return {
    scores: { ...columns, tier, percentile },
    tiers: totalsOf(columns, tier, limits.length + 1),
  };
}

/** The least value within the first `cut` of all customers. */
function leastOfTier(sorted: Float64Array, cut: number): number {
  return leastOfFirst(sorted, Math.ceil(cut * sorted.length));
}

/** The least value of the first so many of a falling list, which takes all who are worth the same or none; above 0 always. */
function leastOfFirst(sorted: Float64Array, members: number): number {
  if (members === 0) return Number.POSITIVE_INFINITY;
  const least = at(sorted, members - 1);
  const first = firstBelow(sorted, nextAbove(least));
  const behind = firstBelow(sorted, least);
  if (2 * (members - first) >= behind - first) return Math.max(least, Number.MIN_VALUE);
  return first === 0 ? Number.POSITIVE_INFINITY : Math.max(at(sorted, first - 1), Number.MIN_VALUE);
}

/** Amounts are whole minor units. */
function nextAbove(value: number): number {
  return value + 0.5;
}

/** The value of the last customer needed to hold each share of all value above 0; above everything where there is none. */
function limitsByValue(sorted: Float64Array, shares: readonly number[]): number[] {
  const total = sorted.reduce((sum, value) => sum + Math.max(0, value), 0);
  if (total === 0) return shares.map(() => Number.POSITIVE_INFINITY);
  let held = 0;
  let members = 0;
  return shares.map((share) => {
    while (held < share * total * (1 - 1e-12) && members < sorted.length) {
      held += Math.max(0, at(sorted, members));
      members += 1;
    }
    return leastOfFirst(sorted, members);
  });
}

function tierOf(value: number, limits: readonly number[]): number {
  const place = limits.findIndex((least) => value >= least);
  return place === -1 ? limits.length + 1 : place + 1;
}

/** The share of others who are worth less, in percent. */
function percentilesOf(value: Float64Array, sorted: Float64Array): Float64Array {
  const n = sorted.length;
  return Float64Array.from(value, (each) =>
    n === 1 ? 100 : (100 * (n - firstBelow(sorted, each))) / (n - 1),
  );
}

/** How many of a falling list are not below a value. */
function firstBelow(falling: Float64Array, value: number): number {
  let [low, high] = [0, falling.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(falling, middle) >= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function totalsOf(
  { value, deviation }: Pick<RunScores, "value" | "deviation">,
  tier: Int32Array,
  count: number,
): TierTotal[] {
  const totals = Array.from({ length: count }, (_, i) => ({
    ...{ tier: i + 1, customers: 0, valueMinor: 0, variance: 0 },
    leastMinor: Number.POSITIVE_INFINITY,
  }));
  for (let i = 0; i < value.length; i++) {
    const total = totals[intAt(tier, i) - 1];
    if (!total) continue;
    total.customers += 1;
    total.valueMinor += at(value, i);
    total.variance += at(deviation, i) ** 2;
    total.leastMinor = Math.min(total.leastMinor, at(value, i));
  }
  return totals
    .filter(({ customers }) => customers > 0)
    .map(({ variance, ...total }) => ({
      ...total,
      deviationMinor: Number.isNaN(variance) ? null : Math.sqrt(variance),
    }));
}
