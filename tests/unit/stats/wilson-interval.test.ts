import { expect, it } from "vitest";
import { wilsonInterval } from "#lib/stats/wilson-interval.ts";

/** Published: design vectors of CSAT, 78 of 100 and 8 of 10. */
it.each([
  [78, 100, 0.6893, 0.85],
  [8, 10, 0.4902, 0.9433],
  [0, 10, 0, 0.2775],
  [10, 10, 0.7225, 1],
])("is known for %i of %i", (count, n, low, high) => {
  const interval = wilsonInterval(count, n);
  expect(interval?.[0]).toBeCloseTo(low, 4);
  expect(interval?.[1]).toBeCloseTo(high, 4);
});

it("stays within 0 and 1 and holds the share", () => {
  for (const n of [1, 2, 5, 30, 1_000])
    for (let count = 0; count <= n; count += Math.ceil(n / 7)) {
      const [low, high] = wilsonInterval(count, n) ?? [1, 0];
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(count / n);
      expect(high).toBeGreaterThanOrEqual(count / n);
    }
});

it("is not known without a case", () => {
  expect(wilsonInterval(0, 0)).toBeNull();
});
