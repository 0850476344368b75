import type { PurchaseModel, PurchaseParameters } from "../types.ts";
import { discountedWhileAlive } from "./discounted-purchases.ts";
import { leavingB } from "./leaving-b.ts";
import { expectedOfNearlyAlike, NEARLY_ALIKE_FROM } from "./nearly-alike.ts";
import { isOverChances, purchasesOverChances } from "./purchases-over-chances.ts";

const MOST_TERMS = 100_000;
const PRECISION = 1e-16;
/** Beyond e^−300 the two factors of the series go below and above what doubles hold. */
const FURTHEST_LOG = 300;

/**
 * Expected purchases in the next `period` of a customer who is still one, given x repeats by age T; all times in the unit of alpha.
 *
 * With z = t/(α+T+t), L = ln(1−z), c = a+b+x−1 (b + 1 for b in MBG/NBD):
 * `E = c · (1 − e^((a−1)L))/(a−1) − e^((a−1)L) · c S`, `S = Σ_{n≥1} (a+b−1−r)_n (a)_{n−1} / ((c)_n n!) zⁿ`.
 * It is Fader, Hardie, Lee (2005), eq. 10, by Euler's transformation of ₂F₁: finite at a = 1 and for thousands of repeats,
 * 1e-12 relative; where the series cancels, as for rates much alike, by `purchasesOverChances`. Worked: x 2, T 38.86, t 39 at (0.243, 4.414, 0.793, 2.426) times P(alive) of t_x 30.43 gives 1.226.
 */
export function expectedWhileAlive(
  parameters: PurchaseParameters,
  model: PurchaseModel,
  { frequency: x, age: T, period: t }: { frequency: number; age: number; period: number },
): number {
  const { r, alpha, a } = parameters;
  const b = leavingB(parameters, model);
  const chances = { a, b: b + x, purchases: r + x };
  const ahead = { horizon: t / (alpha + T), rate: 0 };
  if (isOverChances(chances, ahead.horizon)) return purchasesOverChances(chances, ahead);
  if (a >= NEARLY_ALIKE_FROM) return expectedOfNearlyAlike(chances, ahead.horizon);
  const z = t / (alpha + T + t);
  const logRest = Math.log1p(-z);
  if ((1 - a) * logRest > FURTHEST_LOG)
    return discountedWhileAlive(parameters, model, {
      ...{ frequency: x, age: T },
      ...{ rate: 0, horizon: t },
    });
  const c = a + b + x - 1;
  const rest = Math.exp((a - 1) * logRest);
  return c * powerIntegral(a - 1, logRest) - rest * series({ r, a, b, c, z });
}

/** (1 − e^(power · L)) / power, and −L as the power goes to 0. */
function powerIntegral(power: number, logRest: number): number {
  if (Math.abs(power * logRest) < 1e-12) return -logRest;
  return -Math.expm1(power * logRest) / power;
}

/** c · S of the docstring; multiplied out, so that c = 0 (a + b = 1 at the first purchase) is no exception. */
function series({ r, a, b, c, z }: { r: number; a: number; b: number; c: number; z: number }) {
  const first = a + b - 1 - r;
  let term = first * z;
  let sum = term;
  for (let n = 1; n < MOST_TERMS; n++) {
    term *= ((first + n) / (c + n)) * ((a - 1 + n) / (n + 1)) * z;
    sum += term;
    if (Math.abs(term) <= PRECISION * Math.abs(sum)) break;
  }
  return sum;
}
