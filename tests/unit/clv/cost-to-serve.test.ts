import { describe, expect, it } from "vitest";
import type { Tenure } from "#lib/clv/contract-types.ts";
import { contractTotal, ownCostSpread, scoreContracts, serviceCosts } from "#lib/clv/index.ts";
import { discountedActiveTime } from "#lib/clv/models/active-time.ts";
import { paretoActiveTime } from "#lib/clv/models/pareto-expectations.ts";
import { weeksOf } from "#lib/clv/renewal-days.ts";
import { livingFutureOf } from "#lib/clv/simulate-future.ts";
import type {
  AnyPurchaseFit,
  PurchaseFit,
  PurchaseModel,
  PurchaseParameters,
} from "#lib/clv/types.ts";
import { weeklyDiscountRate } from "#lib/clv/weeks.ts";
import { createRandom } from "#lib/stats/create-random.ts";
import { sampleGamma } from "#lib/stats/sample-gamma.ts";
import { at } from "#lib/stats/typed-array.ts";
import { contactsOf } from "#tests/support/contacts.ts";

const CDNOW = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const PARETO = { r: 0.553277, alpha: 10.577683, s: 0.60624, beta: 11.668735 };
const QUALITY = {
  ...{ logLikelihood: 0, logCovariance: null, conditionNumber: 1, gradientPerCustomer: 0 },
  ...{ converged: true, reason: null, customers: 0, repeaters: 0, hasPrior: false },
} as const;
const RATE = weeklyDiscountRate(0.1);

function fitOf(model: PurchaseModel, parameters: PurchaseParameters): PurchaseFit {
  return { ...QUALITY, model, parameters, standardErrors: parameters };
}

const PARETO_FIT: AnyPurchaseFit = {
  ...{ ...QUALITY, model: "pareto_nbd" },
  ...{ parameters: PARETO, standardErrors: PARETO },
};
/** Simpson's rule, of an even number of steps. */
function simpson(of: (x: number) => number, [from, to]: [number, number], steps: number): number {
  const width = (to - from) / steps;
  let sum = of(from) + of(to);
  for (let i = 1; i < steps; i++) sum += (i % 2 === 0 ? 2 : 4) * of(from + i * width);
  return (sum * width) / 3;
}

/** E (1 + p u)^−k over p ~ Beta(a, b), by trapezoids in the logit of p. */
function survival({ a, b, k }: { a: number; b: number; k: number }, u: number): number {
  let [sum, weights] = [0, 0];
  for (let logit = -60; logit <= 40; logit += 0.05) {
    const weight = Math.exp(-a * Math.log1p(Math.exp(-logit)) - b * Math.log1p(Math.exp(logit)));
    sum += weight * (1 + u / (1 + Math.exp(-logit))) ** -k;
    weights += weight;
  }
  return sum / weights;
}

