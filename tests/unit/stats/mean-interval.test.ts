import { describe, expect, it } from "vitest";
import { meanInterval, studentT975 } from "#lib/stats/mean-interval.ts";

describe("studentT975 (correctness)", () => {
  // Percentage points of Student's t, two-sided 95 %, as printed in any table; tolerance as the docstring states it.
  it.each([
    [2, 4.3027, 0.008],
    [4, 2.7764, 0.0004],
    [9, 2.2622, 0.0001],
    [30, 2.0423, 0.0001],
    [1000, 1.9623, 0.0001],
  ])("at %d degrees of freedom is %d", (degrees, printed, tolerance) => {
    expect(Math.abs(studentT975(degrees) / printed - 1)).toBeLessThan(tolerance);
  });
});

describe("meanInterval", () => {
  it("puts the mean of 1 to 5 between 1.037 and 4.963", () => {
    const interval = meanInterval({ n: 5, mean: 3, squaredDeviations: 10 });
    expect(interval?.[0]).toBeCloseTo(1.037, 2);
    expect(interval?.[1]).toBeCloseTo(4.963, 2);
  });

  it("has no width where all values are equal", () => {
    expect(meanInterval({ n: 9, mean: 7, squaredDeviations: 0 })).toEqual([7, 7]);
  });

  it("says nothing about fewer than 3 cases", () => {
    expect(meanInterval({ n: 2, mean: 7, squaredDeviations: 1 })).toBeNull();
    expect(meanInterval({ n: 0, mean: 0, squaredDeviations: 0 })).toBeNull();
  });
});
