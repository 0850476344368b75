import { describe, expect, it } from "vitest";
import {
  checkSpend,
  chooseSpend,
  cohortTotal,
  expectedSpend,
  fitPurchases,
  fitSpend,
} from "#lib/clv/index.ts";
import { spendLikelihood } from "#lib/clv/models/gamma-gamma.ts";
import { limitOfSpend } from "#lib/clv/models/spend-limits.ts";
import { spendBuckets } from "#lib/clv/spend-buckets.ts";
import { spendSpread } from "#lib/clv/spend-spread.ts";
import type { PurchaseHistory } from "#lib/clv/types.ts";
import { createRandom, type Random } from "#lib/stats/create-random.ts";
import { sampleGamma } from "#lib/stats/sample-gamma.ts";
import { SHOP_PROFILES, simulateCustomers } from "#tests/support/simulated-customers.ts";

/** Draws all amounts of a customer: `of` is asked once for a customer and gives a drawer of single amounts. */
type Amounts = (random: Random) => () => number;

/** A shop whose customers come as usual and spend as is asked. */
function shopOf(amounts: Amounts, customers = 3000): PurchaseHistory {
  const { history } = simulateCustomers(customers, SHOP_PROFILES.shop2y);
  const random = createRandom(21);
  const meanSpend = Float64Array.from(history.repeats, (repeats) => {
    const draw = amounts(random);
    let sum = 0;
    for (let k = 0; k < repeats; k++) sum += draw();
    return repeats === 0 ? 0 : sum / repeats;
  });
  return { ...history, meanSpend };
}

const onePrice: Amounts = () => () => 9.99;
const nearlyOnePrice: Amounts = (random) => () => (random() < 0.1 ? 9.98 : 9.99);
const alike: Amounts = (random) => () => sampleGamma(random, 2) * 10;
/** 10 and 30 in turn, either first: means differ less than those of drawn amounts would. */
const inTurn: Amounts = (random) => {
  let next = random() < 0.5 ? 10 : 30;
  return () => {
    next = 40 - next;
    return next;
  };
};
const plans: Amounts = (random) => {
  const price = [9, 19, 49][Math.floor(random() * 3)] ?? 9;
  return () => price;
};
const ownPrices: Amounts = (random) => {
  const price = 90 / sampleGamma(random, 4);
  return () => price;
};

function chosen(history: PurchaseHistory) {
  const { spend, dependence } = chooseSpend(history);
  if (!spend) throw new Error("There are amounts.");
  const doubts = checkSpend(spend, dependence).map(({ code, level }) => `${level} ${code}`);
  return { spend, doubts };
}

/** The mean over customers with a repeat purchase, each counted once. */
function ownMeansOf({ meanSpend }: PurchaseHistory): number {
  const paid = meanSpend.filter((mean) => mean > 0);
  return paid.reduce((sum, mean) => sum + mean, 0) / paid.length;
}

const NOBODY = { repeats: 0, meanSpend: 0 };

describe("spend without a spread", () => {
  it.each([
    ["one price", onePrice, 9.99],
    ["one price with a cent off now and then", nearlyOnePrice, 9.989],
  ])("of %s is its mean for everybody, with a note", (_, amounts, mean) => {
    const { spend, doubts } = chosen(shopOf(amounts));
    expect(spend.model).toBe("common_mean");
    expect(doubts).toEqual(["note spend_uniform"]);
    for (const repeats of [0, 1, 20, 1000])
      expect(expectedSpend(spend.parameters, { repeats, meanSpend: mean })).toBeCloseTo(mean, 4);
    const spread = spendSpread(spend, { repeats: 3, meanSpend: mean });
    expect(Math.max(spread.ofMean, spread.ofOne)).toBeLessThan(1e-6);
  });

  it("has a total whose interval is that of its purchases times the price (consistency)", () => {
    const history = shopOf(onePrice);
    const fits = { purchases: fitPurchases(history, "mbg_nbd"), spend: chosen(history).spend };
    const options = { horizonWeeks: 52, discountRateAnnual: 0, marginRate: 1 };
    const value = cohortTotal(history, fits, options, { measure: "value", seed: 2 });
    const counted = cohortTotal(history, fits, options, { measure: "purchases", seed: 2 });
    expect(value.total / counted.total).toBeCloseTo(9.99, 5);
    expect(value.standardError / counted.standardError).toBeCloseTo(9.99, 4);
    expect(value.predictiveDeviation / counted.predictiveDeviation).toBeCloseTo(9.99, 1);
    expect(value.interval.every(Number.isFinite)).toBe(true);
  });

  it("is not told of fewer than ten customers (inputs)", () => {
    const nine = Int32Array.from({ length: 9 }, (_, i) => 1 + (i % 3));
    const meanSpend = new Float64Array(9).fill(5);
    const days = { lastDays: new Int32Array(9), ageDays: new Int32Array(9).fill(90) };
    const spend = fitSpend({ repeats: nine, meanSpend, daysPerUnit: 7, ...days });
    expect(spend?.model).not.toBe("common_mean");
    expect(expectedSpend(spend?.parameters ?? { p: 1, q: 1, v: 1 }, NOBODY)).toBeCloseTo(5, 6);
  });
});