describe("discountedActiveTime (correctness)", () => {
  const cases: [PurchaseModel, PurchaseParameters, number, number][] = [
    ["bg_nbd", CDNOW, 0, 38.86],
    ["bg_nbd", CDNOW, 2, 38.86],
    ["mbg_nbd", { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }, 0, 27],
    ["mbg_nbd", { r: 1, alpha: 6, a: 0.9, b: 1.6 }, 0, 40],
    ["bg_nbd", { r: 0.5, alpha: 6, a: 1, b: 1.6 }, 1, 40],
    ["bg_nbd", { r: 0.25, alpha: 4.5, a: 5, b: 2.5 }, 3, 100],
    ["mbg_nbd", { r: 0.25, alpha: 4.5, a: 14, b: 30 }, 26, 60],
    ["mbg_nbd", { r: 600, alpha: 465, a: 1.2, b: 59 }, 40, 25.7],
  ];

  it.each(cases)("is that of a numeric integral, %s %o, x %d, T %d", (model, given, x, age) => {
    const { r, alpha, a, b } = given;
    const beta = alpha + age;
    const chances = { a, b: b + x + (model === "mbg_nbd" ? 1 : 0), k: r + x };
    for (const rate of [0, RATE]) {
      const brute = simpson(
        (y) => Math.exp(y - rate * Math.expm1(y)) * survival(chances, Math.expm1(y) / beta),
        [0, Math.log1p(156)],
        200,
      );
      const found = discountedActiveTime(given, model, {
        ...{ frequency: x, age },
        ...{ rate, horizon: 156 },
      });
      expect(Math.abs(found / brute - 1)).toBeLessThan(2e-7);
    }
  });

  it("of the paper's customer and of Pareto/NBD's are the worked values", () => {
    const ahead = { frequency: 2, age: 38.86, rate: 0, horizon: 39 };
    expect(discountedActiveTime(CDNOW, "bg_nbd", ahead)).toBeCloseTo(34.25, 2);
    expect(paretoActiveTime(PARETO, { age: 31, rate: 0, horizon: 52 })).toBeCloseTo(39.94, 2);
  });

  it("never is longer than the horizon discounted, and all of it for who cannot leave (inputs)", () => {
    const whole = -Math.expm1(-RATE * 156) / RATE;
    const asked = { frequency: 0, age: 10, rate: RATE, horizon: 156 };
    expect(discountedActiveTime(CDNOW, "bg_nbd", asked)).toBeLessThan(whole);
    const staying = { ...CDNOW, a: 1e-9 };
    expect(discountedActiveTime(staying, "bg_nbd", asked) / whole).toBeCloseTo(1, 6);
    const endless = { ...asked, horizon: Number.POSITIVE_INFINITY };
    const long = discountedActiveTime(CDNOW, "bg_nbd", endless);
    const longer = discountedActiveTime(CDNOW, "bg_nbd", { ...asked, horizon: 40_000 });
    expect(long / longer).toBeCloseTo(1, 6);
    expect(long).toBeLessThan(1 / RATE);
  });

  it("goes through r + x = 1 without a jump (consistency)", () => {
    const near = (r: number) =>
      discountedActiveTime({ ...CDNOW, r }, "mbg_nbd", {
        ...{ frequency: 0, age: 20 },
        ...{ rate: RATE, horizon: 104 },
      });
    expect((near(1 - 1e-6) + near(1 + 1e-6)) / 2 / near(1)).toBeCloseTo(1, 9);
  });
});

describe("active time (consistency)", () => {
  it.each<[string, AnyPurchaseFit, number]>([
    ["BG/NBD", fitOf("bg_nbd", CDNOW), 3],
    ["MBG/NBD", fitOf("mbg_nbd", { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }), 0],
    ["Pareto/NBD", PARETO_FIT, 5],
  ])("is the mean of drawn futures of %s", (_, fit, repeats) => {
    const customer = { repeats, lastDays: 200, ageDays: 266, meanSpend: 20 };
    const options = { horizonWeeks: 156, discountRateAnnual: 0.1, marginRate: 1 };
    const draw = livingFutureOf(customer, { purchases: fit, spend: null, daysPerUnit: 7 }, options);
    const random = createRandom(11);
    const drawn = Array.from({ length: 40_000 }, () => draw(random).active);
    const mean = drawn.reduce((sum, each) => sum + each, 0) / drawn.length;
    const square = drawn.reduce((sum, each) => sum + each ** 2, 0) / drawn.length;
    const error = Math.sqrt((square - mean ** 2) / drawn.length);
    const ahead = { frequency: repeats, age: 38, rate: RATE, horizon: 156 };
    const expected =
      fit.model === "pareto_nbd"
        ? paretoActiveTime(fit.parameters, ahead)
        : discountedActiveTime(fit.parameters, fit.model, ahead);
    expect(Math.abs(mean - expected) / error).toBeLessThan(3);
  });

  it("of Pareto/NBD is that of a numeric integral (correctness)", () => {
    const { s, beta } = PARETO;
    const age = 31;
    const brute = simpson(
      (t) => Math.exp(-RATE * t) * ((beta + age) / (beta + age + t)) ** s,
      [0, 156],
      2000,
    );
    const found = paretoActiveTime(PARETO, { age, rate: RATE, horizon: 156 });
    expect(Math.abs(found / brute - 1)).toBeLessThan(1e-9);
  });
});

