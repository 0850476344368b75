import { expect, it } from "vitest";
import { gaussLegendre, integrate } from "#lib/stats/gauss-legendre.ts";

it("has two nodes at ∓1/√3 of weight 1 (correctness)", () => {
  const { nodes, weights } = gaussLegendre(2);
  expect([...nodes]).toEqual([
    expect.closeTo(-1 / Math.sqrt(3), 14),
    expect.closeTo(1 / Math.sqrt(3), 14),
  ]);
  expect([...weights]).toEqual([expect.closeTo(1, 14), expect.closeTo(1, 14)]);
});

it("integrates polynomials up to degree 2n − 1 exactly (correctness)", () => {
  const rule = gaussLegendre(5);
  expect(integrate(rule, [0, 2], (x) => x ** 9)).toBeCloseTo(2 ** 10 / 10, 11);
  expect(Math.abs(integrate(rule, [-1, 1], (x) => x ** 10) - 2 / 11)).toBeGreaterThan(1e-4);
});

it("integrates the exponential function with 40 nodes to the last digits", () => {
  expect(Math.abs(integrate(gaussLegendre(40), [0, 3], Math.exp) - Math.expm1(3))).toBeLessThan(
    1e-13,
  );
});
