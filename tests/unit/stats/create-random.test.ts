import { expect, it } from "vitest";
import { createRandom } from "#lib/stats/create-random.ts";

it("draws the same for the same seed and stream, and other chances for others", () => {
  const first = (seed: number, stream?: number) => createRandom(seed, stream)();
  expect(first(7)).toBe(first(7));
  expect(first(7)).not.toBe(first(8));
  expect(first(7, 0)).not.toBe(first(7, 1));
  expect(first(20_260_501)).toBe(0.20551204312413057);
});

it("fills 0 to 1 evenly", () => {
  const random = createRandom(1);
  const counts = new Array<number>(10).fill(0);
  for (let i = 0; i < 100_000; i++) {
    const tenth = Math.floor(random() * 10);
    counts[tenth] = (counts[tenth] ?? 0) + 1;
  }
  const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  // 99.9 % point with 9 degrees of freedom.
  expect(chiSquare).toBeLessThan(27.88);
});