describe("serviceCosts", () => {
  it("of two customers are those worked in its docstring (correctness)", () => {
    const found = serviceCosts(
      { costs: Float64Array.of(6, 0), squares: 6 },
      Float64Array.of(10, 10),
    );
    expect(found).toMatchObject({ mean: 0.3, activeWeeks: 20 });
    expect(found?.credibilityWeeks).toBeCloseTo(2, 12);
    expect(found?.perWeek[0]).toBeCloseTo(0.55, 12);
    expect(found?.perWeek[1]).toBeCloseTo(0.05, 12);
  });

  it("are of nobody where no contact has a cost, and the mean of all where customers are alike (inputs)", () => {
    expect(serviceCosts({ costs: Float64Array.of(0, 0), squares: 0 }, Float64Array.of(1, 2))).toBe(
      null,
    );
    expect(serviceCosts({ costs: new Float64Array(0), squares: 0 }, new Float64Array(0))).toBe(
      null,
    );
    const alike = serviceCosts(
      { costs: Float64Array.of(1, 1), squares: 2 },
      Float64Array.of(10, 10),
    );
    expect(alike?.credibilityWeeks).toBe(Number.POSITIVE_INFINITY);
    expect([...(alike?.perWeek ?? [])]).toEqual([0.1, 0.1]);
  });

  it("come nearer to what customers really cost than their own contacts or the mean of all (recovery)", () => {
    const random = createRandom(5);
    const truth = Array.from({ length: 4000 }, () => sampleGamma(random, 0.8) * 0.5);
    const weeks = Float64Array.from(truth, () => 5 + 60 * random());
    const drawn = truth.map((rate, i) => contactsOf(random, rate / 7.5, at(weeks, i)));
    const costs = Float64Array.from(drawn, ({ cost }) => cost);
    const squares = drawn.reduce((sum, each) => sum + each.squares, 0);
    const found = serviceCosts({ costs, squares }, weeks);
    if (!found) throw new Error("There are costs.");
    const errorOf = (of: (i: number) => number) =>
      truth.reduce((sum, rate, i) => sum + (of(i) - rate) ** 2, 0);
    const error = errorOf((i) => at(found.perWeek, i));
    expect(error).toBeLessThan(0.8 * errorOf((i) => at(costs, i) / at(weeks, i)));
    expect(error).toBeLessThan(0.8 * errorOf(() => found.mean));
    expect(found.mean).toBeCloseTo(0.4, 1);
    // s² = 0.4 · 62.5 / 7.5 and τ² = 0.8 · 0.5², drawn.
    expect(found.credibilityWeeks / (((0.4 / 7.5) * 62.5) / 0.2)).toBeCloseTo(1, 0);
  });
});

describe("ownCostSpread", () => {
  it("of two customers is that worked in its docstring (correctness)", () => {
    const found = serviceCosts(
      { costs: Float64Array.of(6, 0), squares: 6 },
      Float64Array.of(10, 10),
    );
    if (!found) throw new Error("There are costs.");
    const [one, other] = [ownCostSpread(found, 0), ownCostSpread(found, 1)];
    expect(one.chance).toBeCloseTo(0.55, 12);
    expect(other.chance).toBeCloseTo(0.05, 12);
    expect(one.rate).toBeCloseTo(0.025, 12);
    expect(other.rate).toBeCloseTo(0.025, 12);
    expect([one.expected, other.expected]).toEqual([at(found.perWeek, 0), at(found.perWeek, 1)]);
  });

  it("leaves nothing of the rate open where customers are alike (inputs)", () => {
    const alike = serviceCosts(
      { costs: Float64Array.of(1, 1), squares: 2 },
      Float64Array.of(10, 10),
    );
    if (!alike) throw new Error("There are costs.");
    expect(ownCostSpread(alike, 0).chance).toBeCloseTo(0.1, 12);
    expect(ownCostSpread(alike, 0).rate).toBe(0);
  });
});

