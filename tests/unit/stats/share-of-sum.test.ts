import { expect, it } from "vitest";
import { shareOfSum } from "#lib/stats/share-of-sum.ts";

it("of 4 among 4, 2, 2 is a half, with the error of a ratio", () => {
  const found = shareOfSum(Float64Array.of(4, 2, 2), Int32Array.of(1, 0, 0));
  expect(found?.share).toBe(0.5);
  // √(3/2 · (2² + 1² + 1²)) / 8
  expect(found?.standardError).toBeCloseTo(0.375, 12);
});

it("is certain where all or none are chosen, and of one case alone", () => {
  const amounts = Float64Array.of(4, 2, 2);
  expect(shareOfSum(amounts, Int32Array.of(1, 1, 1))).toEqual({ share: 1, standardError: 0 });
  expect(shareOfSum(amounts, Int32Array.of(0, 0, 0))).toEqual({ share: 0, standardError: 0 });
  expect(shareOfSum(Float64Array.of(7), Int32Array.of(1))).toEqual({ share: 1, standardError: 0 });
});

it("is not known of nothing", () => {
  expect(shareOfSum(new Float64Array(3), Int32Array.of(1, 0, 0))).toBeNull();
  expect(shareOfSum(new Float64Array(), new Int32Array())).toBeNull();
});
