import { describe, expect, it } from "vitest";
import {
  bandCustomers,
  cohortTotal,
  observedActiveTime,
  scoreCustomers,
  serviceCosts,
} from "#lib/clv/index.ts";
import { livingFutureOf } from "#lib/clv/simulate-future.ts";
import type { PurchaseFit, PurchaseHistory, SpendFit } from "#lib/clv/types.ts";
import { weeklyDiscountRate } from "#lib/clv/weeks.ts";
import { createRandom, type Random } from "#lib/stats/create-random.ts";
import { sampleBeta, sampleGamma } from "#lib/stats/sample-gamma.ts";
import { at, intAt } from "#lib/stats/typed-array.ts";
import { contactsOf } from "#tests/support/contacts.ts";

const QUALITY = {
  ...{ logLikelihood: 0, logCovariance: null, conditionNumber: 1, gradientPerCustomer: 0 },
  ...{ converged: true, reason: null, customers: 0, repeaters: 0, hasPrior: false },
} as const;
const RATE = weeklyDiscountRate(0.1);
const SPEND: SpendFit = {
  ...{ ...QUALITY, model: "gamma_gamma", bands: null },
  ...{ parameters: { p: 4, q: 4.5, v: 60 }, standardErrors: { p: 0, q: 0, v: 0 } },
};

