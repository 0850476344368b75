import { expect, it } from "vitest";
import { median } from "#lib/stats/median.ts";

it("takes the middle of odd and the mean of the two middles of even counts", () => {
  expect(median([10, 1, 3])).toBe(3);
  expect(median([10, 1, 3, 5])).toBe(4);
});

it("has no value for nobody", () => {
  expect(median([])).toBeNull();
});
