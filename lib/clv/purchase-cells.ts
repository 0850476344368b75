import { at, intAt, largest } from "#lib/stats/typed-array.ts";
import type { PurchaseHistory } from "./types.ts";

/** Customers of one number of repeats; where many share a pair of days, a pair once with its weight, else `weights` is null. */
export type Bucket = {
  readonly repeats: number;
  readonly customers: number;
  readonly lastDays: Int32Array;
  readonly ageDays: Int32Array;
  readonly weights: Float64Array | null;
};

/** A history as the likelihood wants it: sums by age, and customers in buckets by their repeats, 0 first. */
export type PurchaseCells = {
  readonly customers: number;
  readonly repeaters: number;
  /** One more than the greatest age. */
  readonly days: number;
  readonly daysPerUnit: number;
  readonly customersByAge: Float64Array;
  readonly repeatsByAge: Float64Array;
  readonly buckets: readonly Bucket[];
};

/** A square of days larger than this costs more to walk than pairs counted once save. */
const LARGEST_SQUARE = 4096 * 4096;
/** Counting pairs pays from one customer per eight places of the square. */
const LEAST_FILL = 1 / 3;

/** The history sorted into cells, in one pass over customers; the likelihood then walks far fewer places than customers. */
export function purchaseCells(history: PurchaseHistory): PurchaseCells {
  const { repeats, ageDays, daysPerUnit } = history;
  const days = largest(ageDays) + 1;
  const customersByAge = new Float64Array(days);
  const repeatsByAge = new Float64Array(days);
  const counts = new Int32Array(largest(repeats) + 1);
  for (let i = 0; i < repeats.length; i++) {
    const x = intAt(repeats, i);
    const age = intAt(ageDays, i);
    customersByAge[age] = at(customersByAge, age) + 1;
    repeatsByAge[age] = at(repeatsByAge, age) + x;
    counts[x] = intAt(counts, x) + 1;
  }
  return {
    customers: repeats.length,
    repeaters: repeats.length - (counts[0] ?? 0),
    days,
    daysPerUnit,
    customersByAge,
    repeatsByAge,
    buckets: bucketsOf(history, counts, days),
  };
}

function bucketsOf(history: PurchaseHistory, counts: Int32Array, days: number): Bucket[] {
  const starts = startsOf(counts);
  const { lastDays, ageDays } = sortByRepeats(history, starts);
  const isDense = (customers: number) =>
    days * days <= LARGEST_SQUARE && customers >= days * days * LEAST_FILL;
  const square = new Int32Array(isDense(largest(counts)) ? days * days : 0);
  const buckets: Bucket[] = [];
  for (let x = 0; x < counts.length; x++) {
    const customers = intAt(counts, x);
    if (customers === 0) continue;
    const [from, to] = [intAt(starts, x), intAt(starts, x) + customers];
    const bucket = {
      repeats: x,
      customers,
      lastDays: lastDays.subarray(from, to),
      ageDays: ageDays.subarray(from, to),
      weights: null,
    };
    buckets.push(isDense(customers) || x === 0 ? countPairs(bucket, days, square) : bucket);
  }
  return buckets;
}

function startsOf(counts: Int32Array): Int32Array {
  const starts = new Int32Array(counts.length);
  for (let x = 1; x < counts.length; x++) starts[x] = intAt(starts, x - 1) + intAt(counts, x - 1);
  return starts;
}

/** A counting sort: the days of all customers, those with fewer repeats first. */
function sortByRepeats(history: PurchaseHistory, starts: Int32Array) {
  const next = starts.slice();
  const lastDays = new Int32Array(history.repeats.length);
  const ageDays = new Int32Array(history.repeats.length);
  for (let i = 0; i < history.repeats.length; i++) {
    const x = intAt(history.repeats, i);
    const place = intAt(next, x);
    next[x] = place + 1;
    lastDays[place] = intAt(history.lastDays, i);
    ageDays[place] = intAt(history.ageDays, i);
  }
  return { lastDays, ageDays };
}

/** The bucket with every pair of days once. Without repeats the last day is 0, so one row of the square is enough. */
function countPairs(bucket: Bucket, days: number, square: Int32Array): Bucket {
  const rows = bucket.repeats === 0 ? new Int32Array(days) : square.fill(0);
  let pairs = 0;
  for (let i = 0; i < bucket.customers; i++) {
    const cell = intAt(bucket.lastDays, i) * days + intAt(bucket.ageDays, i);
    const count = intAt(rows, cell);
    if (count === 0) pairs += 1;
    rows[cell] = count + 1;
  }
  const lastDays = new Int32Array(pairs);
  const ageDays = new Int32Array(pairs);
  const weights = new Float64Array(pairs);
  let place = 0;
  for (let cell = 0; cell < rows.length; cell++) {
    const count = intAt(rows, cell);
    if (count === 0) continue;
    lastDays[place] = Math.floor(cell / days);
    ageDays[place] = cell % days;
    weights[place] = count;
    place += 1;
  }
  return { ...bucket, lastDays, ageDays, weights };
}
