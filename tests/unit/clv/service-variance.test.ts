import { describe, expect, it } from "vitest";
import {
  cohortTotal,
  fitPurchases,
  fitSpend,
  type ServiceSpread,
  scoreCustomers,
  serviceCosts,
  serviceVariance,
} from "#lib/clv/index.ts";
import { createRandom } from "#lib/stats/create-random.ts";
import { sampleGamma } from "#lib/stats/sample-gamma.ts";
import { at } from "#lib/stats/typed-array.ts";
import { contactsOf } from "#tests/support/contacts.ts";
import { SHOP_PROFILES, simulateCustomers } from "#tests/support/simulated-customers.ts";

const Z = 1.959963984540054;
const SHOPS = 600;
const MEAN_CONTACT = 7.5;

const sumOf = (column: Float64Array) => column.reduce((sum, each) => sum + each, 0);

/** Who is seen: customers who cost `mean` a week, differing by Gamma(shape), over some weeks. */
type Shop = { customers: number; mean: number; shape: number };

/**
 * A shop whose contacts are seen over an own number of weeks, and then go on for others, longer for those seen longer: what all cost by
 * their rates and by what came, and what was foretold with how much of it open.
 */
function drawShop({ customers, mean, shape }: Shop, seed: number) {
  const random = createRandom(seed);
  const rates = Float64Array.from(
    { length: customers },
    () => (sampleGamma(random, shape) * mean) / shape,
  );
  const seen = rates.map(() => 4 + 90 * random());
  const ahead = seen.map((weeks) => (0.2 + random()) * weeks);
  const before = Array.from(rates, (rate, i) =>
    contactsOf(random, rate / MEAN_CONTACT, at(seen, i)),
  );
  const costs = Float64Array.from(before, ({ cost }) => cost);
  const squares = before.reduce((sum, each) => sum + each.squares, 0);
  const found = serviceCosts({ costs, squares }, seen);
  if (!found) return null;
  const after = Float64Array.from(
    rates,
    (rate, i) => contactsOf(random, rate / MEAN_CONTACT, at(ahead, i)).cost,
  );
  return {
    expected: sumOf(found.perWeek.map((cost, i) => cost * at(ahead, i))),
    truth: sumOf(rates.map((rate, i) => rate * at(ahead, i))),
    came: sumOf(after),
    ...serviceVariance(found.spread, ahead),
  };
}

/** The shares of shops whose costs by their rates, and whose costs as they came, lay within the 95 % told. */
function coverageOf(shop: Shop) {
  const drawn = Array.from({ length: SHOPS }, (_, seed) => drawShop(shop, 100 + seed));
  const shops = drawn.filter((each) => each !== null);
  const shareOf = (isWithin: (each: (typeof shops)[number]) => boolean) =>
    shops.filter(isWithin).length / shops.length;
  return {
    rates: shareOf(({ expected, truth, open }) => Math.abs(expected - truth) < Z * Math.sqrt(open)),
    costs: shareOf(
      ({ expected, came, open, chance }) =>
        Math.abs(expected - came) < Z * Math.sqrt(open + chance),
    ),
    reach:
      shops.reduce((sum, { expected, open }) => sum + Math.sqrt(open) / expected, 0) / shops.length,
  };
}

describe("serviceVariance", () => {
  it("of customers alike is that worked in its docstring (correctness)", () => {
    const alike = { activeTime: Float64Array.of(10, 30), within: 0.1, between: 0 };
    const { open, chance } = serviceVariance(alike, Float64Array.of(5, 15));
    expect(open).toBeCloseTo(1, 12);
    expect(chance).toBeCloseTo(2, 12);
  });

  it("of one customer with contacts is that of their own, and finite (inputs)", () => {
    const found = serviceCosts({ costs: Float64Array.of(6), squares: 6 }, Float64Array.of(12));
    const { open } = serviceVariance(found?.spread ?? NONE, Float64Array.of(12));
    expect(open).toBeCloseTo(6, 12);
    // Where rounding leaves something beyond chance of one customer.
    const odd = serviceCosts(
      { costs: Float64Array.of(60.61), squares: 60.61 ** 2 },
      Float64Array.of(1310 / 7),
    );
    expect(odd?.credibilityWeeks).toBe(Number.POSITIVE_INFINITY);
    const { open: oddOpen, chance } = serviceVariance(odd?.spread ?? NONE, Float64Array.of(52));
    expect([oddOpen, chance].every((each) => Number.isFinite(each) && each > 0)).toBe(true);
  });

  it.each<[string, Shop]>([
    ["many customers who differ much", { customers: 400, mean: 0.4, shape: 0.8 }],
    ["customers who hardly differ", { customers: 300, mean: 0.2, shape: 50 }],
    ["few customers", { customers: 60, mean: 0.5, shape: 1.5 }],
  ])("holds what %s cost about as often as 95 %% say (coverage)", (_, shop) => {
    const { rates, costs } = coverageOf(shop);
    // 600 shops tell a share of 0.95 within 0.018, twice their error; estimated variances cost some of it.
    expect(rates).toBeGreaterThan(0.92);
    expect(rates).toBeLessThan(0.98);
    expect(costs).toBeGreaterThan(0.92);
    expect(costs).toBeLessThan(0.98);
  });

  it("is wide where only a few contacts were seen", () => {
    const { rates, reach } = coverageOf({ customers: 60, mean: 0.02, shape: 1.5 });
    expect(reach).toBeGreaterThan(0.3);
    expect(rates).toBeGreaterThan(0.8);
  });
});

const NONE: ServiceSpread = { activeTime: new Float64Array(0), within: 0, between: 0 };

describe("the total of all customers", () => {
  it("has what costs leave open beside what the parameters do, and chance beside chance (consistency)", () => {
    const { history: shop } = simulateCustomers(600, SHOP_PROFILES.shop2y);
    const random = createRandom(8);
    const seen = Float64Array.from(shop.ageDays, (days) => (days + 1) / 7);
    const drawn = Array.from(seen, (weeks) => contactsOf(random, 0.01, weeks));
    const found = serviceCosts(
      {
        costs: Float64Array.from(drawn, ({ cost }) => cost),
        squares: drawn.reduce((sum, each) => sum + each.squares, 0),
      },
      seen,
    );
    if (!found) throw new Error("There are costs.");
    const history = { ...shop, serviceCosts: found.perWeek };
    const fits = { purchases: fitPurchases(history, "mbg_nbd"), spend: fitSpend(history) };
    const options = { horizonWeeks: 104, discountRateAnnual: 0.1, marginRate: 0.4 };
    const ask = (service: ServiceSpread | null) =>
      cohortTotal(history, fits, options, { measure: "value", seed: 1, service });
    const [known, unknown] = [ask(null), ask(found.spread)];
    expect(unknown.total).toBe(known.total);
    const { open, chance } = serviceVariance(found.spread, aheadOf());
    expect(unknown.standardError ** 2 - known.standardError ** 2).toBeCloseTo(open, 3);
    const wider = unknown.predictiveDeviation ** 2 - known.predictiveDeviation ** 2;
    expect(wider / (open + chance)).toBeCloseTo(1, 6);

    function aheadOf(): Float64Array {
      const { activeTime } = scoreCustomers(history, fits, options);
      if (!activeTime) throw new Error("There are costs.");
      return activeTime;
    }
  });
});
