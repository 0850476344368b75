import { describe, expect, it } from "vitest";
import { adjustedRand } from "#lib/stats/adjusted-rand.ts";
import { createRandom } from "#lib/stats/create-random.ts";

describe("adjustedRand", () => {
  it("of (0, 0, 1, 1) and (0, 0, 1, 2) is 4/7 (correctness)", () => {
    expect(adjustedRand([0, 0, 1, 1], [0, 0, 1, 2])).toBeCloseTo(4 / 7, 12);
    expect(adjustedRand([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5, 12);
  });

  it("is 1 whatever the groups are called, and either way round (consistency)", () => {
    expect(adjustedRand([0, 0, 1, 2], Int32Array.of(7, 7, 3, 1))).toBe(1);
    const [a, b] = [
      [0, 1, 1, 2, 0, 1],
      [1, 1, 0, 2, 1, 1],
    ];
    expect(adjustedRand(a ?? [], b ?? [])).toBe(adjustedRand(b ?? [], a ?? []));
  });

  it("is about 0 for groups by chance (consistency)", () => {
    const random = createRandom(20_261_122);
    const groups = () => Array.from({ length: 5_000 }, () => Math.floor(4 * random()));
    expect(Math.abs(adjustedRand(groups(), groups()) ?? 1)).toBeLessThan(0.005);
  });

  it("is 1 where neither leaves a choice, and not known of one case (inputs)", () => {
    expect(adjustedRand([0, 0, 0], [1, 1, 1])).toBe(1);
    expect(adjustedRand([0, 1, 2], [2, 1, 0])).toBe(1);
    expect(adjustedRand([0], [0])).toBeNull();
    expect(adjustedRand([0, 1], [0])).toBeNull();
  });
});
