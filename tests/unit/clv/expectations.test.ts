import { describe, expect, it } from "vitest";
import { expectedSpend, monthlyValue } from "#lib/clv/index.ts";
import { aliveChance } from "#lib/clv/models/alive-chance.ts";
import { discountedWhileAlive } from "#lib/clv/models/discounted-purchases.ts";
import { expectedWhileAlive } from "#lib/clv/models/expected-purchases.ts";
import { weeklyDiscountRate } from "#lib/clv/weeks.ts";

/** As printed in Fader, Hardie, Lee (2005) for CDNOW, in weeks. */
const PRINTED = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
/** The same with the digits of the exact maximum. */
const EXACT = {
  r: 0.24259452243061466,
  alpha: 4.413602019025936,
  a: 0.7929220172022021,
  b: 2.425906776733037,
};
const CUSTOMER = { frequency: 2, recency: 30.43, age: 38.86 };

describe("aliveChance (correctness)", () => {
  it("of a customer with two repeats is 0.7266, of one long away 0.2121", () => {
    expect(aliveChance(PRINTED, "bg_nbd", CUSTOMER)).toBeCloseTo(0.7266, 4);
    expect(aliveChance(PRINTED, "bg_nbd", { frequency: 1, recency: 1.71, age: 38.86 })).toBeCloseTo(
      0.2121,
      4,
    );
  });

  it("of a one-time buyer is 1 in BG/NBD, and a doubt in MBG/NBD", () => {
    const oneTime = { frequency: 0, recency: 0, age: 38.86 };
    expect(aliveChance(PRINTED, "bg_nbd", oneTime)).toBe(1);
    expect(
      aliveChance({ r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }, "mbg_nbd", oneTime),
    ).toBeCloseTo(0.39, 2);
  });

  it("is 0 and no failure where the odds are beyond numbers", () => {
    expect(aliveChance(PRINTED, "bg_nbd", { frequency: 1500, recency: 10, age: 500 })).toBe(0);
  });
});

describe("expectedWhileAlive", () => {
  it("of the paper's customer in 39 weeks is 1.226 (correctness)", () => {
    const alive = aliveChance(PRINTED, "bg_nbd", CUSTOMER);
    const expected = expectedWhileAlive(PRINTED, "bg_nbd", { ...CUSTOMER, period: 39 });
    expect(alive * expected).toBeCloseTo(1.226, 3);
  });

  // Hardie's note 004, as stored in the tests of lifetimes; its parameters are known to four digits, so the values to three.
  it.each([
    [0.1429, 0.0078],
    [1, 0.0532],
    [3, 0.1506],
    [31.8571, 1.0405],
    [32, 1.0437],
    [78, 1.8576],
  ])("of a new customer in %d weeks is %d (correctness)", (period, printed) => {
    const atStart = { frequency: 0, recency: 0, age: 0 };
    const alive = aliveChance(EXACT, "bg_nbd", atStart);
    expect(alive).toBe(1);
    expect(alive * expectedWhileAlive(EXACT, "bg_nbd", { ...atStart, period })).toBeCloseTo(
      printed,
      3,
    );
  });

  // The formula with ₂F₁ at 60 digits by mpmath, at a = 1 from beside it.
  it.each([
    [0.8, 3, 30, 2.902071283271634],
    [1, 3, 30, 2.764816092114771],
    [0.8, 300, 52, 166.3693114656269],
    [1, 300, 52, 157.8570318900598],
    [0.8, 1500, 52, 830.4817334769667],
    [1, 1500, 52, 787.721373985172],
  ])(
    "at a = %d with %d repeats in %d weeks is that of ₂F₁, %d (correctness)",
    (a, frequency, age, exact) => {
      const parameters = { r: 0.25, alpha: 4.5, a, b: 2.5 };
      const expected = expectedWhileAlive(parameters, "bg_nbd", { frequency, age, period: 39 });
      expect(Math.abs(expected / exact - 1)).toBeLessThan(1e-12);
    },
  );

  it("does not jump on the way through a = 1, nor where a + b = 1 at the first purchase (consistency)", () => {
    const near = (a: number, b: number) =>
      expectedWhileAlive({ r: 0.25, alpha: 4.5, a, b }, "bg_nbd", {
        frequency: 0,
        age: 0,
        period: 39,
      });
    for (const [a, b] of [
      [1, 2.5],
      [0.4, 0.6],
    ] as const) {
      const middle = near(a, b);
      expect(Number.isFinite(middle)).toBe(true);
      expect((near(a - 1e-7, b) + near(a + 1e-7, b)) / 2 / middle).toBeCloseTo(1, 9);
    }
  });
});

