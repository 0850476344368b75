import { describe, expect, it } from "vitest";
import { backtest, checkPurchases, fitPareto, scoreCustomers } from "#lib/clv/index.ts";
import {
  paretoAliveChance,
  paretoDiscountedWhileAlive,
  paretoExpectedWhileAlive,
} from "#lib/clv/models/pareto-expectations.ts";
import { paretoLikelihood } from "#lib/clv/models/pareto-likelihood.ts";
import { emptyMixture, fillMixture } from "#lib/clv/models/pareto-mixture.ts";
import { emptySums, sumMixture } from "#lib/clv/models/pareto-sums.ts";
import { purchaseCells } from "#lib/clv/purchase-cells.ts";
import { createRandom } from "#lib/stats/create-random.ts";
import { at } from "#lib/stats/typed-array.ts";
import { SHOP_PROFILES, simulateCustomers } from "#tests/support/simulated-customers.ts";

/** The fit of CDNOW's sample, in weeks, as in CLVTools and BTYD. */
const CDNOW = {
  r: 0.553277047199417,
  alpha: 10.577683470309747,
  s: 0.6062399896298047,
  beta: 11.668735304683237,
};
/** BTYD's customer 1516. */
const CUSTOMER = { frequency: 26, recency: 30.857142857, age: 31 };

describe("Pareto/NBD (correctness)", () => {
  it("gives BTYD's P(alive) and 52 weeks of customer 1516", () => {
    const alive = paretoAliveChance(CDNOW, CUSTOMER);
    expect(alive).toBeCloseTo(0.997874, 5);
    const expected = alive * paretoExpectedWhileAlive(CDNOW, { ...CUSTOMER, period: 52 });
    expect(Math.abs(expected - 25.45647)).toBeLessThan(2e-3);
  });

  it("expects 1.4734 repeats of a new customer in 52 weeks", () => {
    const start = { frequency: 0, recency: 0, age: 0 };
    expect(paretoAliveChance(CDNOW, start)).toBe(1);
    expect(paretoExpectedWhileAlive(CDNOW, { ...start, period: 52 })).toBeCloseTo(1.4734, 3);
  });

  it.each([
    [1500, 200, 260],
    [1500, 10, 520],
    [0, 0, 520],
  ])("is finite for %d repeats up to week %d of %d (inputs)", (frequency, recency, age) => {
    const alive = paretoAliveChance(CDNOW, { frequency, recency, age });
    expect(alive).toBeGreaterThanOrEqual(0);
    expect(alive).toBeLessThanOrEqual(1);
  });
});

describe("the sum of a customer's mixture (consistency)", () => {
  it("is that of its terms, one by one, with few or many times", () => {
    const random = createRandom(3);
    const mixture = emptyMixture();
    const sums = emptySums();
    const between = (low: number, high: number) => Math.exp(low + (high - low) * random());
    for (let i = 0; i < 5000; i++) {
      const [r, s] = [between(-3, 3), between(-3, 3)];
      const [alpha, beta] = [between(-2, 5), between(-3, 5)];
      const age = 200 * random();
      const frequency = random() < 0.5 ? 0 : Math.floor(between(0, 6));
      const recency = frequency === 0 ? 0 : age * random();
      fillMixture(mixture, { r, alpha, s, beta }, { frequency, recency, age });
      const found = sumMixture(sums, { k: r + frequency, alpha, s, beta, recency, age });
      const scale = Math.max(1, Math.abs(mixture.logSum));
      expect(Math.abs(found - mixture.logSum) / scale).toBeLessThan(1e-11);
      const slope = mixture.times.reduce(
        (sum, time, j) => sum - at(mixture.shares, j) * Math.log(alpha + time),
        0,
      );
      expect(Math.abs(at(sums.slopes, 0) - slope)).toBeLessThan(1e-9);
    }
  });
});

describe("Pareto/NBD (consistency)", () => {
  const { history } = simulateCustomers(400, SHOP_PROFILES.cdnow);

  it("has the slopes and curves of its own values", () => {
    const evaluate = paretoLikelihood(purchaseCells(history));
    const point = Float64Array.of(0.6, 9, 0.7, 14);
    const { gradient, hessian } = evaluate(point);
    for (let i = 0; i < 4; i++) {
      const step = 1e-5 * at(point, i);
      const shifted = (sign: number) =>
        evaluate(point.map((value, j) => (i === j ? value + sign * step : value)));
      const [up, down] = [shifted(1), shifted(-1)];
      const slope = (up.value - down.value) / (2 * step);
      expect(Math.abs(slope - at(gradient, i))).toBeLessThan(1e-5 * Math.max(1, Math.abs(slope)));
      for (let j = 0; j < 4; j++) {
        const curve = (at(up.gradient, j) - at(down.gradient, j)) / (2 * step);
        expect(Math.abs(curve - at(hessian, i * 4 + j))).toBeLessThan(
          1e-4 * Math.max(1, Math.abs(curve)),
        );
      }
    }
  });

  it.each([0.6, 1, 1.8])(
    "without a discount expects as many discounted purchases as purchases, at s = %d",
    (s) => {
      const parameters = { ...CDNOW, s };
      const ahead = { frequency: 3, age: 30, rate: 0, horizon: 156 };
      const plain = paretoExpectedWhileAlive(parameters, { ...ahead, period: 156 });
      expect(Math.abs(paretoDiscountedWhileAlive(parameters, ahead) / plain - 1)).toBeLessThan(
        1e-12,
      );
    },
  );

  it("scores customers and meets a holdout as the other models do", () => {
    const purchases = fitPareto(history);
    expect(purchases.hasPrior).toBe(true);
    expect(checkPurchases(purchases)).toEqual([]);
    const loyal = { ...purchases, parameters: { ...purchases.parameters, s: 0.01 } };
    expect(checkPurchases(loyal).map(({ code }) => code)).toEqual(["no_dropout"]);
    const options = { horizonWeeks: 39, discountRateAnnual: 0, marginRate: 1 };
    const scores = scoreCustomers(history, { purchases, spend: null }, options);
    const result = backtest(
      {
        calibration: history,
        calibrationDays: 272,
        holdoutDays: 273,
        holdoutPurchases: Int32Array.from(scores.expectedPurchases, Math.round),
        holdoutSpend: scores.expectedPurchases,
        weeklyRepeats: new Float64Array(78).fill(10),
      },
      { purchases, spend: null },
    );
    expect(result.model).toBe("pareto_nbd");
    expect(result.predictedTotal).toBeCloseTo(
      scores.expectedPurchases.reduce((sum, x) => sum + x, 0),
      9,
    );
    expect(scores.pAlive.every((chance) => chance > 0 && chance <= 1)).toBe(true);
  });
});
