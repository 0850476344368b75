import type { PurchaseHistory } from "#lib/clv/types.ts";
import { createRandom, type Random } from "#lib/stats/create-random.ts";
import { sampleGamma } from "#lib/stats/sample-gamma.ts";

/** Parameters of a shop in weeks: purchases (r, alpha, a, b), spend (p, q, v), ages in days from `youngest` to `oldest`. */
export type ShopProfile = {
  r: number;
  alpha: number;
  a: number;
  b: number;
  p: number;
  q: number;
  v: number;
  youngest: number;
  oldest: number;
};

/** A nine-month shop like CDNOW's, and a busier one of two years with customers of every age. */
export const SHOP_PROFILES = {
  cdnow: {
    r: 0.25,
    alpha: 4.5,
    a: 0.8,
    b: 2.5,
    p: 6.25,
    q: 3.74,
    v: 15.44,
    youngest: 189,
    oldest: 272,
  },
  shop2y: { r: 0.6, alpha: 8, a: 0.7, b: 3, p: 4, q: 4.5, v: 60, youngest: 1, oldest: 730 },
} as const satisfies Record<string, ShopProfile>;

const SEED = 20_260_501;
const MOST_PURCHASES = 5000;

/** Whole days as a shop would know them, and beside them true counts and times in weeks, before days of several purchases were merged. */
export type SimulatedCustomers = {
  history: PurchaseHistory;
  trueRepeats: Int32Array;
  trueLastWeeks: Float64Array;
};

/** Customers of BG/NBD and Gamma-Gamma with known parameters; the first 10,000 of a million are the same as of ten thousand. */
export function simulateCustomers(count: number, profile: ShopProfile): SimulatedCustomers {
  const history = {
    repeats: new Int32Array(count),
    lastDays: new Int32Array(count),
    ageDays: new Int32Array(count),
    meanSpend: new Float64Array(count),
    daysPerUnit: 7,
  };
  const trueRepeats = new Int32Array(count);
  const trueLastWeeks = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const drawn = drawCustomer(createRandom(SEED, i), profile);
    history.repeats[i] = drawn.repeats;
    history.lastDays[i] = drawn.lastDay;
    history.ageDays[i] = drawn.ageDays;
    history.meanSpend[i] = drawn.repeats > 0 ? drawn.spent / drawn.repeats : 0;
    trueRepeats[i] = drawn.trueRepeats;
    trueLastWeeks[i] = drawn.trueLastWeeks;
  }
  return { history, trueRepeats, trueLastWeeks };
}

/** The true times on a grid of a hundredth of a day, which bends no estimate. */
export function onFineGrid(customers: SimulatedCustomers): PurchaseHistory {
  const { history, trueRepeats, trueLastWeeks } = customers;
  return {
    ...history,
    repeats: trueRepeats,
    lastDays: Int32Array.from(trueLastWeeks, (weeks) => Math.round(weeks * 700)),
    ageDays: history.ageDays.map((days) => days * 100),
    daysPerUnit: 700,
  };
}

function drawCustomer(random: Random, profile: ShopProfile) {
  const rate = sampleGamma(random, profile.r) / profile.alpha;
  const [leave, stay] = [sampleGamma(random, profile.a), sampleGamma(random, profile.b)];
  const leaving = leave / (leave + stay);
  const { youngest, oldest } = profile;
  const ageDays = youngest + Math.floor(random() * (oldest - youngest + 1));
  const spendRate = sampleGamma(random, profile.q) / profile.v;
  const drawn = { repeats: 0, lastDay: 0, ageDays, spent: 0, trueRepeats: 0, trueLastWeeks: 0 };
  let time = 0;
  while (drawn.trueRepeats <= MOST_PURCHASES) {
    time -= Math.log(random()) / rate;
    if (!(time <= ageDays / 7)) break;
    drawn.trueRepeats += 1;
    drawn.trueLastWeeks = time;
    noteDay(drawn, Math.floor(time * 7), sampleGamma(random, profile.p) / spendRate);
    if (random() < leaving) break;
  }
  return drawn;
}

/** Purchases of one day are one; those on the day of the first purchase belong to it. */
function noteDay(
  drawn: { repeats: number; lastDay: number; spent: number },
  day: number,
  amount: number,
): void {
  if (day > drawn.lastDay) {
    drawn.repeats += 1;
    drawn.lastDay = day;
    drawn.spent += amount;
  } else if (drawn.repeats > 0) drawn.spent += amount;
}
