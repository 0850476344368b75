import type { PurchaseModel, PurchaseParameters } from "../types.ts";
import { discountedSurvival } from "./discounted-survival.ts";
import { leavingB } from "./leaving-b.ts";

/** `rate`: continuous discount rate per unit of time (ln(1 + annual) / weeks per year); `horizon` may be Infinity if it is above 0. */
export type Discounting = { readonly rate: number; readonly horizon: number };

/**
 * Expected discounted purchases (DET) within a horizon of a customer who is still one, given x repeats by age T.
 *
 * `(r+x) ∫₀^Y e^(−δβ(e^y−1)) e^((1−a)y) ₂F₁(a+b−r−1, a; a+b+x; 1−e^−y) dy`, β = α+T, Y = ln(1 + H/β): the rate of purchase of the
 * living at time β(e^y−1) ahead, discounted continuously, by Gauss–Legendre of 20 nodes, or 40; within 1e-13 relative on CDNOW;
 * where rates are much alike, by `purchasesOverChances`.
 * Without a discount and with a ≤ 1 it has no limit in H, hence a rate or a horizon is demanded. Source: derived from Fader, Hardie,
 * Lee (2005), eq. 10, differentiated in t. Worked: with rate 0 it equals `expectedWhileAlive`, as a test holds to 1e-12.
 */
export function discountedWhileAlive(
  parameters: PurchaseParameters,
  model: PurchaseModel,
  { frequency: x, age: T, rate, horizon }: { frequency: number; age: number } & Discounting,
): number {
  const { r, alpha, a } = parameters;
  const beta = alpha + T;
  const chances = { a, b: leavingB(parameters, model) + x, purchases: r + x };
  return (r + x) * discountedSurvival(chances, { horizon: horizon / beta, rate: rate * beta });
}
