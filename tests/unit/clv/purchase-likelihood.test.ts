import { describe, expect, it } from "vitest";
import { purchaseLikelihood } from "#lib/clv/models/purchase-likelihood.ts";
import { purchaseCells } from "#lib/clv/purchase-cells.ts";
import type { PurchaseHistory, PurchaseModel } from "#lib/clv/types.ts";
import { at } from "#lib/stats/typed-array.ts";
import { SHOP_PROFILES, simulateCustomers } from "#tests/support/simulated-customers.ts";

const MODELS: readonly PurchaseModel[] = ["bg_nbd", "mbg_nbd"];

/** One customer after another: x, t_x and T in days. */
function historyOf(...customers: [x: number, last: number, age: number][]): PurchaseHistory {
  return {
    repeats: Int32Array.from(customers, ([x]) => x),
    lastDays: Int32Array.from(customers, ([, last]) => last),
    ageDays: Int32Array.from(customers, ([, , age]) => age),
    meanSpend: new Float64Array(customers.length),
    daysPerUnit: 7,
  };
}

describe("purchaseLikelihood (correctness)", () => {
  // The formula as printed, with both of its terms, at 30 digits by mpmath.
  it.each([
    ["bg_nbd", -4.140737601791812],
    ["mbg_nbd", -4.385291216887673],
  ] as const)("of x 2, t_x 3, T 4 weeks is the printed formula's in %s", (model, exact) => {
    const evaluate = purchaseLikelihood(purchaseCells(historyOf([2, 21, 28])), model);
    expect(evaluate(Float64Array.of(1, 2, 1, 3)).value).toBeCloseTo(exact, 12);
  });

  it("is finite for 1,500 repeats in a year, seen long ago", () => {
    const evaluate = purchaseLikelihood(
      purchaseCells(historyOf([300, 310, 3000], [1500, 1501, 4000])),
      "bg_nbd",
    );
    const { value, gradient, hessian } = evaluate(Float64Array.of(0.25, 4.5, 0.8, 2.5));
    expect([value, ...gradient, ...hessian].every(Number.isFinite)).toBe(true);
  });
});

describe("purchaseLikelihood (consistency)", () => {
  const { history } = simulateCustomers(3000, SHOP_PROFILES.cdnow);
  const point = Float64Array.of(0.4, 6, 1.1, 2);

  it.each(MODELS)("has the slopes and curves of its own values in %s", (model) => {
    const evaluate = purchaseLikelihood(purchaseCells(history), model);
    const { gradient, hessian } = evaluate(point);
    for (let i = 0; i < 4; i++) {
      const step = 1e-5 * at(point, i);
      const shifted = (sign: number) =>
        evaluate(point.map((value, j) => (i === j ? value + sign * step : value)));
      const [up, down] = [shifted(1), shifted(-1)];
      expect(relative((up.value - down.value) / (2 * step), at(gradient, i))).toBeLessThan(1e-6);
      for (let j = 0; j < 4; j++) {
        const curve = (at(up.gradient, j) - at(down.gradient, j)) / (2 * step);
        expect(relative(curve, at(hessian, i * 4 + j))).toBeLessThan(1e-5);
      }
    }
  });

  it.each(MODELS)("adds up over customers, with or without pairs counted once, in %s", (model) => {
    const whole = purchaseLikelihood(purchaseCells(history), model)(point).value;
    const half = (from: number, to: number): PurchaseHistory => ({
      repeats: history.repeats.slice(from, to),
      lastDays: history.lastDays.slice(from, to),
      ageDays: history.ageDays.slice(from, to),
      meanSpend: history.meanSpend.slice(from, to),
      daysPerUnit: 7,
    });
    const parts = [half(0, 40), half(40, 3000)].map(
      (part) => purchaseLikelihood(purchaseCells(part), model)(point).value,
    );
    expect(relative((parts[0] ?? 0) + (parts[1] ?? 0), whole)).toBeLessThan(1e-13);
  });

  it.each(MODELS)("counts equal customers as often as they are in %s", (model) => {
    const one = purchaseLikelihood(purchaseCells(historyOf([1, 3, 5])), model)(point).value;
    const many = historyOf(
      ...Array.from({ length: 50 }, (): [number, number, number] => [1, 3, 5]),
    );
    const cells = purchaseCells(many);
    expect(cells.buckets[0]?.lastDays).toHaveLength(1);
    expect(purchaseLikelihood(cells, model)(point).value).toBeCloseTo(50 * one, 10);
  });

  it("is that of days with time in weeks, times that of weeks' rate, whatever the unit", () => {
    const inWeeks = purchaseLikelihood(purchaseCells(history), "bg_nbd")(point).value;
    const days = { ...history, daysPerUnit: 1 };
    const inDays = purchaseLikelihood(
      purchaseCells(days),
      "bg_nbd",
    )(Float64Array.of(0.4, 42, 1.1, 2)).value;
    const repeats = history.repeats.reduce((sum, x) => sum + x, 0);
    expect(relative(inDays + repeats * Math.log(7), inWeeks)).toBeLessThan(1e-12);
  });
});

function relative(value: number, exact: number): number {
  return Math.abs(value - exact) / Math.max(1, Math.abs(exact));
}
