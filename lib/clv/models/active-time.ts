import type { PurchaseModel, PurchaseParameters } from "../types.ts";
import type { Discounting } from "./discounted-purchases.ts";
import { discountedSurvival } from "./discounted-survival.ts";
import { leavingB } from "./leaving-b.ts";

/**
 * Expected discounted active time within a horizon of a customer who is still one, given x repeats by age T; in the unit of alpha (weeks).
 *
 * `∫₀^H e^(−δt) P(still a customer at t) dt`, where who buys at a rate λ and leaves with a chance p after each purchase is there at t with
 * `e^(−λpt)`; over λ ~ Gamma(r+x, β), β = α+T, and p ~ Beta(a, b+x) that is `E[(1 + pt/β)^(−r−x)]`: the integrand of `discountedWhileAlive`
 * with r + x − 1 in place of r + x, which may be below 0. Between 0 and `(1 − e^(−δH))/δ`. Without a discount and without end it may have no limit.
 * Source: derived from Fader, Hardie, Lee (2005), section 4. Worked: x 2, T 38.86 at CDNOW's (0.243, 4.414, 0.793, 2.426) has
 * 34.25 of the next 39 weeks, undiscounted.
 */
export function discountedActiveTime(
  parameters: PurchaseParameters,
  model: PurchaseModel,
  { frequency: x, age: T, rate, horizon }: { frequency: number; age: number } & Discounting,
): number {
  const { r, alpha, a } = parameters;
  const beta = alpha + T;
  const chances = { a, b: leavingB(parameters, model) + x, purchases: r + x - 1 };
  return beta * discountedSurvival(chances, { horizon: horizon / beta, rate: rate * beta });
}
