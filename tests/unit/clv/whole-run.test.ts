import { describe, expect, it } from "vitest";
import {
  backtest,
  bandCustomers,
  bootstrapTotal,
  checkHistory,
  cohortTotal,
  customerAt,
  fitModel,
  fitPurchases,
  fitSpend,
  predictiveBand,
  rankModels,
  scoreCustomers,
  widenedByError,
} from "#lib/clv/index.ts";
import { futureOf } from "#lib/clv/simulate-future.ts";
import type { HoldoutSplit } from "#lib/clv/types.ts";
import { createRandom } from "#lib/stats/create-random.ts";
import { at, intAt } from "#lib/stats/typed-array.ts";
import { SHOP_PROFILES, simulateCustomers } from "#tests/support/simulated-customers.ts";

const { history } = simulateCustomers(2500, SHOP_PROFILES.cdnow);
const fits = { purchases: fitPurchases(history, "bg_nbd"), spend: fitSpend(history) };
const OPTIONS = { horizonWeeks: 39, discountRateAnnual: 0, marginRate: 1 };

/** A holdout in which each customer buys what was foretold, rounded; weeks as the model expects. */
const SPLIT: HoldoutSplit = (() => {
  const scores = scoreCustomers(history, fits, OPTIONS);
  return {
    calibration: history,
    calibrationDays: 272,
    holdoutDays: 273,
    holdoutPurchases: Int32Array.from(scores.expectedPurchases, Math.round),
    holdoutSpend: scores.residualValue,
    weeklyRepeats: new Float64Array(78).fill(50),
  };
})();

describe("cohortTotal", () => {
  it("of purchases is the sum of scores, with an interval around it", () => {
    expect(checkHistory(history).filter(({ level }) => level === "refusal")).toEqual([]);
    const { total, standardError, predictiveDeviation, interval } = cohortTotal(
      history,
      fits,
      OPTIONS,
      {
        measure: "purchases",
        seed: 1,
      },
    );
    const scores = scoreCustomers(history, fits, OPTIONS);
    expect(total / scores.expectedPurchases.reduce((sum, each) => sum + each, 0)).toBeCloseTo(
      1,
      12,
    );
    expect(predictiveDeviation).toBeGreaterThan(standardError);
    expect(interval[0]).toBeLessThan(total - standardError);
    expect(interval[1]).toBeGreaterThan(total + standardError);
    expect(widenedByError({ total, interval }, -0.5)).toEqual([total / 2, 1.5 * total]);
    expect(widenedByError({ total, interval }, 0)).toEqual(interval);
  });

  it("has an error that a bootstrap finds as well, within a third at 60 refits (consistency)", () => {
    const delta = cohortTotal(history, fits, OPTIONS, { measure: "purchases", seed: 1 });
    const bootstrap = bootstrapTotal(history, fits.purchases, OPTIONS, { replicates: 60, seed: 2 });
    expect(bootstrap?.refits).toBeGreaterThan(55);
    // 60 refits know a deviation within 9 %, and three times that is allowed.
    expect((bootstrap?.standardError ?? 0) / delta.standardError).toBeGreaterThan(0.67);
    expect((bootstrap?.standardError ?? 0) / delta.standardError).toBeLessThan(1.33);
  }, 60_000);

  it("of value has the spend's error on top, and is the same for the same seed", () => {
    const ask = () => cohortTotal(history, fits, OPTIONS, { measure: "value", seed: 3 });
    const first = ask();
    expect(ask()).toEqual(first);
    const known = { ...fits, spend: fits.spend && { ...fits.spend, logCovariance: null } };
    const { standardError } = cohortTotal(history, known, OPTIONS, { measure: "value", seed: 3 });
    expect(first.standardError).toBeGreaterThan(standardError);
  });
});

describe("predictiveBand", () => {
  const busiest = history.repeats.indexOf(Math.max(...history.repeats));
  const withUnit = { ...fits, daysPerUnit: 7 };

  it("holds the expectation of a busy customer, and is wide", () => {
    const scores = scoreCustomers(history, fits, OPTIONS);
    const expected = scores.expectedPurchases[busiest] ?? 0;
    const band = predictiveBand(customerAt(history, busiest), withUnit, OPTIONS, {
      share: 0.8,
      draws: 2000,
      seed: 9,
    });
    expect(band.purchases[0]).toBeLessThan(expected);
    expect(band.purchases[1]).toBeGreaterThan(expected);
    expect(band.value[1]).toBeGreaterThan(band.value[0]);
  });

  it("of a one-time buyer starts at nothing", () => {
    const once = customerAt(history, history.repeats.indexOf(0));
    const band = predictiveBand(once, withUnit, OPTIONS, { share: 0.8, draws: 500, seed: 9 });
    expect(band.purchases[0]).toBe(0);
    expect(band.value[0]).toBe(0);
  });
});

