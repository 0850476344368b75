import { describe, expect, it } from "vitest";
import { createRandom } from "#lib/stats/create-random.ts";
import { sampleBeta, sampleGamma } from "#lib/stats/sample-gamma.ts";

const DRAWS = 200_000;

function moments(draw: () => number) {
  const sample = Array.from({ length: DRAWS }, draw);
  const mean = sample.reduce((sum, value) => sum + value, 0) / DRAWS;
  const variance = sample.reduce((sum, value) => sum + (value - mean) ** 2, 0) / DRAWS;
  return { mean, variance };
}

describe("sampleGamma", () => {
  it.each([0.25, 1, 2.5, 40])("has mean and variance %d (five standard errors)", (shape) => {
    const random = createRandom(11);
    const { mean, variance } = moments(() => sampleGamma(random, shape));
    expect(Math.abs(mean - shape)).toBeLessThan(5 * Math.sqrt(shape / DRAWS));
    // The variance of a sample variance is (μ₄ − σ⁴)/n, with μ₄ = 3k² + 6k.
    expect(Math.abs(variance - shape)).toBeLessThan(
      5 * Math.sqrt((2 * shape ** 2 + 6 * shape) / DRAWS),
    );
  });
});

describe("sampleBeta", () => {
  it("has mean a / (a + b)", () => {
    const random = createRandom(12);
    const { mean, variance } = moments(() => sampleBeta(random, 0.8, 2.5));
    expect(Math.abs(mean - 0.8 / 3.3)).toBeLessThan(5 * Math.sqrt(variance / DRAWS));
    expect(variance).toBeCloseTo((0.8 * 2.5) / (3.3 ** 2 * 4.3), 2);
  });
});
