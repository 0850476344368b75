import { describe, expect, it } from "vitest";
import { xmr } from "#lib/stats/xmr.ts";

// Worked by hand: steps 3, 4, 7, 2, 6, 4, 1, 4 sum to 31, 31 / 8 = 3.875. Limits as in docs of the method, 2.66 and 3.268.
const BASE = [32, 35, 31, 38, 36, 30, 34, 33, 37];

const signalsOf = (values: readonly (number | null)[], baseline?: number) =>
  xmr(values, baseline)?.points.map(({ signal }) => signal);

describe("xmr (correctness)", () => {
  it("gives the worked limits of nine values", () => {
    const limits = xmr(BASE);
    expect(limits?.centre).toBe(34);
    expect(limits?.meanRange).toBe(3.875);
    expect(limits?.lower).toBeCloseTo(23.6925, 10);
    expect(limits?.upper).toBeCloseTo(44.3075, 10);
    expect(limits?.rangeLimit).toBeCloseTo(12.6635, 10);
    expect(limits?.points.map(({ movingRange }) => movingRange)).toEqual([
      null,
      3,
      4,
      7,
      2,
      6,
      4,
      1,
      4,
    ]);
  });

  it("sees a point outside, and keeps the limits of the baseline", () => {
    const limits = xmr([...BASE, 52], BASE.length);
    expect(limits?.upper).toBeCloseTo(44.3075, 10);
    expect(limits?.points.at(-1)).toEqual({ value: 52, movingRange: 15, signal: "outside" });
  });
});

describe("the run rules of xmr", () => {
  it("call eight in a row on one side a run, and seven nothing", () => {
    const eight = [35, 36, 35, 36, 35, 36, 35, 36];
    expect(signalsOf([...BASE, 34, ...eight], BASE.length)?.slice(-8)).toEqual(
      eight.map(() => "run"),
    );
    expect(signalsOf([...BASE, 34, ...eight.slice(1)], BASE.length)?.slice(-7)).toEqual(
      eight.slice(1).map(() => null),
    );
  });

  it("end a run at the centre, and not at a gap", () => {
    const broken = [35, 36, 35, 36, 34, 35, 36, 35, 36];
    expect(signalsOf([...BASE, 34, ...broken], BASE.length)?.slice(-9)).toEqual(
      broken.map(() => null),
    );
    const withGap = [35, 36, 35, 36, null, 35, 36, 35, 36];
    expect(signalsOf([...BASE, 34, ...withGap], BASE.length)?.slice(-9)).toEqual(
      withGap.map((value) => (value === null ? null : "run")),
    );
  });

  it("see two of three beyond two sigma on the same side", () => {
    // 2σ = 2 × 3.875 / 1.128 = 6.87: beyond 40.87.
    expect(signalsOf([...BASE, 42, 34, 41], BASE.length)?.slice(-3)).toEqual([
      "two_of_three",
      null,
      "two_of_three",
    ]);
    expect(signalsOf([...BASE, 42, 34, 33, 41], BASE.length)?.slice(-4)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(signalsOf([...BASE, 42, 34, 26], BASE.length)?.slice(-3)).toEqual([null, null, null]);
  });
});

describe("the inputs of xmr", () => {
  it("need five values and two neighbours", () => {
    expect(xmr([1, 2, 3, 4])).toBeNull();
    expect(xmr([])).toBeNull();
    expect(xmr([1, null, 2, null, 3, null, 4, null, 5])).toBeNull();
    expect(xmr([1, 2, 3, 4, 5])).not.toBeNull();
  });

  it("may be all equal: any later move is then outside", () => {
    expect(xmr([7, 7, 7, 7, 7])?.upper).toBe(7);
    expect(signalsOf([7, 7, 7, 7, 7, 8], 5)?.at(-1)).toBe("outside");
  });

  it("make no step over a gap", () => {
    expect(xmr([1, 2, 1, 2, 1, null, 9], 5)?.points.at(-1)?.movingRange).toBeNull();
  });
});
