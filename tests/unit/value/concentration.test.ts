import { describe, expect, it } from "vitest";
import {
  concentrationFinding,
  concentrationRanks,
  giniCoefficient,
  shareOfTop,
} from "#lib/value/concentration.ts";

/** Cumulative points with one for every customer. */
const pointsOf = (revenues: readonly number[]) => {
  const descending = revenues.toSorted((a, b) => b - a);
  const points = [{ percent: 0, customers: 0, revenueMinor: 0 }];
  for (const [index, revenue] of descending.entries()) {
    points.push({
      percent: (100 * (index + 1)) / revenues.length,
      customers: index + 1,
      revenueMinor: (points.at(-1)?.revenueMinor ?? 0) + revenue,
    });
  }
  return points;
};

/** Gini as the mean absolute difference of all pairs, over twice the mean. */
const giniOfPairs = (revenues: readonly number[]) => {
  const differences = revenues.flatMap((a) => revenues.map((b) => Math.abs(a - b)));
  const total = revenues.reduce((sum, revenue) => sum + revenue, 0);
  const sum = differences.reduce((all, difference) => all + difference, 0);
  return sum / (2 * revenues.length * total);
};

describe("giniCoefficient", () => {
  it("is 0.25 for revenues 3 and 1", () => {
    expect(giniCoefficient(pointsOf([3, 1]))).toBeCloseTo(0.25, 12);
  });

  it("is 0 when all have the same", () => {
    expect(giniCoefficient(pointsOf([5, 5, 5, 5]))).toBeCloseTo(0, 12);
  });

  it("equals the mean difference of all pairs (consistency)", () => {
    const revenues = Array.from({ length: 200 }, (_, index) => ((index * 7919) % 997) ** 2);
    expect(giniCoefficient(pointsOf(revenues))).toBeCloseTo(giniOfPairs(revenues), 10);
  });

  it("comes a little short with one point in a hundred", () => {
    const points = pointsOf(Array.from({ length: 10_000 }, (_, index) => 1e9 / (index + 1)));
    const exact = giniCoefficient(points) ?? 0;
    const sparse = giniCoefficient(points.filter(({ customers }) => customers % 100 === 0)) ?? 0;
    const firstStep = (points[100]?.revenueMinor ?? 0) / (points.at(-1)?.revenueMinor ?? 1);
    expect(sparse).toBeLessThan(exact);
    expect(exact - sparse).toBeLessThan(firstStep);
  });

  it("is nothing without revenue", () => {
    expect(giniCoefficient([])).toBeNull();
    expect(giniCoefficient(pointsOf([0, 0]))).toBeNull();
  });
});

describe("shareOfTop", () => {
  it("is what the best have of all", () => {
    expect(shareOfTop(pointsOf([60, 10, 10, 10, 10]), 20)).toBeCloseTo(0.6, 12);
  });

  it("is nothing without revenue or without that point", () => {
    expect(shareOfTop(pointsOf([0, 0]), 50)).toBeNull();
    expect(shareOfTop(pointsOf([1, 1]), 20)).toBeNull();
  });
});

describe("concentrationRanks", () => {
  it("counts the nearest whole number of customers", () => {
    const ranks = concentrationRanks(48_312);
    expect(ranks).toHaveLength(101);
    expect(ranks[20]).toEqual({ percent: 20, customers: 9_662 });
    expect(ranks.at(0)).toEqual({ percent: 0, customers: 0 });
    expect(ranks.at(-1)).toEqual({ percent: 100, customers: 48_312 });
  });

  it("takes one of three for a fifth", () => {
    expect(concentrationRanks(3)[20]?.customers).toBe(1);
  });
});

describe("concentrationFinding", () => {
  it.each([
    [4, "tooFewForConcentration"],
    [5, "fewForConcentration"],
    [19, "fewForConcentration"],
    [20, "topFifthFinding"],
  ])("of %i customers is %s", (customers, finding) => {
    expect(concentrationFinding(customers)).toBe(finding);
  });
});
