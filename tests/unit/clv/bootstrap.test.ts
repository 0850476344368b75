import { describe, expect, it } from "vitest";
import {
  bandCustomers,
  bootstrapFits,
  cohortTotal,
  fitPareto,
  fitPurchases,
  fitSpend,
  parameterIntervals,
  scoreCustomers,
} from "#lib/clv/index.ts";
import { sampleDeviation } from "#lib/clv/sample-deviation.ts";
import { simulateHistory } from "#lib/clv/simulate-history.ts";
import { spendSpread } from "#lib/clv/spend-spread.ts";
import { drawRefits } from "#lib/clv-runs/draw-refits.ts";
import { at } from "#lib/stats/typed-array.ts";
import { SHOP_PROFILES, simulateCustomers } from "#tests/support/simulated-customers.ts";

const { history } = simulateCustomers(800, SHOP_PROFILES.shop2y);
const fits = { purchases: fitPurchases(history, "bg_nbd"), spend: fitSpend(history) };
const OPTIONS = { horizonWeeks: 52, discountRateAnnual: 0.1, marginRate: 0.5, costPerPurchase: 1 };
const refits = bootstrapFits(history, fits.purchases, { replicates: 80, seed: 3 });

describe("bootstrapFits", () => {
  it("is the same for the same seed, and none where time is over", () => {
    expect(refits?.length).toBeGreaterThan(75);
    const two = () => bootstrapFits(history, fits.purchases, { replicates: 2, seed: 3 });
    expect(two()?.map(({ parameters }) => parameters)).toEqual(
      refits?.slice(0, 2).map(({ parameters }) => parameters),
    );
    const late = { replicates: 5, seed: 3, isOver: () => true };
    expect(bootstrapFits(history, fits.purchases, late)).toBeNull();
  });
});

describe("cohortTotal by refits", () => {
  it("says so, and agrees with slopes where these serve (consistency)", () => {
    const ask = (drawn: typeof refits) =>
      cohortTotal(history, fits, OPTIONS, { measure: "value", seed: 1, refits: drawn });
    const [slopes, drawn] = [ask(null), ask(refits)];
    expect([slopes.method, drawn.method]).toEqual(["delta", "bootstrap"]);
    expect(drawn.total).toBe(slopes.total);
    // 80 refits know a deviation within 8 %, and four times that is allowed.
    expect(drawn.predictiveDeviation / slopes.predictiveDeviation).toBeGreaterThan(0.68);
    expect(drawn.predictiveDeviation / slopes.predictiveDeviation).toBeLessThan(1.32);
    expect(drawn.interval[0]).toBeLessThan(drawn.total);
    expect(drawn.interval[1]).toBeGreaterThan(drawn.total);
  });
});

describe("refits of Pareto/NBD", { timeout: 30_000 }, () => {
  const PARETO = { r: 0.55, alpha: 10.6, s: 0.6, beta: 11.7 };
  const drawn = simulateHistory(
    { model: "pareto_nbd", parameters: PARETO },
    simulateCustomers(1500, SHOP_PROFILES.cdnow).history,
    5,
  );
  const pareto = fitPareto(drawn);
  const again = bootstrapFits(drawn, pareto, { replicates: 40, seed: 3 });

  it("stray about the fit by its standard errors, as do totals by slopes and refits (consistency)", () => {
    expect(again?.length).toBeGreaterThan(37);
    for (const name of ["r", "alpha"] as const) {
      const found = Float64Array.from(again ?? [], ({ parameters }) =>
        Math.log((parameters as typeof PARETO)[name]),
      );
      const error = pareto.standardErrors[name] / pareto.parameters[name];
      // 40 refits know a deviation within 11 %, and three times that is allowed.
      expect(sampleDeviation(found) / error).toBeGreaterThan(0.67);
      expect(sampleDeviation(found) / error).toBeLessThan(1.33);
    }
    const ask = (refits: typeof again) =>
      cohortTotal(drawn, { purchases: pareto, spend: null }, OPTIONS, {
        ...{ measure: "purchases", seed: 1, refits },
      });
    const ratio = ask(again).predictiveDeviation / ask(null).predictiveDeviation;
    expect(ratio).toBeGreaterThan(0.67);
    expect(ratio).toBeLessThan(1.33);
  });

  it("are what a run with few repeaters goes by, with progress up to the end", () => {
    const few = simulateHistory(
      { model: "pareto_nbd", parameters: PARETO },
      simulateCustomers(150, SHOP_PROFILES.cdnow).history,
      6,
    );
    const told: number[] = [];
    const refits = drawRefits(few, fitPareto(few), {
      ...{ seed: 4, score: () => null, onProgress: (share) => told.push(share) },
    });
    expect(refits?.length).toBeGreaterThan(380);
    expect(refits?.every(({ model }) => model === "pareto_nbd")).toBe(true);
    expect(told.at(-1)).toBe(1);
  });
});

describe("parameterIntervals", () => {
  it("are the middle of refits, or on the logarithm of the estimate", () => {
    const drawn = parameterIntervals(fits.purchases, refits);
    const { r } = fits.purchases.parameters;
    expect(drawn["r"]?.[0]).toBeLessThan(r);
    expect(drawn["r"]?.[1]).toBeGreaterThan(r);
    const worked = { parameters: { a: 2, b: 1 }, standardErrors: { a: 0.2, b: Number.NaN } };
    const { a, b } = parameterIntervals(worked, null);
    expect(a?.[0]).toBeCloseTo(1.644, 3);
    expect(a?.[1]).toBeCloseTo(2.433, 3);
    expect(b).toEqual([Number.NaN, Number.NaN]);
  });
});

describe("the deviation of a customer's value", () => {
  const { spend } = fits;
  const scores = scoreCustomers(history, fits, OPTIONS);
  const bands = bandCustomers(history, { fit: fits.purchases, spend, scores }, OPTIONS, {
    ...{ share: 0.8, draws: 400, seed: 4 },
  });

  it("adds up to the chance in the total that drawn futures have (consistency)", () => {
    const sum = bands.valueDeviation.reduce((all, each) => all + each ** 2, 0);
    const { predictiveDeviation, standardError } = cohortTotal(history, fits, OPTIONS, {
      ...{ measure: "value", seed: 1 },
    });
    const chance = Math.sqrt(predictiveDeviation ** 2 - standardError ** 2);
    // Forty futures of each of 800 heavy-tailed customers know the deviation of their sum within some 5 %.
    expect(Math.sqrt(sum) / chance).toBeGreaterThan(0.85);
    expect(Math.sqrt(sum) / chance).toBeLessThan(1.15);
  });

  it("is above 0 for whoever may buy, and holds the spread of spend as worked", () => {
    expect(bands.valueDeviation.every((each, i) => each > 0 || at(scores.pAlive, i) === 0)).toBe(
      true,
    );
    const parameters = { p: 6, q: 4, v: 15 };
    const nobody = { repeats: 0, meanSpend: 0 };
    const worked = spendSpread({ model: "gamma_gamma", parameters }, nobody);
    expect(worked).toEqual({ ofMean: 450, ofOne: 225 });
    const shrunk = spendSpread({ model: "shrunk_mean", parameters }, nobody);
    expect(shrunk).toEqual({ ofMean: 0, ofOne: 0 });
  });
});
