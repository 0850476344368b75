import { describe, expect, it } from "vitest";
import {
  bandCustomers,
  cohortTotal,
  customerAt,
  fitPurchases,
  fitSpend,
  scoreCustomers,
} from "#lib/clv/index.ts";
import { futureOf } from "#lib/clv/simulate-future.ts";
import type { PurchaseFit, PurchaseHistory, SpendFit } from "#lib/clv/types.ts";
import { partInterval } from "#lib/clv-runs/part-interval.ts";
import { createRandom } from "#lib/stats/create-random.ts";
import { at } from "#lib/stats/typed-array.ts";
import { SHOP_PROFILES, simulateCustomers } from "#tests/support/simulated-customers.ts";

const SHOPS = 5;
const CUSTOMERS = 1200;
const GROUP = 25;
const FUTURES = 5;
const OPTIONS = { horizonWeeks: 104, discountRateAnnual: 0.1, marginRate: 0.5, costPerPurchase: 2 };
const PROFILE = SHOP_PROFILES.shop2y;

const all = simulateCustomers(SHOPS * CUSTOMERS, PROFILE).history;

/** One shop of the same kind after the other. */
function shop(place: number): PurchaseHistory {
  const [from, to] = [place * CUSTOMERS, (place + 1) * CUSTOMERS];
  return {
    repeats: all.repeats.slice(from, to),
    lastDays: all.lastDays.slice(from, to),
    ageDays: all.ageDays.slice(from, to),
    meanSpend: all.meanSpend.slice(from, to),
    daysPerUnit: 7,
  };
}

type Fits = { purchases: PurchaseFit; spend: SpendFit };

/** The same fits with the parameters that the customers were drawn from. */
function truthOf({ purchases, spend }: Fits): Fits {
  const { r, alpha, a, b, p, q, v } = PROFILE;
  return {
    purchases: { ...purchases, parameters: { r, alpha, a, b } },
    spend: { ...spend, parameters: { p, q, v } },
  };
}

/** What customers bring in drawn futures of the truth, customer by customer. */
function futuresOf(history: PurchaseHistory, truth: Fits, seed: number): Float64Array[] {
  const random = createRandom(seed);
  const draws = Array.from({ length: CUSTOMERS }, (_, i) =>
    futureOf(customerAt(history, i), { ...truth, daysPerUnit: 7 }, OPTIONS),
  );
  return Array.from({ length: FUTURES }, () =>
    Float64Array.from(draws, (draw) => draw(random).value),
  );
}

/** A shop with its fits, its scores and what they say of how far these may be off. */
function scoredShop(place: number) {
  const history = shop(place);
  const spend = fitSpend(history);
  if (!spend) throw new Error("No spend was drawn.");
  const fits = { purchases: fitPurchases(history, "bg_nbd"), spend };
  const scores = scoreCustomers(history, fits, OPTIONS);
  const asked = { share: 0.8, draws: 300, seed: 5 };
  const bands = bandCustomers(history, { fit: fits.purchases, spend, scores }, OPTIONS, asked);
  const sure = cohortTotal(history, fits, OPTIONS, { measure: "value", seed: 1 });
  const totals = { valueMinor: sure.total, standardErrorMinor: sure.standardError };
  const run = { totals, holdout: null } as unknown as Parameters<typeof partInterval>[0];
  return { run, scores, bands, futures: futuresOf(history, truthOf(fits), place) };
}

type Scored = ReturnType<typeof scoredShop>;

const sumOf = (column: Float64Array, from: number) =>
  column.subarray(from, from + GROUP).reduce((sum, value) => sum + value, 0);

/** Of each group of 25, whether what came lay in its interval. */
function groupsHit({ run, scores, bands, futures }: Scored): boolean[] {
  const begins = Array.from({ length: CUSTOMERS / GROUP }, (_, group) => group * GROUP);
  return futures.flatMap((values) =>
    begins.map((from) => {
      const deviations = bands.valueDeviation.subarray(from, from + GROUP);
      const [low, high] = partInterval(run, {
        valueMinor: sumOf(scores.residualValue, from),
        deviationMinor: Math.hypot(...deviations),
      }) ?? [0, 0];
      return liesIn(sumOf(values, from), low, high);
    }),
  );
}

/** Of each customer, whether what came lay in their band. */
function bandsHit({ bands, futures }: Scored): boolean[] {
  return futures.flatMap((values) =>
    Array.from(values, (value, i) => liesIn(value, at(bands.valueLow, i), at(bands.valueHigh, i))),
  );
}

function liesIn(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}

const shareOf = (hits: readonly boolean[]) => hits.filter((hit) => hit).length / hits.length;

describe("what came of customers drawn from known parameters", { timeout: 60_000 }, () => {
  const shops = Array.from({ length: SHOPS }, (_, place) => scoredShop(place));

  it("lies in the 95 % interval of a small group about as often as that says", () => {
    const share = shareOf(shops.flatMap(groupsHit));
    expect(share).toBeGreaterThan(0.925);
    expect(share).toBeLessThan(0.975);
  });

  it("lies in the 80 % band of a customer as often as that says, or oftener where many bring nothing", () => {
    const share = shareOf(shops.flatMap(bandsHit));
    expect(share).toBeGreaterThan(0.79);
    expect(share).toBeLessThan(0.92);
  });
});
