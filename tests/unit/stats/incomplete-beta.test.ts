import { expect, it } from "vitest";
import { incompleteBeta } from "#lib/stats/incomplete-beta.ts";

// 30 digits by mpmath; relative tolerance.
it.each([
  [0.5, 2, 3, 0.6875],
  [0.2, 1, 4, 0.5904],
  [0.9, 0.5, 0.5, 0.7951672353008665],
  [0.01, 0.25, 8, 0.5718605181955039],
  [0.7, 300, 120, 0.2556302037908942],
  [0.999, 2, 0.1, 0.4487441617333632],
])("at %d with shapes %d and %d is %d (correctness)", (x, a, b, exact) => {
  expect(Math.abs(incompleteBeta(x, a, b) / exact - 1)).toBeLessThan(1e-12);
});

it("is 0 and 1 at the ends, and turns round with its shapes (consistency)", () => {
  expect(incompleteBeta(0, 2, 3)).toBe(0);
  expect(incompleteBeta(1, 2, 3)).toBe(1);
  for (const x of [0.05, 0.3, 0.77])
    expect(incompleteBeta(x, 4.5, 1.5)).toBeCloseTo(1 - incompleteBeta(1 - x, 1.5, 4.5), 13);
});
