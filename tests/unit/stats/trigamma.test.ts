import { expect, it } from "vitest";
import { digamma } from "#lib/stats/digamma.ts";
import { trigamma } from "#lib/stats/trigamma.ts";

// 30 digits by mpmath; relative tolerance.
it.each([
  [0.001, 1_000_001.6425331958],
  [0.1, 101.43329915079275],
  [0.5, 4.934802200544679],
  [1, 1.6449340668482264],
  [1.5, 0.9348022005446793],
  [3, 0.39493406684822646],
  [9.99, 0.10527695014824177],
  [10, 0.10516633568168575],
  [33.3, 0.030485444095338887],
  [1500, 0.0006668889382716005],
  [1e6, 0.0000010000005000001667],
])("of %d is %d (correctness)", (x, exact) => {
  expect(Math.abs(trigamma(x) / exact - 1)).toBeLessThan(1e-13);
});

it("is the slope of ψ (consistency)", () => {
  for (const x of [0.3, 1.1, 4.2, 25]) {
    const slope = (digamma(x + 1e-5) - digamma(x - 1e-5)) / 2e-5;
    expect(Math.abs(trigamma(x) / slope - 1)).toBeLessThan(1e-7);
  }
});
