import { describe, expect, it } from "vitest";
import {
  invertPositiveDefinite,
  solvePositiveDefinite,
} from "#lib/stats/solve-positive-definite.ts";

const MATRIX = Float64Array.of(4, 2, 2, 3);

describe("solvePositiveDefinite", () => {
  it("solves [[4, 2], [2, 3]] x = [8, 8] by [1, 2] (correctness)", () => {
    const solved = solvePositiveDefinite(MATRIX, Float64Array.of(8, 8));
    expect([...(solved ?? [])]).toEqual([expect.closeTo(1, 14), expect.closeTo(2, 14)]);
  });

  it.each([
    ["indefinite", [1, 2, 2, 1]],
    ["singular", [1, 1, 1, 1]],
    ["not a number", [Number.NaN, 0, 0, 1]],
  ])("has no answer for a matrix that is %s (inputs)", (_, cells) => {
    expect(solvePositiveDefinite(Float64Array.from(cells), Float64Array.of(1, 1))).toBeNull();
  });
});

describe("invertPositiveDefinite", () => {
  it("inverts [[4, 2], [2, 3]] (correctness)", () => {
    const inverse = invertPositiveDefinite(MATRIX);
    expect([...(inverse ?? [])].map((cell) => Math.round(cell * 8 * 1e12) / 1e12)).toEqual([
      3, -2, -2, 4,
    ]);
  });
});