describe("a shop whose customers, their time and their contacts are known (recovery)", () => {
  const CUSTOMERS = 12_000;
  const TRUTH = { r: 0.6, alpha: 8, a: 0.7, b: 3 };
  const OPTIONS = { horizonWeeks: 104, discountRateAnnual: 0.1, marginRate: 0.4 };
  const shop = drawShop();
  const fit = {
    ...QUALITY,
    model: "mbg_nbd",
    parameters: TRUTH,
    standardErrors: TRUTH,
  } satisfies PurchaseFit;
  const active = observedActiveTime(shop.history, fit);
  const found = serviceCosts(shop, active);
  const history: PurchaseHistory = { ...shop.history, serviceCosts: found?.perWeek };
  const scores = scoreCustomers(history, { purchases: fit, spend: SPEND }, OPTIONS);

  /** Customers of MBG/NBD who cost an own rate for as long as they stay, and what follows after the cut-off. */
  function drawShop() {
    const random = createRandom(17);
    const drawn = Array.from({ length: CUSTOMERS }, () => drawCustomer(random));
    const whole = (of: (each: Drawn) => number) => Int32Array.from(drawn, (each) => of(each));
    const real = (of: (each: Drawn) => number) => Float64Array.from(drawn, (each) => of(each));
    const squares = drawn.reduce((sum, each) => sum + each.squares, 0);
    return {
      history: {
        repeats: whole(({ repeats }) => repeats),
        lastDays: whole(({ last }) => Math.round(last * 7)),
        ageDays: whole(({ age }) => Math.round(age * 7)),
        ...{ meanSpend: real(() => 20), daysPerUnit: 7 },
      },
      ...{ squares, costs: real(({ cost }) => cost), past: real(({ past }) => past) },
      ...{ ahead: real(({ ahead }) => ahead), costAhead: real(({ costAhead }) => costAhead) },
    };
  }

  type Drawn = ReturnType<typeof drawCustomer>;

  function drawCustomer(random: Random) {
    const age = 10 + 94 * random();
    const buying = sampleGamma(random, TRUTH.r) / TRUTH.alpha;
    const leaving = sampleBeta(random, TRUTH.a, TRUTH.b);
    const rate = sampleGamma(random, 0.8) * 0.5;
    const times = purchasesOf(random, { buying, leaving, until: age + OPTIONS.horizonWeeks });
    const before = times.purchases.filter((time) => time <= age);
    const past = Math.min(times.left, age);
    const until = Math.max(0, Math.min(times.left - age, OPTIONS.horizonWeeks));
    const ahead = -Math.expm1(-RATE * until) / RATE;
    return {
      ...contactsOf(random, rate / 7.5, past),
      ...{ age, past, ahead, costAhead: rate * ahead },
      ...{ repeats: before.length, last: before.at(-1) ?? 0 },
    };
  }

  /** Times of purchases after the first, and that of leaving, Infinity where it is later. */
  function purchasesOf(
    random: Random,
    { buying, leaving, until }: { buying: number; leaving: number; until: number },
  ) {
    const purchases: number[] = [];
    let time = 0;
    while (random() >= leaving) {
      time -= Math.log(random()) / buying;
      if (!(time <= until)) return { purchases, left: Number.POSITIVE_INFINITY };
      purchases.push(time);
    }
    return { purchases, left: time };
  }

  const sumOf = (column: Float64Array) => column.reduce((sum, each) => sum + each, 0);
  /** In standard errors of a sum of differences. */
  function zOf(one: (i: number) => number, other: Float64Array): number {
    const gaps = Float64Array.from(other, (value, i) => one(i) - value);
    const mean = sumOf(gaps) / gaps.length;
    const square = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0);
    return (mean * gaps.length) / Math.sqrt(square);
  }

  it("tells the time they were customers up to the cut-off", () => {
    expect(Math.abs(zOf((i) => at(active, i) - 1 / 7, shop.past))).toBeLessThan(3);
  });

  it("tells the time that is to come", () => {
    const { activeTime } = scores;
    if (!activeTime) throw new Error("There are costs.");
    expect(Math.abs(zOf((i) => at(activeTime, i), shop.ahead))).toBeLessThan(3);
  });

  it("tells what serving them will cost, as value without it less value with it", () => {
    const free = scoreCustomers(shop.history, { purchases: fit, spend: SPEND }, OPTIONS);
    const cost = free.residualValue.map((value, i) => value - at(scores.residualValue, i));
    expect(Math.abs(zOf((i) => at(cost, i), shop.costAhead))).toBeLessThan(3);
    expect(free.activeTime).toBe(null);
  });

  it("shows who costs more than they bring as worth less than nothing, in value, band and total", () => {
    const some = (column: Int32Array) => column.slice(0, 500);
    const dear: PurchaseHistory = {
      ...{ repeats: some(history.repeats), lastDays: some(history.lastDays) },
      ...{ ageDays: some(history.ageDays), meanSpend: history.meanSpend.slice(0, 500) },
      serviceCosts: history.serviceCosts?.slice(0, 500).map((cost) => 50 * cost),
      daysPerUnit: 7,
    };
    const fits = { purchases: fit, spend: SPEND };
    const lossy = scoreCustomers(dear, fits, OPTIONS);
    const bands = bandCustomers(dear, { fit, spend: SPEND, scores: lossy }, OPTIONS, {
      ...{ share: 0.8, draws: 200, seed: 3 },
    });
    const total = cohortTotal(dear, fits, OPTIONS, { measure: "value", seed: 3 });
    expect(total.total).toBeLessThan(0);
    expect(total.interval[0]).toBeLessThan(total.total);
    expect(total.interval[1]).toBeGreaterThan(total.total);
    const worst = lossy.residualValue.indexOf(Math.min(...lossy.residualValue));
    expect(at(bands.valueLow, worst)).toBeLessThan(at(lossy.residualValue, worst));
    expect(at(bands.valueLow, worst)).toBeLessThan(0);
  });

  it("has bands and deviations that are those of futures with the same cost", () => {
    const fits = { purchases: fit, spend: SPEND, daysPerUnit: 7 };
    const place = shop.history.repeats.indexOf(6);
    const one = (column: Int32Array) => Int32Array.of(intAt(column, place));
    const single: PurchaseHistory = {
      ...{ repeats: one(history.repeats), lastDays: one(history.lastDays) },
      ageDays: Int32Array.of(7 * Math.round(intAt(history.ageDays, place) / 7)),
      ...{ meanSpend: Float64Array.of(20), daysPerUnit: 7, serviceCosts: Float64Array.of(1.5) },
    };
    const scored = scoreCustomers(single, fits, OPTIONS);
    const bands = bandCustomers(single, { fit, spend: SPEND, scores: scored }, OPTIONS, {
      ...{ share: 0.8, draws: 20_000, seed: 4 },
    });
    const customer = {
      ...{ repeats: 6, lastDays: intAt(single.lastDays, 0), ageDays: intAt(single.ageDays, 0) },
      ...{ meanSpend: 20, serviceCost: 1.5 },
    };
    const draw = livingFutureOf(customer, fits, OPTIONS);
    const random = createRandom(9);
    const alive = at(scored.pAlive, 0);
    const values = Float64Array.from({ length: 20_000 }, () =>
      random() < alive ? draw(random).value : 0,
    );
    const mean = sumOf(values) / values.length;
    const deviation = Math.sqrt(sumOf(values.map((value) => (value - mean) ** 2)) / values.length);
    expect(
      Math.abs(mean - at(scored.residualValue, 0)) / (deviation / Math.sqrt(20_000)),
    ).toBeLessThan(3);
    expect(at(bands.valueDeviation, 0) / deviation).toBeCloseTo(1, 1);
  });

  it("has bands and deviations that hold futures with contacts and a rate by chance (coverage)", () => {
    const options = { ...OPTIONS, discountRateAnnual: 0 };
    const fits = { purchases: fit, spend: SPEND, daysPerUnit: 7 };
    const place = shop.history.repeats.indexOf(6);
    const one = (column: Int32Array) => Int32Array.of(intAt(column, place));
    // Contacts of 5 or 10 have a mean square over mean of 62.5 / 7.5; a rate of Gamma(2.25) has a variance of 1.
    const [rate, shape] = [1.5, 2.25];
    const costs = { chance: (rate * 62.5) / 7.5, rate: rate ** 2 / shape, expected: rate };
    const single: PurchaseHistory = {
      ...{ repeats: one(history.repeats), lastDays: one(history.lastDays) },
      ageDays: Int32Array.of(7 * Math.round(intAt(history.ageDays, place) / 7)),
      ...{ meanSpend: Float64Array.of(20), daysPerUnit: 7, serviceCosts: Float64Array.of(rate) },
    };
    const scored = scoreCustomers(single, fits, options);
    const ask = (costSpread?: () => typeof costs) =>
      bandCustomers(single, { fit, spend: SPEND, scores: scored }, options, {
        ...{ share: 0.8, draws: 4_000, seed: 4, costSpread },
      });
    const [known, open] = [ask(), ask(() => costs)];
    const customer = {
      ...{ repeats: 6, lastDays: intAt(single.lastDays, 0), ageDays: intAt(single.ageDays, 0) },
      ...{ meanSpend: 20, serviceCost: 0 },
    };
    const draw = livingFutureOf(customer, fits, options);
    const random = createRandom(21);
    const alive = at(scored.pAlive, 0);
    const values = Float64Array.from({ length: 20_000 }, () => {
      if (random() >= alive) return 0;
      const { value, active } = draw(random);
      const own = (sampleGamma(random, shape) * rate) / shape;
      return value - contactsOf(random, own / 7.5, active).cost;
    });
    const mean = sumOf(values) / values.length;
    const deviation = Math.sqrt(sumOf(values.map((value) => (value - mean) ** 2)) / values.length);
    expect(at(open.valueDeviation, 0) / deviation).toBeCloseTo(1, 1);
    expect(at(known.valueDeviation, 0) / deviation).toBeLessThan(0.95);
    const within = (bands: typeof open) =>
      values.filter((value) => value >= at(bands.valueLow, 0) && value <= at(bands.valueHigh, 0))
        .length / values.length;
    expect(within(open)).toBeGreaterThan(0.77);
    expect(within(open)).toBeLessThan(0.87);
    expect(within(open)).toBeGreaterThan(within(known));
  });
});