/** The limit that fits better, whatever Gamma-Gamma found. */
function limitFor(history: PurchaseHistory) {
  const limit = limitOfSpend(spendBuckets(history), Number.NEGATIVE_INFINITY);
  if (!limit) throw new Error("There are amounts.");
  return limit;
}

describe("customers who do not differ in what they spend", () => {
  it("are expected at the mean of all whatever they spent, with a note", () => {
    const history = shopOf(inTurn);
    const { spend, doubts } = chosen(history);
    expect(spend.model).toBe("common_mean");
    expect(doubts).toEqual(["note spend_alike"]);
    const { meanSpend } = spendBuckets(history);
    for (const [repeats, own] of [
      [0, 0],
      [4, 60],
      [300, 21],
    ] as const)
      expect(expectedSpend(spend.parameters, { repeats, meanSpend: own })).toBeCloseTo(
        meanSpend,
        4,
      );
  });

  it("have the drawn spread of one amount, and none of the mean (recovery)", () => {
    const limit = limitFor(shopOf(alike));
    expect(limit.model).toBe("common_mean");
    expect(Math.abs(limit.parameters.p - 2) / limit.standardErrors.p).toBeLessThan(3);
    const { ofMean, ofOne } = spendSpread(limit, NOBODY);
    expect(ofOne / 200).toBeCloseTo(1, 1);
    expect(ofMean).toBeLessThan(1e-6);
  });

  it("leave a mean as open as so many amounts do (consistency)", () => {
    const history = shopOf(alike);
    const { purchases } = spendBuckets(history);
    const { parameters, logCovariance } = limitFor(history);
    const [pp = 0, , pv = 0, , , , , , vv = 0] = logCovariance ?? [];
    expect((pp + 2 * pv + vv) * parameters.p * purchases).toBeCloseTo(1, 9);
  });
});

describe("customers who each pay a price of their own", () => {
  it("as with three plans are expected at it, with a note", () => {
    const { spend, doubts } = chosen(shopOf(plans));
    expect(spend.model).toBe("own_mean");
    expect(doubts).toEqual(["note spend_own_price"]);
    expect(expectedSpend(spend.parameters, { repeats: 1, meanSpend: 49 })).toBeCloseTo(49, 6);
    const means = ownMeansOf(shopOf(plans));
    expect(expectedSpend(spend.parameters, NOBODY) / means).toBeCloseTo(1, 9);
  });

  it("leave to who bought once the mean of customers, as open as so many prices leave it (recovery)", () => {
    const history = shopOf(ownPrices);
    const spend = limitFor(history);
    expect(spend.model).toBe("own_mean");
    expect(Math.abs(spend.parameters.q - 4) / spend.standardErrors.q).toBeLessThan(3);
    expect(expectedSpend(spend.parameters, NOBODY) / ownMeansOf(history)).toBeCloseTo(1, 9);
    expect(expectedSpend(spend.parameters, NOBODY) / 30).toBeCloseTo(1, 1);
    // Prices of Gamma(4) have a relative variance of 1/2.
    const [ofMean = 0] = spend.logCovariance?.slice(8) ?? [];
    expect(ofMean * spend.customers).toBeGreaterThan(0.35);
    expect(ofMean * spend.customers).toBeLessThan(0.65);
  });

  it.each([
    ["10 or 100, half of them each", [10, 100]],
    ["10 or 100, one in five the former", [10, 100, 100, 100, 100]],
    ["5 or 500, nine in ten the former", [5, 5, 5, 5, 5, 5, 5, 5, 5, 500]],
  ])("as of %s, are not said to be alike, nor expected beyond their prices", (_, prices) => {
    const history = shopOf((random) => {
      const price = prices[Math.floor(random() * prices.length)] ?? 0;
      return () => price;
    });
    const { spend } = chosen(history);
    expect(spend.model).not.toBe("common_mean");
    const mean = ownMeansOf(history);
    for (const own of [Math.min(...prices), Math.max(...prices)]) {
      const expected = expectedSpend(spend.parameters, { repeats: 8, meanSpend: own });
      expect(Math.abs(expected - own)).toBeLessThan(Math.abs(mean - own) / 4);
    }
    expect(expectedSpend(spend.parameters, NOBODY) / mean).toBeGreaterThan(0.7);
    expect(expectedSpend(spend.parameters, NOBODY) / mean).toBeLessThan(1.4);
  });
});

describe("limitOfSpend (consistency)", () => {
  it("is no less likely than Gamma-Gamma near it, and none where Gamma-Gamma has a maximum", () => {
    const sorted = spendBuckets(shopOf(alike));
    const limit = limitFor(shopOf(alike));
    const { p } = limit.parameters;
    const q = 1e5;
    const near = Float64Array.of(p, q, (sorted.meanSpend * (q - 1)) / p);
    const { value } = spendLikelihood(sorted.buckets)(near);
    expect(Math.abs(limit.logLikelihood - value)).toBeLessThan(1);
    const { history } = simulateCustomers(3000, SHOP_PROFILES.shop2y);
    const usual = fitSpend(history);
    expect(usual?.model).toBe("gamma_gamma");
    expect(limitOfSpend(spendBuckets(history), usual?.logLikelihood ?? 0)).toBeNull();
  });
});
