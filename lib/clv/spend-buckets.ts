import { at, intAt } from "#lib/stats/typed-array.ts";
import type { PurchaseHistory } from "./types.ts";

/** Customers with one number of repeats: what each spent on them all, and the sums of that and of its logarithms. */
export type SpendBucket = {
  readonly repeats: number;
  readonly customers: number;
  readonly totals: Float64Array;
  readonly spent: number;
  readonly logTotals: number;
};

/** `meanSpend`: mean of all repeat purchases, 0 without any. */
export type SpendBuckets = {
  readonly buckets: readonly SpendBucket[];
  readonly customers: number;
  readonly purchases: number;
  readonly meanSpend: number;
};

/** The repeaters with an amount above 0, sorted by their repeats. */
export function spendBuckets({ repeats, meanSpend }: PurchaseHistory): SpendBuckets {
  const counts = countByRepeats(repeats, meanSpend);
  const starts = new Int32Array(counts.length + 1);
  for (let x = 0; x < counts.length; x++) starts[x + 1] = intAt(starts, x) + intAt(counts, x);
  const totals = totalsByRepeats({ repeats, meanSpend }, starts);
  const buckets: SpendBucket[] = [];
  for (let x = 1; x < counts.length; x++) {
    const customers = intAt(counts, x);
    if (customers === 0) continue;
    const own = totals.subarray(intAt(starts, x), intAt(starts, x + 1));
    buckets.push({ repeats: x, customers, totals: own, ...sumsOf(own) });
  }
  return together(buckets);
}

/** Those with so many repeats: `least` and `most` among them. */
export function bucketsWithin({ buckets }: SpendBuckets, least: number, most: number) {
  return together(buckets.filter(({ repeats }) => repeats >= least && repeats <= most));
}

function together(buckets: readonly SpendBucket[]): SpendBuckets {
  let [customers, purchases, spent] = [0, 0, 0];
  for (const bucket of buckets) {
    customers += bucket.customers;
    purchases += bucket.repeats * bucket.customers;
    spent += bucket.spent;
  }
  return { buckets, customers, purchases, meanSpend: purchases === 0 ? 0 : spent / purchases };
}

function countByRepeats(repeats: Int32Array, meanSpend: Float64Array): Int32Array {
  let most = 0;
  for (let i = 0; i < repeats.length; i++) most = Math.max(most, intAt(repeats, i));
  const counts = new Int32Array(most + 1);
  for (let i = 0; i < repeats.length; i++) {
    const x = intAt(repeats, i);
    if (x > 0 && at(meanSpend, i) > 0) counts[x] = intAt(counts, x) + 1;
  }
  return counts;
}

type Spenders = Pick<PurchaseHistory, "repeats" | "meanSpend">;

function totalsByRepeats({ repeats, meanSpend }: Spenders, starts: Int32Array): Float64Array {
  const next = starts.slice();
  const totals = new Float64Array(intAt(starts, starts.length - 1));
  for (let i = 0; i < repeats.length; i++) {
    const x = intAt(repeats, i);
    if (x === 0 || !(at(meanSpend, i) > 0)) continue;
    const place = intAt(next, x);
    next[x] = place + 1;
    totals[place] = x * at(meanSpend, i);
  }
  return totals;
}

function sumsOf(totals: Float64Array): { spent: number; logTotals: number } {
  let [spent, logTotals] = [0, 0];
  for (let i = 0; i < totals.length; i++) {
    spent += at(totals, i);
    logTotals += Math.log(at(totals, i));
  }
  return { spent, logTotals };
}