describe("bandCustomers", () => {
  const scores = scoreCustomers(history, fits, OPTIONS);
  const ask = () =>
    bandCustomers(history, { fit: fits.purchases, spend: fits.spend, scores }, OPTIONS, {
      share: 0.8,
      draws: 400,
      seed: 4,
    });

  it("is the same for the same seed, and nowhere upside down", () => {
    const bands = ask();
    expect(ask()).toEqual(bands);
    expect(bands.purchasesHigh.every((high, i) => high >= at(bands.purchasesLow, i))).toBe(true);
    expect(bands.valueHigh.every((high, i) => high >= at(bands.valueLow, i))).toBe(true);
  });

  it("of a busy customer is about that of futures of their own (consistency)", () => {
    const busiest = history.repeats.indexOf(Math.max(...history.repeats));
    const own = predictiveBand(customerAt(history, busiest), { ...fits, daysPerUnit: 7 }, OPTIONS, {
      share: 0.8,
      draws: 4000,
      seed: 9,
    });
    // 400 draws know an end of the band within some 6 %, and the age is rounded to weeks.
    expect(at(ask().purchasesHigh, busiest) / own.purchases[1]).toBeCloseTo(1, 0);
  });
});

describe("futureOf", () => {
  it.each(["bg_nbd", "mbg_nbd", "pareto_nbd"] as const)(
    "has the mean that scores expect, in %s (consistency)",
    (model) => {
      const purchases = fitModel(history, model);
      const options = {
        horizonWeeks: 52,
        discountRateAnnual: 0.15,
        marginRate: 0.4,
        costPerPurchase: 3,
      };
      const scores = scoreCustomers(history, { ...fits, purchases }, options);
      for (const place of [history.repeats.indexOf(0), history.repeats.indexOf(3)]) {
        const draw = futureOf(
          customerAt(history, place),
          { ...fits, purchases, daysPerUnit: 7 },
          options,
        );
        const random = createRandom(77);
        const drawn = Array.from({ length: 20_000 }, () => draw(random));
        expectMean(
          drawn.map((future) => future.purchases),
          at(scores.expectedPurchases, place),
        );
        expectMean(
          drawn.map((future) => future.discounted),
          at(scores.discountedPurchases, place),
        );
        expectMean(
          drawn.map((future) => future.value),
          at(scores.residualValue, place),
        );
      }
    },
  );
});

/** Within four standard errors of the sample. */
function expectMean(sample: readonly number[], expected: number): void {
  const mean = sample.reduce((sum, value) => sum + value, 0) / sample.length;
  const variance = sample.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sample.length;
  expect(Math.abs(mean - expected)).toBeLessThan(4 * Math.sqrt(variance / sample.length));
}

describe("rankModels", () => {
  it("ranks both models, the least deviance first, with the same likelihood as a fit", () => {
    const [best, other] = rankModels(SPLIT);
    expect(new Set([best?.purchases.model, other?.purchases.model])).toEqual(
      new Set(["bg_nbd", "mbg_nbd"]),
    );
    expect(best?.backtest.deviance).toBeLessThanOrEqual(other?.backtest.deviance ?? 0);
    const plain = rankModels(SPLIT, ["bg_nbd"]);
    expect(plain.map(({ purchases }) => purchases.logLikelihood)).toEqual([
      fits.purchases.logLikelihood,
    ]);
  });
});

describe("backtest", () => {
  const result = backtest(SPLIT, fits);

  it("finds no error in money where the spend is what was foretold", () => {
    expect(result.spendError).toBeCloseTo(0, 12);
    expect(result.deciles).toHaveLength(10);
    expect(result.deciles.reduce((sum, { actualShare }) => sum + actualShare, 0)).toBeCloseTo(
      1,
      12,
    );
    expect(result.deciles[0]?.lift).toBeGreaterThan(3);
  });

  it("puts every customer in a band of frequency", () => {
    expect(result.byFrequency.reduce((sum, { customers }) => sum + customers, 0)).toBe(2500);
    expect(result.byFrequency[0]).toMatchObject({ repeats: 0, isOpenEnded: false });
    expect(result.byFrequency.at(-1)).toMatchObject({ repeats: 7, isOpenEnded: true });
  });

  it("foretells by week what adds up to the repeats of the calibration, nearly", () => {
    expect(result.tracking).toHaveLength(78);
    const repeats = history.repeats.reduce((sum, x) => sum + x, 0);
    expect((result.tracking[38]?.predicted ?? 0) / repeats).toBeCloseTo(1, 0);
    expect(result.tracking[77]?.actual).toBe(78 * 50);
  });

  it("ranks those who bought before those who did not, and knows no error where nothing came", () => {
    expect(result.auc).toBe(1);
    const nothing = {
      ...SPLIT,
      holdoutPurchases: SPLIT.holdoutPurchases.map(() => 0),
      holdoutSpend: SPLIT.holdoutSpend.map(() => 0),
    };
    expect(intAt(nothing.holdoutPurchases, 0)).toBe(0);
    expect(backtest(nothing, fits)).toMatchObject({
      totalError: null,
      naiveError: null,
      spendError: null,
      auc: null,
    });
  });
});
