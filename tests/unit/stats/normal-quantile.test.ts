import { expect, it } from "vitest";
import { normalQuantile } from "#lib/stats/normal-quantile.ts";

// 30 digits by mpmath, one in each range of the method.
it.each([
  [0.975, 1.959963984540054],
  [0.5, 0],
  [0.1, -1.2815515655446004],
  [0.001, -3.090232306167813],
  [1e-12, -7.034483825301132],
])("below which a share of %d lies is %d (correctness)", (share, exact) => {
  expect(Math.abs(normalQuantile(share) - exact)).toBeLessThan(
    4e-15 * Math.max(1, Math.abs(exact)),
  );
});

it("is without bound at 0 and 1", () => {
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
});
