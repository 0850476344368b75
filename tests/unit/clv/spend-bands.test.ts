import { describe, expect, it } from "vitest";
import {
  checkSpend,
  chooseSpend,
  cohortTotal,
  fitPurchases,
  scoreCustomers,
} from "#lib/clv/index.ts";
import { expectedSpend, fitDependentSpend, fitSpend } from "#lib/clv/models/gamma-gamma.ts";
import { fitSpendBands, spendFor } from "#lib/clv/models/spend-bands.ts";
import { spendBuckets } from "#lib/clv/spend-buckets.ts";
import type { PurchaseHistory, SpendParameters } from "#lib/clv/types.ts";
import { createRandom, type Random } from "#lib/stats/create-random.ts";
import { sampleGamma } from "#lib/stats/sample-gamma.ts";
import { at, intAt } from "#lib/stats/typed-array.ts";

const [P, Q, V] = [6.25, 3.74, 15.44];
/** Orders of each customer that no fit has seen. */
const HELD_OUT = 20;

/** Customers whose mean order is in proportion to a power of how often they bought again, and what they spent an order later on. */
function customersOf(
  count: number,
  power: number,
): { history: PurchaseHistory; later: Float64Array } {
  const repeats = new Int32Array(count);
  const meanSpend = new Float64Array(count);
  const later = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const random = createRandom(71, i);
    const x = Math.floor(Math.log(random()) / Math.log(0.7));
    const scale = (V * Math.max(1, x) ** power) / sampleGamma(random, Q);
    repeats[i] = x;
    meanSpend[i] = meanOf(x, scale, random);
    later[i] = meanOf(HELD_OUT, scale, random);
  }
  const history = {
    ...{ repeats, meanSpend, daysPerUnit: 7 },
    lastDays: repeats.map((x) => (x === 0 ? 0 : 100 + x)),
    ageDays: new Int32Array(count).fill(300),
  };
  return { history, later };
}

function meanOf(orders: number, scale: number, random: Random): number {
  let sum = 0;
  for (let order = 0; order < orders; order++) sum += scale * sampleGamma(random, P);
  return orders === 0 ? 0 : sum / orders;
}

type Expected = (customer: { repeats: number; meanSpend: number }) => number;

/** How far what was expected is from what came: of all together as a share, and of each as a root mean square. */
function missesOf({ history, later }: ReturnType<typeof customersOf>, expected: Expected) {
  let [total, came, squares, never, neverCame] = [0, 0, 0, 0, 0];
  for (let i = 0; i < later.length; i++) {
    const customer = { repeats: intAt(history.repeats, i), meanSpend: at(history.meanSpend, i) };
    const foretold = expected(customer);
    total += foretold;
    came += at(later, i);
    squares += (foretold - at(later, i)) ** 2;
    if (customer.repeats > 0) continue;
    never += foretold;
    neverCame += at(later, i);
  }
  return {
    ...{ total: Math.abs(total / came - 1), each: Math.sqrt(squares / later.length) },
    never: Math.abs(never / neverCame - 1),
  };
}

function expectedBy(parameters: SpendParameters): Expected {
  return (customer) => expectedSpend(parameters, customer);
}

describe("spend that grows with frequency", () => {
  const customers = customersOf(8000, 0.6);
  const { spend, dependence } = chooseSpend(customers.history);

  it("is fitted by band, each with parameters of its own", () => {
    expect(dependence.spearman).toBeGreaterThan(0.3);
    expect(
      spend?.bands?.map(({ leastRepeats, mostRepeats }) => [leastRepeats, mostRepeats]),
    ).toEqual([
      [1, 1],
      [2, 3],
      [4, 7],
      [8, null],
    ]);
    const own = spend?.bands?.reduce((sum, band) => sum + band.customers, 0);
    expect(own).toBe(spend?.customers);
    const means = spend?.bands?.map(({ parameters }) =>
      expectedSpend(parameters, { repeats: 0, meanSpend: 0 }),
    );
    expect(means).toEqual(means?.toSorted((one, other) => one - other));
  });

  it("is foretold closer by bands than by one fit of all or one shrunk mean (held-out orders)", () => {
    if (!spend) throw new Error("There are amounts.");
    const pooled = fitSpend(customers.history);
    const shrunk = fitDependentSpend(spendBuckets(customers.history));
    if (!(pooled && shrunk)) throw new Error("There are amounts.");
    const banded = missesOf(customers, (customer) =>
      expectedSpend(spendFor(spend, customer.repeats).parameters, customer),
    );
    const others = [pooled, shrunk].map((fit) => missesOf(customers, expectedBy(fit.parameters)));
    for (const other of others) {
      expect(banded.total).toBeLessThan(other.total);
      expect(banded.each).toBeLessThan(other.each);
      expect(banded.never).toBeLessThan(other.never);
    }
    expect(banded.total).toBeLessThan(0.03);
    expect(banded.never).toBeLessThan(0.06);
  });

  it("is scored, added up and doubted by its bands", () => {
    if (!spend) throw new Error("There are amounts.");
    const purchases = fitPurchases(customers.history, "mbg_nbd");
    const options = { horizonWeeks: 52, discountRateAnnual: 0.1, marginRate: 0.4 };
    const scores = scoreCustomers(customers.history, { purchases, spend }, options);
    for (const place of [0, 1, 2, 3, 4, 5]) {
      const customer = {
        repeats: intAt(customers.history.repeats, place),
        meanSpend: at(customers.history.meanSpend, place),
      };
      const { parameters } = spendFor(spend, customer.repeats);
      expect(at(scores.expectedSpend, place)).toBe(expectedSpend(parameters, customer));
    }
    const total = cohortTotal(customers.history, { purchases, spend }, options, {
      measure: "value",
      seed: 1,
    });
    const sum = scores.residualValue.reduce((all, value) => all + value, 0);
    expect(total.total).toBeCloseTo(sum, 6);
    expect(total.standardError).toBeGreaterThan(0);
    expect(checkSpend(spend, dependence)).toEqual([
      {
        ...{ code: "spend_follows_frequency", level: "amber" },
        values: {
          ...{ spearman: dependence.spearman, customers: dependence.customers },
          ...{ bands: 4, shrunk: 0 },
        },
      },
    ]);
  });
});

describe("the bands of spend", () => {
  const bandsOf = (counts: Readonly<Record<number, number>>) => {
    const repeats = Object.entries(counts).flatMap(([x, count]) =>
      Array.from({ length: count }, () => Number(x)),
    );
    const history = {
      repeats: Int32Array.from(repeats),
      lastDays: new Int32Array(repeats.length).fill(90),
      ageDays: new Int32Array(repeats.length).fill(100),
      meanSpend: Float64Array.from(repeats, (x, i) => 10 + x + (i % 17)),
      daysPerUnit: 7,
    };
    return fitSpendBands(spendBuckets(history))?.map(({ leastRepeats }) => leastRepeats) ?? null;
  };

  it("join neighbours until each has a hundred customers (correctness)", () => {
    expect(bandsOf({ 1: 120, 2: 80, 5: 80, 9: 80 })).toEqual([1, 2]);
    expect(bandsOf({ 1: 60, 2: 60, 5: 100, 9: 100 })).toEqual([1, 4, 8]);
    expect(bandsOf({ 1: 100, 3: 100, 7: 100, 8: 99 })).toEqual([1, 2, 4]);
  });

  it("are none where customers are too few for two", () => {
    expect(bandsOf({ 1: 99, 9: 500 })).toBeNull();
    expect(bandsOf({ 1: 150, 9: 40 })).toBeNull();
    expect(bandsOf({})).toBeNull();
  });
});
