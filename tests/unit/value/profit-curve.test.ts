import { describe, expect, it } from "vitest";
import { concentrationRanks } from "#lib/value/concentration.ts";
import { profitCurve } from "#lib/value/profit-curve.ts";

/** What a computation stores of these profits. */
function storedOf(profits: readonly number[]) {
  const sorted = profits.toSorted((a, b) => b - a);
  const sumOf = (count: number) => sorted.slice(0, count).reduce((sum, each) => sum + each, 0);
  const gains = sorted.filter((profit) => profit > 0);
  return {
    concentration: concentrationRanks(sorted.length).map((rank) => ({
      ...rank,
      profitMinor: sumOf(rank.customers),
    })),
    peak: { customers: gains.length, profitMinor: sumOf(gains.length) },
  };
}

const curveOf = (profits: readonly number[]) => profitCurve(storedOf(profits), profits.length);

describe("profitCurve", () => {
  it("rises over 100 % and falls: 70, 50, 10 and −30 peak at 130 % of 100", () => {
    const curve = curveOf([70, 50, 10, -30]);
    expect(curve?.peak).toEqual({ customers: 3, percent: 75, profitMinor: 130, profitShare: 1.3 });
    expect(curve?.rest).toEqual({ customers: 1, profitMinor: -30 });
    expect(curve?.points.at(-1)).toMatchObject({ customers: 4, profitMinor: 100, profitShare: 1 });
  });

  it("ends at its peak where everybody brings profit", () => {
    const curve = curveOf([70, 30]);
    expect(curve?.peak).toMatchObject({ percent: 100, profitShare: 1 });
    expect(curve?.rest).toEqual({ customers: 0, profitMinor: 0 });
  });

  it("takes no share of a profit that is not above 0", () => {
    const curve = curveOf([20, 10, -50]);
    expect(curve?.peak).toBeNull();
    expect(curve?.points.every(({ profitShare }) => profitShare === null)).toBe(true);
    expect(curve?.points.at(-1)?.profitMinor).toBe(-20);
    expect(curve?.rest).toEqual({ customers: 1, profitMinor: -50 });
  });

  it("has no peak where nobody brings profit", () => {
    expect(curveOf([-10, -20])).toMatchObject({ peak: null, rest: { customers: 2 } });
  });

  it("is not known until the margin is set", () => {
    expect(profitCurve({ concentration: [], peak: null }, 4)).toBeNull();
  });

  it("has no share of a fifth that holds no whole customer", () => {
    expect(curveOf([5, 4, 3, 2])?.points[20]).toMatchObject({ customers: 0, profitShare: null });
  });
});
