import { describe, expect, it } from "vitest";
import { scoredByValue } from "#lib/clv-runs/rank-scores.ts";
import type { CutBase } from "#lib/tiers/types.ts";

function tiersOf(values: readonly number[], by: CutBase, ...shares: number[]) {
  const value = Float64Array.from(values);
  const { scores, tiers } = scoredByValue(
    {
      ...{ customers: new Int32Array(value.length), value, historic: value, pAlive: value },
      ...{ expectedPurchases: value, expectedSpend: value, atRisk: value, low: value, high: value },
      deviation: value,
    },
    { by, tiers: [...shares, null].map((share, place) => ({ name: String(place), share })) },
  );
  return { tiers: [...scores.tier], percentiles: [...scores.percentile], totals: tiers };
}

describe("scoredByValue", () => {
  it("gives the worked tiers and percentiles, by customers and by value", () => {
    const byCustomers = tiersOf([9, 5, 5, 1], "customers", 0.25, 0.5);
    expect(byCustomers.tiers).toEqual([1, 2, 2, 3]);
    expect(byCustomers.percentiles.map(Math.round)).toEqual([100, 33, 33, 0]);
    expect(tiersOf([9, 5, 5, 1], "value", 0.45, 0.5).tiers).toEqual([1, 2, 2, 3]);
  });

  it("takes no share from value below 0, and totals that add up", () => {
    const { tiers, totals } = tiersOf([10, -50, 6, 4], "value", 0.5, 0.8);
    expect(tiers).toEqual([1, 3, 2, 3]);
    expect(totals.reduce((sum, { valueMinor }) => sum + valueMinor, 0)).toBe(-30);
  });

  it("has how far each tier may stray by chance, and none where nothing is foretold", () => {
    const columns = (deviation: Float64Array) => {
      const value = Float64Array.of(9, 5, 5, 1);
      return {
        ...{ customers: new Int32Array(4), value, historic: value, pAlive: value },
        ...{ expectedPurchases: value, expectedSpend: value, atRisk: value },
        ...{ low: value, high: value, deviation },
      };
    };
    const cuts = { by: "customers", tiers: [0.25, null].map((share) => ({ name: "", share })) };
    const asked = cuts as Parameters<typeof scoredByValue>[1];
    const deviationsOf = (deviation: Float64Array) =>
      scoredByValue(columns(deviation), asked).tiers.map(({ deviationMinor }) => deviationMinor);
    expect(deviationsOf(Float64Array.of(2, 2, 2, 1))).toEqual([2, 3]);
    expect(deviationsOf(new Float64Array(4).fill(Number.NaN))).toEqual([null, null]);
  });

  it("puts everybody into the last tier where nobody is worth anything", () => {
    expect(tiersOf([0, 0, -1], "value", 0.5).tiers).toEqual([2, 2, 2]);
  });
  it("has customers of the same worth in the tier that holds half of them, not all in the first", () => {
    const alike = Array.from({ length: 500 }, () => 20);
    expect(new Set(tiersOf(alike, "customers", 0.05, 0.2, 0.5).tiers)).toEqual(new Set([3]));
    expect(new Set(tiersOf(alike, "customers", 0.05, 0.2).tiers)).toEqual(new Set([3]));
    expect(tiersOf([9, 5, 5, 5, 5], "customers", 0.4, 0.6).tiers).toEqual([1, 2, 2, 2, 2]);
    expect(tiersOf([9, 5, 5, 5, 5], "customers", 0.4).tiers).toEqual([1, 2, 2, 2, 2]);
  });

  it("has nobody who is worth nothing above the last tier", () => {
    expect(tiersOf([0, 0, 0, -1], "customers", 0.05, 0.5).tiers).toEqual([3, 3, 3, 3]);
    expect(tiersOf([7, 0, 0, 0], "customers", 0.5).tiers).toEqual([1, 2, 2, 2]);
  });
});
