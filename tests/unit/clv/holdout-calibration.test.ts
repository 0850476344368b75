import { describe, expect, it } from "vitest";
import { backtest } from "#lib/clv/backtest.ts";
import { calibrationOf, foretoldIn } from "#lib/clv/holdout-calibration.ts";
import { fitPareto, fitPurchases, fitSpend } from "#lib/clv/index.ts";
import { buyChanceWhileAlive, paretoBuyChanceWhileAlive } from "#lib/clv/models/buy-chance.ts";
import { expectedWhileAlive } from "#lib/clv/models/expected-purchases.ts";
import { livingFutureOf } from "#lib/clv/simulate-future.ts";
import { tenthsBy } from "#lib/clv/tenths-by.ts";
import type { HoldoutSplit } from "#lib/clv/types.ts";
import { createRandom } from "#lib/stats/create-random.ts";
import { SHOP_PROFILES, simulateCustomers } from "#tests/support/simulated-customers.ts";

/** As printed in Fader, Hardie, Lee (2005) for CDNOW, in weeks. */
const PRINTED = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const AHEAD = { frequency: 2, age: 38.86, period: 39 };

describe("the chance to buy again", () => {
  it("of a customer with two repeats at 38.86 weeks is 0.7633 in 39 weeks", () => {
    expect(buyChanceWhileAlive(PRINTED, AHEAD)).toBeCloseTo(0.7633, 4);
  });

  it("is 0 in no time, less than what is expected, and near it in a short time", () => {
    expect(buyChanceWhileAlive(PRINTED, { ...AHEAD, period: 0 })).toBeCloseTo(0, 12);
    const soon = { ...AHEAD, period: 0.01 };
    for (const model of ["bg_nbd", "mbg_nbd"] as const) {
      const expected = expectedWhileAlive(PRINTED, model, AHEAD);
      expect(buyChanceWhileAlive(PRINTED, AHEAD)).toBeLessThan(expected);
      const ratio = buyChanceWhileAlive(PRINTED, soon) / expectedWhileAlive(PRINTED, model, soon);
      expect(ratio).toBeCloseTo(1, 2);
    }
  });

  it("is the share of drawn futures with a purchase", () => {
    const { history } = simulateCustomers(500, SHOP_PROFILES.cdnow);
    const purchases = { ...fitPurchases(history, "mbg_nbd"), parameters: PRINTED };
    const customer = { repeats: 2, lastDays: 213, ageDays: 272, meanSpend: 20 };
    const random = createRandom(7, 1);
    const draw = livingFutureOf(
      customer,
      { purchases, spend: null, daysPerUnit: 7 },
      { horizonWeeks: 39, discountRateAnnual: 0, marginRate: 1 },
    );
    const draws = 20_000;
    let bought = 0;
    for (let i = 0; i < draws; i++) if (draw(random).purchases > 0) bought += 1;
    // Three standard errors of a share of 20,000.
    const found = buyChanceWhileAlive(PRINTED, { frequency: 2, age: 272 / 7, period: 39 });
    expect(Math.abs(bought / draws - found)).toBeLessThan(3 * Math.sqrt(0.25 / draws));
  });

  it("of Pareto/NBD is the same where nobody leaves, and less where many do", () => {
    const stay = { r: 0.243, alpha: 4.414, s: 1e-9, beta: 1000 };
    expect(paretoBuyChanceWhileAlive(stay, AHEAD)).toBeCloseTo(0.763341, 5);
    const leave = { ...stay, s: 0.6, beta: 11 };
    expect(paretoBuyChanceWhileAlive(leave, AHEAD)).toBeLessThan(0.75);
    expect(paretoBuyChanceWhileAlive(leave, AHEAD)).toBeGreaterThan(0.5);
  });
});

describe("tenths by a score", () => {
  it("begin with the highest, keep the order of equal ones, and are fewer than ten of few", () => {
    expect(tenthsBy(Float64Array.of(1, 3, 2)).map((tenth) => [...tenth])).toEqual([[1], [2], [0]]);
    const equal = tenthsBy(new Float64Array(20));
    expect(equal.map((tenth) => [...tenth])[9]).toEqual([18, 19]);
    expect(tenthsBy(new Float64Array())).toEqual([]);
  });
});

/** Twenty customers of 70 days: two purchases of 10 each but the last two, who bought once; the first half comes back. */
const SPLIT: HoldoutSplit = {
  calibration: {
    repeats: Int32Array.from({ length: 20 }, (_, i) => (i < 18 ? 2 : 0)),
    lastDays: new Int32Array(20).fill(30),
    ageDays: new Int32Array(20).fill(70),
    meanSpend: Float64Array.from({ length: 20 }, (_, i) => (i < 18 ? 10 : 0)),
    daysPerUnit: 7,
  },
  calibrationDays: 70,
  holdoutDays: 35,
  holdoutPurchases: Int32Array.from({ length: 20 }, (_, i) => (i < 10 ? 1 : 0)),
  holdoutSpend: new Float64Array(20),
  weeklyRepeats: new Float64Array(15),
};

