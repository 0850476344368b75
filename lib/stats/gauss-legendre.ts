import { at } from "./typed-array.ts";

/** Places and weights of a quadrature rule on −1 to 1. */
export type QuadratureRule = { readonly nodes: Float64Array; readonly weights: Float64Array };

/**
 * Gauss–Legendre rule with `count` nodes: exact for polynomials of degree 2 · count − 1; nodes and weights within 1e-14.
 *
 * Source: Abramowitz and Stegun (1964), 25.4.29, by Newton's method on the Legendre polynomial.
 * Worked: 2 nodes are ∓1/√3 = ∓0.5773502692, each of weight 1.
 */
export function gaussLegendre(count: number): QuadratureRule {
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const node = rootNear(-Math.cos((Math.PI * (i + 0.75)) / (count + 0.5)), count);
    const { slope } = legendre(count, node);
    nodes[i] = node;
    weights[i] = 2 / ((1 - node * node) * slope * slope);
  }
  return { nodes, weights };
}

/** ∫ of `f` from `low` to `high` by a rule. */
export function integrate(
  { nodes, weights }: QuadratureRule,
  [low, high]: readonly [low: number, high: number],
  f: (x: number) => number,
): number {
  const half = (high - low) / 2;
  let sum = 0;
  for (let i = 0; i < nodes.length; i++) sum += at(weights, i) * f(low + half * (1 + at(nodes, i)));
  return half * sum;
}

function rootNear(start: number, degree: number): number {
  let x = start;
  for (let step = 0; step < 100; step++) {
    const { value, slope } = legendre(degree, x);
    x -= value / slope;
    if (Math.abs(value / slope) < 1e-15) break;
  }
  return x;
}

function legendre(degree: number, x: number): { value: number; slope: number } {
  let before = 1;
  let value = x;
  for (let j = 2; j <= degree; j++)
    [before, value] = [value, ((2 * j - 1) * x * value - (j - 1) * before) / j];
  return { value, slope: (degree * (x * value - before)) / (x * x - 1) };
}
