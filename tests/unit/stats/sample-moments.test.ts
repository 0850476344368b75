import { describe, expect, it } from "vitest";
import { combineMoments } from "#lib/stats/sample-moments.ts";

const momentsOf = (values: readonly number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squaredDeviations = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { n: values.length, mean, squaredDeviations };
};

describe("combineMoments", () => {
  it("combines 1 and 3 with 8", () => {
    expect(combineMoments([momentsOf([1, 3]), momentsOf([8])])).toEqual({
      n: 3,
      mean: 4,
      squaredDeviations: 26,
    });
  });

  it("gives what all values together give (consistency)", () => {
    const values = Array.from({ length: 90 }, (_, index) => 1e6 + ((index * 37) % 101));
    const parts = [values.slice(0, 7), values.slice(7, 50), values.slice(50)].map(momentsOf);
    const [together, apart] = [momentsOf(values), combineMoments(parts)];
    expect(apart.mean).toBeCloseTo(together.mean, 6);
    expect(apart.squaredDeviations).toBeCloseTo(together.squaredDeviations, 4);
  });

  it("takes an empty sample for none", () => {
    const none = { n: 0, mean: 0, squaredDeviations: 0 };
    expect(combineMoments([])).toEqual(none);
    expect(combineMoments([none, momentsOf([5]), none])).toEqual(momentsOf([5]));
  });
});
