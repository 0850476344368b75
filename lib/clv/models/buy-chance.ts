import { gaussLegendre, integrate } from "#lib/stats/gauss-legendre.ts";
import type { ParetoParameters, PurchaseParameters } from "../types.ts";

const RULE = gaussLegendre(40);

type Ahead = { frequency: number; age: number; period: number };

/**
 * Chance, 0..1, that a customer who is still one buys in the next `period`: `1 − ((α+T)/(α+T+t))^(r+x)`; times in the unit of alpha.
 *
 * Of BG/NBD and MBG/NBD alike: one leaves only after a purchase, so the wait for the next one is exponential with a rate that
 * is Gamma(r+x, α+T) given the data. Worked: x 2, T 38.86, t 39 at (0.243, 4.414, …) gives 0.7633.
 */
export function buyChanceWhileAlive(
  { r, alpha }: PurchaseParameters,
  { frequency: x, age: T, period: t }: Ahead,
): number {
  return -Math.expm1((r + x) * Math.log((alpha + T) / (alpha + T + t)));
}

/**
 * The same for Pareto/NBD, whose customers may leave before they buy: `∫ (r+x)/(α+T+u) · ((α+T)/(α+T+u))^(r+x) · ((β+T)/(β+T+u))^s du`.
 *
 * By 40-point Gauss–Legendre in ln(1 + u/(α+T)). Worked: where hardly anybody leaves (s near 0) it is `buyChanceWhileAlive`.
 */
export function paretoBuyChanceWhileAlive(
  { r, alpha, s, beta }: ParetoParameters,
  { frequency: x, age: T, period: t }: Ahead,
): number {
  const from = alpha + T;
  const purchases = r + x;
  const stayed = (y: number) => ((beta + T) / (beta + T + from * Math.expm1(y))) ** s;
  return integrate(
    RULE,
    [0, Math.log1p(t / from)],
    (y) => purchases * Math.exp(-purchases * y) * stayed(y),
  );
}
