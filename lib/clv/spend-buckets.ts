import { at, intAt, largest } from "#lib/stats/typed-array.ts";
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

/** A product beyond these gives way to its logarithm; a factor is far between 1e-100 and 1e100. */
const LARGEST_PRODUCT = 1e200;
const SMALLEST_PRODUCT = 1e-200;

/** The repeaters with an amount above 0, sorted by their repeats. */
export function spendBuckets(history: PurchaseHistory): SpendBuckets {
  const counts = countByRepeats(history);
  const starts = new Int32Array(counts.length + 1);
  for (let x = 0; x < counts.length; x++) starts[x + 1] = intAt(starts, x) + intAt(counts, x);
  const totals = totalsByRepeats(history, starts);
  const buckets: SpendBucket[] = [];
  for (let x = 1; x < counts.length; x++) {
    const own = aboveZero(totals.subarray(intAt(starts, x), intAt(starts, x + 1)));
    if (own.length === 0) continue;
    buckets.push({ repeats: x, customers: own.length, totals: own, ...sumsOf(own) });
  }
  return together(buckets);
}

/** Those with so many repeats: `least` and `most` among them. */
export function bucketsWithin({ buckets }: SpendBuckets, least: number, most: number) {
  return together(buckets.filter(({ repeats }) => repeats >= least && repeats <= most));
}

/** Every n-th customer of each bucket, the first one first. */
export function everyNthSpender({ buckets }: SpendBuckets, step: number): SpendBuckets {
  return together(
    buckets.map(({ repeats, totals }) => {
      const own = new Float64Array(Math.ceil(totals.length / step));
      for (let i = 0; i < own.length; i++) own[i] = at(totals, i * step);
      return { repeats, customers: own.length, totals: own, ...sumsOf(own) };
    }),
  );
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

function countByRepeats({ repeats }: PurchaseHistory): Int32Array {
  const counts = new Int32Array(largest(repeats) + 1);
  for (let i = 0; i < repeats.length; i++) {
    const x = intAt(repeats, i);
    counts[x] = intAt(counts, x) + 1;
  }
  return counts;
}

/** A counting sort; all customers take part, as a question about each would cost more than a place for those without repeats. */
function totalsByRepeats(
  { repeats, meanSpend }: PurchaseHistory,
  starts: Int32Array,
): Float64Array<ArrayBuffer> {
  const next = starts.slice();
  const totals = new Float64Array(repeats.length);
  for (let i = 0; i < repeats.length; i++) {
    const x = intAt(repeats, i);
    const place = intAt(next, x);
    next[x] = place + 1;
    totals[place] = x * at(meanSpend, i);
  }
  return totals;
}

/** The same column where all are above 0. */
function aboveZero(totals: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  let left = 0;
  for (let i = 0; i < totals.length; i++) left += at(totals, i) > 0 ? 0 : 1;
  return left === 0 ? totals : totals.filter((total) => total > 0);
}

function sumsOf(totals: Float64Array): { spent: number; logTotals: number } {
  let [spent, logs, product] = [0, 0, 1];
  for (let i = 0; i < totals.length; i++) {
    const total = at(totals, i);
    spent += total;
    product *= total;
    if (product > LARGEST_PRODUCT || product < SMALLEST_PRODUCT) {
      logs += Math.log(product);
      product = 1;
    }
  }
  return { spent, logTotals: logs + Math.log(product) };
}
