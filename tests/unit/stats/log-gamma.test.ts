import { expect, it } from "vitest";
import { logGamma } from "#lib/stats/log-gamma.ts";

// 30 digits by mpmath; relative tolerance as the docstring states it, also where ln Γ is nearly 0.
it.each([
  [0.001, 6.907178885383854],
  [0.1, 2.252712651734206],
  [0.5, 0.5723649429247001],
  [0.9999999, 5.772157468444193e-8],
  [1.0000001, -5.772155829918507e-8],
  [1.2, -0.08537409000331583],
  [1.2499, -0.09824908508160846],
  [1.5, -0.12078223763524522],
  [1.75, -0.08440112102048555],
  [1.9999999, -4.22784303098613e-8],
  [2.1, 0.04543773854448518],
  [2.2499, 0.1248144630324305],
  [5, 3.1780538303479458],
  [9.99, 12.779315214350193],
  [33.3, 82.60372358165495],
  [1500, 9467.092964530666],
  [1e6, 12_815_504.569147611],
])("of %d is %d (correctness)", (x, exact) => {
  expect(Math.abs(logGamma(x) / exact - 1)).toBeLessThan(x === Math.round(x) ? 2e-14 : 1e-12);
});

it("is 0 at 1 and 2", () => {
  expect(logGamma(1)).toBe(0);
  expect(logGamma(2)).toBe(0);
});

it("grows by ln x from x to x + 1, across every change of method (consistency)", () => {
  for (let x = 0.05; x < 30; x += 0.05)
    expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x))).toBeLessThan(1e-13 * (1 + x));
});
