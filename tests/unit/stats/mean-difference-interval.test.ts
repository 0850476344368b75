import { expect, it } from "vitest";
import { meanDifferenceInterval } from "#lib/stats/mean-difference-interval.ts";

it("is Welch's: 1 to 5 moved up by 2 give 2 ± 2.306", () => {
  const moved = { n: 5, mean: 3, squaredDeviations: 10 };
  const interval = meanDifferenceInterval(moved, { ...moved, mean: 1 });
  // s.e. 1 and 8 degrees of freedom: t = 2.3060
  expect(interval?.[0]).toBeCloseTo(-0.306, 3);
  expect(interval?.[1]).toBeCloseTo(4.306, 3);
});

it("turns round with its sides", () => {
  const a = { n: 40, mean: 10, squaredDeviations: 900 };
  const b = { n: 7, mean: 4, squaredDeviations: 20 };
  const [low, high] = meanDifferenceInterval(a, b) ?? [0, 0];
  expect(meanDifferenceInterval(b, a)).toEqual([-high, -low]);
});

it("has no width where nobody differs", () => {
  const same = { n: 5, mean: 3, squaredDeviations: 0 };
  expect(meanDifferenceInterval({ ...same, mean: 4 }, same)).toEqual([1, 1]);
});

it("is not known under three cases", () => {
  const few = { n: 2, mean: 3, squaredDeviations: 1 };
  expect(meanDifferenceInterval(few, { ...few, n: 50 })).toBeNull();
});
