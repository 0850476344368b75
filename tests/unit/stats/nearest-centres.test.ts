import { describe, expect, it } from "vitest";
import { kMeans } from "#lib/stats/k-means.ts";
import { nearestCentres } from "#lib/stats/nearest-centres.ts";

describe("nearest centres", () => {
  it("puts 0, 4, 6 and 11 to 0.5, 0.5, 10.5 and 10.5 (correctness)", () => {
    const points = { values: Float64Array.of(0, 4, 6, 11), dimensions: 1 };
    expect([...nearestCentres(points, Float64Array.of(0.5, 10.5))]).toEqual([0, 0, 1, 1]);
  });

  it("gives the groups of k-means for its own centres (consistency)", () => {
    const values = Float64Array.from({ length: 400 }, (_, i) => ((i * 7919) % 101) / 10);
    const points = { values, dimensions: 2 };
    const found = kMeans(points, 4, { seed: 7 });
    expect(nearestCentres(points, found?.centres ?? new Float64Array())).toEqual(found?.groups);
  });

  it("takes the first of two that are as near, and no point at all (inputs)", () => {
    const centres = Float64Array.of(0, 2);
    expect([...nearestCentres({ values: Float64Array.of(1), dimensions: 1 }, centres)]).toEqual([
      0,
    ]);
    expect([...nearestCentres({ values: new Float64Array(), dimensions: 1 }, centres)]).toEqual([]);
  });
});