describe("contracts that cost something to serve", () => {
  const PARAMETERS = { alpha: 0.7041, beta: 1.182 };
  const OPTIONS = { horizonWeeks: 156.5, discountRateAnnual: 0.1, marginRate: 0.5 };
  const tenure: Tenure = {
    ...{ customer: 0, startDay: 0, state: "running", renewals: 4, due: 4, nextIn: 0.5, price: 30 },
  };

  it("bear the cost of the running period and of each they renew for: the survival sum (correctness)", () => {
    const period = "month";
    const weeks = weeksOf(period);
    const discounted = (from: number, to: number) =>
      (Math.exp(-RATE * from) - Math.exp(-RATE * to)) / RATE;
    let [expected, chance] = [-2 * discounted(0, weeks / 2), 1];
    for (let j = 0; (j + 0.5) * weeks <= OPTIONS.horizonWeeks; j++) {
      const { alpha, beta } = PARAMETERS;
      chance *= (beta + 4 + j) / (alpha + beta + 4 + j);
      const from = (j + 0.5) * weeks;
      expected += chance * (15 * Math.exp(-RATE * from) - 2 * discounted(from, from + weeks));
    }
    const served = { period, current: [{ ...tenure, serviceCost: 2 }] } as const;
    const { residualValue } = scoreContracts(served, PARAMETERS, OPTIONS);
    expect(Math.abs(at(residualValue, 0) / expected - 1)).toBeLessThan(1e-12);
    const fit = { parameters: PARAMETERS, logCovariance: null };
    expect(contractTotal(served, fit, OPTIONS).total).toBeCloseTo(at(residualValue, 0), 9);
  });

  it("may be worth less than nothing, and then the band lies below 0 as well", () => {
    const served = { period: "month", current: [{ ...tenure, serviceCost: 9 }] } as const;
    const scores = scoreContracts(served, PARAMETERS, OPTIONS);
    expect(at(scores.residualValue, 0)).toBeLessThan(0);
    expect(at(scores.valueLow, 0)).toBeLessThan(at(scores.valueHigh, 0));
    expect(at(scores.valueHigh, 0)).toBeLessThan(0);
    const fit = { parameters: PARAMETERS, logCovariance: null };
    const { interval, total } = contractTotal(served, fit, OPTIONS);
    expect(interval[0]).toBeLessThan(total);
  });

  it("have bands and deviations that hold what contacts leave open: √(reach² + z² variance)", () => {
    const options = { ...OPTIONS, horizonWeeks: weeksOf("month"), discountRateAnnual: 0 };
    const ended: Tenure = { ...tenure, state: "lost" };
    const served = { period: "month", current: [ended, { ...tenure, serviceCost: 2 }] } as const;
    const known = scoreContracts(served, PARAMETERS, options);
    const openBy = (expected: number) =>
      scoreContracts(served, PARAMETERS, options, (place) => {
        expect(place).toBe(0);
        return { chance: 3, rate: 0.5, expected };
      });
    const open = openBy(1.5);
    // Half a month is left of the period, and the one renewal ahead is made with a chance of 5.182 / 5.8861.
    const month = weeksOf("month");
    const chance = 5.182 / 5.8861;
    const weeks = month * (0.5 + chance);
    const weeksSquared = weeks ** 2 + month ** 2 * chance * (1 - chance);
    const variance = 3 * weeks + 0.5 * weeksSquared;
    expect(at(open.residualValue, 1)).toBe(at(known.residualValue, 1));
    expect(at(open.valueDeviation, 1)).toBeCloseTo(
      Math.hypot(at(known.valueDeviation, 1), Math.sqrt(variance)),
      9,
    );
    const reach = at(known.residualValue, 1) - at(known.valueLow, 1);
    expect(at(open.residualValue, 1) - at(open.valueLow, 1)).toBeCloseTo(
      Math.hypot(reach, 1.2815515655446004 * Math.sqrt(variance)),
      9,
    );
    expect(at(open.valueHigh, 1)).toBeGreaterThan(at(known.valueHigh, 1));
    const without = { period: "month", current: [{ ...tenure, serviceCost: 1.9 }] } as const;
    const most = at(scoreContracts(without, PARAMETERS, options).valueHigh, 0);
    expect(at(openBy(0.1).valueHigh, 1)).toBeCloseTo(most, 9);
    expect([at(open.valueLow, 0), at(open.valueHigh, 0)]).toEqual([0, 0]);
  });

  it("without a known cost are worth what they were (consistency)", () => {
    const plain = { period: "month", current: [tenure] } as const;
    const free = { period: "month", current: [{ ...tenure, serviceCost: 0 }] } as const;
    expect(scoreContracts(free, PARAMETERS, OPTIONS)).toEqual(
      scoreContracts(plain, PARAMETERS, OPTIONS),
    );
  });
});