describe("discountedWhileAlive", () => {
  const rate = weeklyDiscountRate(0.15);
  const ask = (parameters: typeof EXACT, options: { rate: number; horizon: number }) =>
    discountedWhileAlive(parameters, "bg_nbd", { frequency: 3, age: 30, ...options });

  it.each([0.8, 1, 1.7])("without a discount is the expectation, at a = %d (consistency)", (a) => {
    const parameters = { ...EXACT, a };
    const plain = expectedWhileAlive(parameters, "bg_nbd", { frequency: 3, age: 30, period: 156 });
    expect(Math.abs(ask(parameters, { rate: 0, horizon: 156 }) / plain - 1)).toBeLessThan(1e-12);
  });

  it("is the sum of discounted weeks, a little less than with each week discounted at its start (consistency)", () => {
    let sum = 0;
    for (let day = 0; day < 156 * 7; day++) {
      const upTo = (days: number) =>
        expectedWhileAlive(EXACT, "bg_nbd", { frequency: 3, age: 30, period: days / 7 });
      sum += (upTo(day + 1) - (day === 0 ? 0 : upTo(day))) * Math.exp((-rate * (day + 0.5)) / 7);
    }
    expect(ask(EXACT, { rate, horizon: 156 }) / sum).toBeCloseTo(1, 7);
  });

  it("grows with the horizon to a limit that needs no end", () => {
    const long = ask(EXACT, { rate, horizon: 12_000 });
    const endless = ask(EXACT, { rate, horizon: Number.POSITIVE_INFINITY });
    expect(long).toBeGreaterThan(ask(EXACT, { rate, horizon: 1200 }));
    expect(endless / long).toBeCloseTo(1, 8);
  });

  it.each([300, 1500])("is finite for %d repeats (inputs)", (frequency) => {
    const discounted = discountedWhileAlive(EXACT, "mbg_nbd", {
      frequency,
      age: 52,
      rate,
      horizon: 156,
    });
    expect(discounted).toBeGreaterThan(0);
    expect(Number.isFinite(discounted)).toBe(true);
  });
});

describe("weeklyDiscountRate", () => {
  it("of 15 % a year is 0.0026785314 a week", () => {
    expect(weeklyDiscountRate(0.15)).toBeCloseTo(0.0026785314076, 12);
    expect(weeklyDiscountRate(0)).toBe(0);
  });
});

describe("expectedSpend (correctness)", () => {
  // Statistics as published for CDNOW's first customers.
  it.each([
    [2, 22.35, 24.66],
    [1, 11.77, 18.92],
    [0, 0, 35.22],
  ])("of %d repeats at %d is %d", (repeats, meanSpend, printed) => {
    expect(expectedSpend({ p: 6.25, q: 3.74, v: 15.44 }, { repeats, meanSpend })).toBeCloseTo(
      printed,
      2,
    );
  });
});

describe("monthlyValue", () => {
  it("is lifetimes' value of 12 months: 36.28 at 1 % a month, 38.52 without a discount (correctness)", () => {
    const customer = { ...CUSTOMER, expectedSpend: 24.6582 };
    const fit = { parameters: EXACT, model: "bg_nbd" } as const;
    expect(monthlyValue(fit, customer, { months: 12, monthlyRate: 0.01 })).toBeCloseTo(36.28, 1);
    expect(monthlyValue(fit, customer, { months: 12, monthlyRate: 0 })).toBeCloseTo(38.52, 1);
  });
});

describe("customers who are nearly alike in their chance to leave", () => {
  const rate = weeklyDiscountRate(0.1);
  const ask = (a: number, b: number, frequency: number, age: number) => {
    const parameters = { r: 0.6, alpha: 8, a, b };
    return {
      expected: expectedWhileAlive(parameters, "mbg_nbd", { frequency, age, period: 52 }),
      discounted: discountedWhileAlive(parameters, "mbg_nbd", {
        ...{ frequency, age, rate, horizon: 52 },
      }),
    };
  };

  it.each([
    [0, 10],
    [3, 40],
    [20, 60],
  ])(
    "have the same expectations on both sides of where the series is left (x %d, T %d)",
    (x, age) => {
      const series = ask(299.999, 899.997, x, age);
      const alike = ask(300, 900, x, age);
      expect(alike.expected / series.expected).toBeCloseTo(1, 4);
      expect(alike.discounted / series.discounted).toBeCloseTo(1, 4);
    },
  );

  it.each([1e3, 1e5, 1e8])("have finite ones however alike they are (a %d)", (a) => {
    const { expected, discounted } = ask(a, 3 * a, 5, 30);
    const alike = ask(1e9, 3e9, 5, 30);
    expect(expected / alike.expected).toBeCloseTo(1, 2);
    expect(discounted).toBeLessThan(expected);
    expect(discounted).toBeGreaterThan(0.9 * expected);
  });
});
