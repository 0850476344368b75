import { describe, expect, it } from "vitest";
import { fitPurchases } from "#lib/clv/models/fit-purchases.ts";
import { fitSpend } from "#lib/clv/models/gamma-gamma.ts";
import { simulateHistory } from "#lib/clv/simulate-history.ts";
import {
  onFineGrid,
  SHOP_PROFILES,
  simulateCustomers,
} from "#tests/support/simulated-customers.ts";

const COUNT = 10_000;
const KEYS = ["r", "alpha", "a", "b"] as const;

/** Fits of the first 10,000 customers of the generator in tests/support, by another program, before this one was written. */
const STORED = {
  cdnow: {
    logLikelihood: -41_296.35573874412,
    parameters: {
      r: 0.2523935059535265,
      alpha: 4.690402267986821,
      a: 0.8546571766222193,
      b: 2.711104174392613,
    },
    standardErrors: {
      r: 0.006289468648928088,
      alpha: 0.18985376499145565,
      a: 0.10125491445652982,
      b: 0.4036270306494877,
    },
    spend: { p: 7.0661665679693355, q: 3.6447619426765936, v: 13.18157695583837 },
    spendLogLikelihood: -17_522.605232323134,
  },
  shop2y: {
    logLikelihood: -83_183.31821256892,
    parameters: {
      r: 0.6304072302097408,
      alpha: 8.580012997371776,
      a: 0.738273733104808,
      b: 3.174435053096516,
    },
    standardErrors: {
      r: 0.013469707680942371,
      alpha: 0.2530274054691881,
      a: 0.05986544161316464,
      b: 0.33604040288794584,
    },
    spend: { p: 4.177711573410904, q: 4.39908580076778, v: 56.25940259457388 },
    spendLogLikelihood: -32_181.319837687715,
  },
} as const;

describe.each(["cdnow", "shop2y"] as const)("10,000 simulated customers of %s", (name) => {
  const profile = SHOP_PROFILES[name];
  const stored = STORED[name];
  const customers = simulateCustomers(COUNT, profile);

  it("are fitted as by another program (correctness)", () => {
    const fit = fitPurchases(customers.history, "bg_nbd");
    expect(Math.abs(fit.logLikelihood - stored.logLikelihood)).toBeLessThan(1e-5);
    for (const key of KEYS) {
      expect(Math.abs(fit.parameters[key] / stored.parameters[key] - 1)).toBeLessThan(1e-5);
      // The stored errors are by differences.
      expect(Math.abs(fit.standardErrors[key] / stored.standardErrors[key] - 1)).toBeLessThan(1e-3);
    }
  });

  it("spend as by another program (correctness)", () => {
    const fit = fitSpend(customers.history);
    expect(fit?.model).toBe("gamma_gamma");
    expect(Math.abs((fit?.logLikelihood ?? 0) - stored.spendLogLikelihood)).toBeLessThan(1e-5);
    for (const key of ["p", "q", "v"] as const)
      expect(Math.abs((fit?.parameters[key] ?? 0) / stored.spend[key] - 1)).toBeLessThan(1e-5);
  });

  it("give back the parameters they were made with, within three standard errors (recovery)", () => {
    const fit = fitPurchases(onFineGrid(customers), "bg_nbd");
    for (const key of KEYS)
      expect(Math.abs(fit.parameters[key] - profile[key]) / fit.standardErrors[key]).toBeLessThan(
        3,
      );
    const spend = fitSpend(customers.history);
    for (const key of ["p", "q", "v"] as const) {
      const error = spend?.standardErrors[key] ?? 0;
      expect(Math.abs((spend?.parameters[key] ?? 0) - profile[key]) / error).toBeLessThan(3);
    }
  });
});

describe("histories drawn from a model", () => {
  it.each(["bg_nbd", "mbg_nbd"] as const)("of %s give its parameters back (recovery)", (model) => {
    const parameters = { r: 0.6, alpha: 8, a: 0.7, b: 3 };
    const ageDays = Int32Array.from({ length: COUNT }, (_, i) => 20_000 + (i % 60_000));
    const drawn = simulateHistory({ model, parameters }, { ageDays, daysPerUnit: 700 }, 42);
    const fit = fitPurchases(drawn, model);
    for (const key of KEYS)
      expect(
        Math.abs(fit.parameters[key] - parameters[key]) / fit.standardErrors[key],
      ).toBeLessThan(3);
  });
});

describe("fitPurchases (consistency)", () => {
  const { history } = simulateCustomers(4000, SHOP_PROFILES.cdnow);
  const fit = fitPurchases(history, "mbg_nbd");

  it("has a symmetric covariance, and no slope left", () => {
    const covariance = fit.logCovariance ?? new Float64Array();
    for (let i = 0; i < 4; i++)
      for (let j = 0; j < i; j++)
        expect(covariance[i * 4 + j]).toBeCloseTo(covariance[j * 4 + i] ?? Number.NaN, 12);
    expect(fit.converged).toBe(true);
    expect(fit.gradientPerCustomer).toBeLessThan(1e-6);
  });

  it("finds the same in days as in weeks, but for alpha", () => {
    const inDays = fitPurchases({ ...history, daysPerUnit: 1 }, "mbg_nbd").parameters;
    expect(inDays.alpha / fit.parameters.alpha).toBeCloseTo(7, 4);
    expect(inDays.r / fit.parameters.r).toBeCloseTo(1, 5);
    expect(inDays.b / fit.parameters.b).toBeCloseTo(1, 5);
  });

  it("finds the same with the customers in another order", () => {
    const turned = {
      repeats: history.repeats.toReversed(),
      lastDays: history.lastDays.toReversed(),
      ageDays: history.ageDays.toReversed(),
      meanSpend: history.meanSpend.toReversed(),
      daysPerUnit: 7,
    };
    expect(fitPurchases(turned, "mbg_nbd").logLikelihood).toBeCloseTo(fit.logLikelihood, 6);
  });

  it("is held by weak priors under 200 repeaters, and not above", () => {
    const few = (count: number) => simulateCustomers(count, SHOP_PROFILES.cdnow).history;
    expect(fit.hasPrior).toBe(false);
    const held = fitPurchases(few(250), "mbg_nbd");
    expect(held.repeaters).toBeLessThan(200);
    expect(held.hasPrior).toBe(true);
    expect(Object.values(held.parameters).every((value) => value > 1e-3 && value < 1e3)).toBe(true);
  });
});

describe("fitSpend (consistency)", () => {
  const { history } = simulateCustomers(4000, SHOP_PROFILES.cdnow);

  it("in cents is the same but for v, a hundred times as great", () => {
    const inCents = { ...history, meanSpend: history.meanSpend.map((spend) => spend * 100) };
    const [euros, cents] = [fitSpend(history), fitSpend(inCents)];
    expect((cents?.parameters.v ?? 0) / (euros?.parameters.v ?? 1)).toBeCloseTo(100, 4);
    expect((cents?.parameters.q ?? 0) / (euros?.parameters.q ?? 1)).toBeCloseTo(1, 6);
  });
});
