import { expect, it } from "vitest";
import { digamma } from "#lib/stats/digamma.ts";
import { logGamma } from "#lib/stats/log-gamma.ts";

// 30 digits by mpmath; relative tolerance, as there is no zero among them.
it.each([
  [0.001, -1000.5755719318103],
  [0.1, -10.423754940411076],
  [0.5, -1.9635100260214235],
  [1, -0.5772156649015329],
  [1.5, 0.03648997397857653],
  [3, 0.9227843350984671],
  [9.99, 2.250700372831201],
  [10, 2.251752589066721],
  [33.3, 3.4904672385202424],
  [1500, 7.312887016719933],
  [1e6, 13.815510057964191],
])("of %d is %d (correctness)", (x, exact) => {
  expect(Math.abs(digamma(x) - exact)).toBeLessThan(1e-13 * Math.max(1, Math.abs(exact)));
});

it("is the slope of ln Γ (consistency)", () => {
  for (const x of [0.3, 1.1, 4.2, 25]) {
    const slope = (logGamma(x + 1e-5) - logGamma(x - 1e-5)) / 2e-5;
    expect(Math.abs(digamma(x) - slope)).toBeLessThan(1e-8);
  }
});
