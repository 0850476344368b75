import { expect, it } from "vitest";
import { topBox } from "#lib/stats/top-box.ts";

const FIVE = { min: 1, max: 5, higherIsBetter: true };

it("is the share of 4 and 5 of five, with its Wilson interval", () => {
  const answers = [...new Array<number>(50).fill(5), ...new Array<number>(28).fill(4)];
  const rest = new Array<number>(22).fill(3);
  const { share, interval, n } = topBox([...answers, ...rest], FIVE, 2);
  expect(share).toBe(0.78);
  expect(interval?.[0]).toBeCloseTo(0.6893, 4);
  expect(interval?.[1]).toBeCloseTo(0.85, 4);
  expect(n).toBe(100);
});

it("is the share of 5 to 7 of seven where it was made easy", () => {
  const scale = { min: 1, max: 7, higherIsBetter: true };
  expect(topBox([5, 6, 7, 4, 1], scale, 3).share).toBe(0.6);
});

it("counts from the other end where lower is better", () => {
  const effort = { min: 1, max: 5, higherIsBetter: false };
  expect(topBox([1, 2, 3, 4, 5], effort, 2).share).toBe(0.4);
});

it("leaves out and counts answers off the scale", () => {
  expect(topBox([5, 9, 0, 1], FIVE, 2)).toMatchObject({ share: 0.5, n: 2, offScale: 2 });
});

it("is not known without an answer", () => {
  expect(topBox([], FIVE, 2)).toEqual({ share: null, interval: null, n: 0, offScale: 0 });
});