describe("how chances met a holdout", () => {
  it("is counted by hand: chances 0.8 of those who came and 0.4 of those who did not", () => {
    const chances = Float64Array.from({ length: 20 }, (_, i) => (i < 10 ? 0.8 : 0.4));
    const losses = Float64Array.from({ length: 20 }, (_, i) => i);
    const found = calibrationOf(foretoldIn(SPLIT, { chances, losses }));
    expect(found).toMatchObject({ customers: 20, left: 10, auc: 1, aucError: 0 });
    expect(found.brier).toBeCloseTo((0.04 + 0.16) / 2, 12);
    // Ten misses of 0.04 and ten of 0.16: each is 0.06 from the mean.
    expect(found.brierError).toBeCloseTo(Math.sqrt((20 * 0.0036) / 19 / 20), 12);
    expect(found.baseBrier).toBe(0.25);
    expect(found.tenths).toHaveLength(10);
    expect(found.tenths[0]).toEqual({ customers: 2, predicted: 0.4, came: 0 });
    expect(found.tenths[9]).toEqual({ customers: 2, predicted: 0.8, came: 2 });
  });

  it("finds who left in the first tenth of a ranking, and their spend at the pace of before", () => {
    const chances = Float64Array.from({ length: 20 }, (_, i) => 1 - (i + 1) / 40);
    const losses = Float64Array.from({ length: 20 }, (_, i) => (i < 18 ? i : 0));
    const { byChance, byLoss, lostSpend } = calibrationOf(foretoldIn(SPLIT, { chances, losses }));
    // Eight of those who left spent 2 × 10 in 70 days: 10 in 35.
    expect(lostSpend).toBe(80);
    // The two least likely have bought once: they left, and no spend with them.
    expect(byChance).toMatchObject({ customers: 2, left: 2, lostShare: 0 });
    expect(byLoss).toMatchObject({ customers: 2, left: 2, lostShare: 0.25 });
    expect(byLoss.lostShareError).toBeCloseTo(
      Math.sqrt((20 / 19) * (2 * 7.5 ** 2 + 6 * 2.5 ** 2)) / 80,
      12,
    );
  });

  it("knows no area, no error of it and no share where everybody came back", () => {
    const all = { ...SPLIT, holdoutPurchases: new Int32Array(20).fill(1) };
    const flat = { chances: new Float64Array(20).fill(0.5), losses: new Float64Array(20) };
    expect(calibrationOf(foretoldIn(all, flat))).toMatchObject({
      ...{ left: 0, auc: null, aucError: null, lostSpend: 0, baseBrier: 0 },
      byLoss: { left: 0, lostShare: null, lostShareError: null },
    });
  });

  it("of chances that are true lies within the intervals it tells", () => {
    const random = createRandom(3, 1);
    const chances = Float64Array.from({ length: 5_000 }, () => random());
    const split: HoldoutSplit = {
      ...SPLIT,
      calibration: {
        repeats: new Int32Array(5_000).fill(1),
        lastDays: new Int32Array(5_000).fill(7),
        ageDays: new Int32Array(5_000).fill(70),
        meanSpend: new Float64Array(5_000).fill(10),
        daysPerUnit: 7,
      },
      holdoutPurchases: Int32Array.from(chances, (chance) => (random() < chance ? 1 : 0)),
    };
    const found = calibrationOf(
      foretoldIn(split, { chances, losses: chances.map((chance) => 1 - chance) }),
    );
    // ∫ p(1 − p) dp is 1/6, and the area of such chances 5/6.
    expect(Math.abs(found.brier - 1 / 6)).toBeLessThan(3 * found.brierError);
    expect(Math.abs((found.auc ?? 0) - 5 / 6)).toBeLessThan(3 * (found.aucError ?? 0));
    for (const { customers, predicted, came } of found.tenths)
      expect(Math.abs(came / customers - predicted)).toBeLessThan(
        3.5 * Math.sqrt(0.25 / customers),
      );
  });

  it("comes with every backtest, of every family of models, between 0 and 1", () => {
    const { history } = simulateCustomers(600, SHOP_PROFILES.cdnow);
    const split: HoldoutSplit = {
      ...{ calibration: history, calibrationDays: 272, holdoutDays: 273 },
      holdoutPurchases: history.repeats.map((repeats) => (repeats > 1 ? 1 : 0)),
      holdoutSpend: new Float64Array(600),
      weeklyRepeats: new Float64Array(78),
    };
    const spend = fitSpend(history);
    for (const purchases of [
      ...[fitPurchases(history, "bg_nbd"), fitPurchases(history, "mbg_nbd")],
      fitPareto(history),
    ]) {
      const { calibration } = backtest(split, { purchases, spend });
      const chances = calibration.tenths.map(({ predicted }) => predicted);
      expect(chances).toEqual(chances.toSorted((one, other) => one - other));
      expect(Math.min(...chances)).toBeGreaterThan(0);
      expect(Math.max(...chances)).toBeLessThan(1);
      expect(calibration.auc).toBeGreaterThan(0.8);
    }
  });
});
