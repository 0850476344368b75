import { describe, expect, it } from "vitest";
import { areaUnderCurve } from "#lib/stats/area-under-curve.ts";
import { averageRanks } from "#lib/stats/average-ranks.ts";
import { pearson } from "#lib/stats/pearson.ts";
import { spearman } from "#lib/stats/spearman.ts";

const column = (...values: number[]) => Float64Array.from(values);

describe("averageRanks", () => {
  it("lets equal values share the mean of their ranks", () => {
    expect([...averageRanks(column(10, 20, 20, 5))]).toEqual([2, 3.5, 3.5, 1]);
  });
});

describe("pearson", () => {
  it("of (1, 2, 3, 4) with (1, 3, 2, 4) is 0.8, however far from 0 they lie", () => {
    expect(pearson(column(1, 2, 3, 4), column(1, 3, 2, 4))).toBeCloseTo(0.8, 14);
    const far = column(1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4);
    expect(pearson(far, column(1, 3, 2, 4))).toBeCloseTo(0.8, 14);
  });

  it("is not known of one place, or of a column that does not vary (inputs)", () => {
    expect(pearson(column(1), column(2))).toBeNull();
    expect(pearson(column(1, 1, 1), column(1, 2, 3))).toBeNull();
  });
});

describe("spearman", () => {
  it("looks at order only", () => {
    expect(spearman(column(1, 2, 3, 4), column(1, 9, 4, 100))).toBeCloseTo(0.8, 14);
  });
});

describe("areaUnderCurve", () => {
  it("is the share of pairs in the right order, ties counting half", () => {
    const scores = column(0.1, 0.4, 0.35, 0.8);
    expect(areaUnderCurve(scores, Int32Array.of(0, 0, 1, 1))).toBe(0.75);
    expect(areaUnderCurve(column(1, 1, 1), Int32Array.of(0, 1, 0))).toBe(0.5);
  });

  it("is not known where all or none happened (inputs)", () => {
    expect(areaUnderCurve(column(1, 2), Int32Array.of(1, 1))).toBeNull();
    expect(areaUnderCurve(column(1, 2), Int32Array.of(0, 0))).toBeNull();
  });
});
