import { describe, expect, it } from "vitest";
import { type Evaluation, maximisePositive } from "#lib/stats/damped-newton.ts";

/** 3 ln x − x. */
const gammaDensity = ([x = 1]: Float64Array): Evaluation => ({
  value: 3 * Math.log(x) - x,
  gradient: Float64Array.of(3 / x - 1),
  hessian: Float64Array.of(-3 / x ** 2),
});

describe("maximisePositive", () => {
  it.each([1e-3, 0.5, 3, 4000])(
    "climbs 3 ln x − x from %d to its top at 3 (correctness)",
    (from) => {
      const found = maximisePositive(gammaDensity, Float64Array.of(from), { cases: 1 });
      expect(found.reason).toBeNull();
      expect(found.parameters[0]).toBeCloseTo(3, 8);
      expect(found.value).toBeCloseTo(0.295836866, 9);
      // −d² / d(ln x)² at the top is x.
      expect(found.information[0]).toBeCloseTo(3, 8);
    },
  );

  it("is drawn to the start by a prior", () => {
    const start = Float64Array.of(1);
    const prior = { logDeviation: 0.5 };
    const [held = 0] = maximisePositive(gammaDensity, start, { cases: 1, prior }).parameters;
    expect(held).toBeGreaterThan(1);
    expect(held).toBeLessThan(3);
    // Slope 3 − x − 4 ln x = 0.
    expect(3 - held - 4 * Math.log(held)).toBeCloseTo(0, 8);
  });

  it("says that a function without a top has none, within e^12 of the start (inputs)", () => {
    const rising = ([x = 1]: Float64Array): Evaluation => ({
      value: x,
      gradient: Float64Array.of(1),
      hessian: Float64Array.of(0),
    });
    const found = maximisePositive(rising, Float64Array.of(1), { cases: 1 });
    expect(found.reason).not.toBeNull();
    expect(Number.isFinite(found.value)).toBe(true);
  });
});
