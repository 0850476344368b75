import { expect, it } from "vitest";
import { areaError } from "#lib/stats/area-error.ts";

/** By hand from the formula of Hanley and McNeil: Q₁ 0.666667, Q₂ 0.711111, variance 1.751111 / 200. */
it("of 0.8 with 10 cases that happened and 20 that did not is 0.0936", () => {
  expect(areaError(0.8, 10, 20)).toBeCloseTo(0.093571, 6);
});

it("is 0 where the ranking is perfect, and halves with four times as many cases, nearly", () => {
  expect(areaError(1, 10, 20)).toBe(0);
  expect(areaError(0.7, 400, 400) / areaError(0.7, 100, 100)).toBeCloseTo(0.5, 1);
});
