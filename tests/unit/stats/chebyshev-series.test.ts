import { describe, expect, it } from "vitest";
import { chebyshevSeries, chebyshevValue } from "#lib/stats/chebyshev-series.ts";
import { at } from "#lib/stats/typed-array.ts";

const PRECISION = 1e-13;

describe("chebyshevSeries", () => {
  it("of e^x on −1 to 1 has the values of Bessel functions at 1 as coefficients (correctness)", () => {
    const series = chebyshevSeries(Math.exp, [-1, 1], PRECISION);
    // I₀(1), 2 I₁(1), 2 I₂(1): Abramowitz and Stegun (1964), table 9.8.
    expect([...(series?.coefficients.slice(0, 3) ?? [])]).toEqual([
      expect.closeTo(1.2660658777520082, 13),
      expect.closeTo(1.1303182079849701, 13),
      expect.closeTo(0.27149533953407656, 13),
    ]);
    expect(series && chebyshevValue(series, 0.5)).toBeCloseTo(1.6487212707001282, 13);
  });

  it.each([
    { name: "1 / x on 3 to 9", of: (x: number) => 1 / x, bounds: [3, 9] as const },
    { name: "a polynomial", of: (x: number) => 2 + x ** 6, bounds: [0, 2] as const },
    { name: "an even function", of: (x: number) => 1 + Math.cosh(x), bounds: [-3, 3] as const },
  ])("of $name is within its precision everywhere (consistency)", ({ of, bounds }) => {
    const [low, high] = bounds;
    const series = chebyshevSeries(of, bounds, PRECISION);
    if (!series) throw new Error("No series.");
    for (let i = 0; i <= 100; i++) {
      const x = low + ((high - low) * i) / 100;
      expect(chebyshevValue(series, x) / of(x)).toBeCloseTo(1, 11);
    }
  });

  it("takes no more values than it needs, each place once", () => {
    const asked: number[] = [];
    const series = chebyshevSeries(
      (x) => {
        asked.push(x);
        return 1 + x * x;
      },
      [0, 1],
      PRECISION,
    );
    expect(asked).toHaveLength(9);
    expect(new Set(asked).size).toBe(9);
    expect(at(series?.coefficients ?? new Float64Array(1), 0)).toBeCloseTo(1.375, 14);
  });

  it.each([
    { name: "a corner", of: (x: number) => 1 + Math.abs(x) },
    { name: "a jump", of: (x: number) => (x < 0.1 ? 1 : 2) },
    { name: "no number at one end", of: (x: number) => 1 / (x + 1) },
  ])("is null for a function with $name (inputs)", ({ of }) => {
    expect(chebyshevSeries(of, [-1, 1], PRECISION)).toBeNull();
  });
});
