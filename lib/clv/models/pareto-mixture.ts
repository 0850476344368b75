import { gaussLegendre } from "#lib/stats/gauss-legendre.ts";
import { at } from "#lib/stats/typed-array.ts";
import type { ParetoParameters } from "../types.ts";

/** Times between t_x and T. */
export const RULE_SIZE = 40;
const RULE = gaussLegendre(RULE_SIZE);
/** Beyond e^−45 of its start the integrand adds nothing in double precision, and a rule over more of it loses digits. */
export const LONGEST_DECAY = 45;

/**
 * The likelihood of a customer's times as a sum of weighted powers: alive at age T, or left at one of 40 times between t_x and T.
 *
 * `times` in weeks; each term is `weight · (α+u)^−(r+x) · (β+u)^−(s+1) · s`, the first `(α+T)^−(r+x) · (β+T)^−s`. `shares` add up to 1 and
 * `logSum` is the logarithm of the sum. The times are of Gauss–Legendre in ln(α+u), so that no ₂F₁ is needed and none overflows.
 */
export type ParetoMixture = {
  readonly times: Float64Array;
  readonly shares: Float64Array;
  logSum: number;
};

/** Room for the mixture of one customer, to be filled again and again. */
export function emptyMixture(): ParetoMixture {
  const size = RULE.nodes.length + 1;
  return { times: new Float64Array(size), shares: new Float64Array(size), logSum: 0 };
}

/** Fills a mixture for a customer of x repeats, t_x and T in weeks; place 0 is "alive". Source: Schmittlein, Morrison, Colombo (1987), eq. A5, before integration. */
export function fillMixture(
  mixture: ParetoMixture,
  { r, alpha, s, beta }: ParetoParameters,
  { frequency: x, recency: tx, age: T }: { frequency: number; recency: number; age: number },
): void {
  const { times, shares } = mixture;
  const start = Math.log(alpha + tx);
  const width = Math.min(Math.log(alpha + T) - start, LONGEST_DECAY / (r + x + s));
  const logOf = (u: number) => -(r + x) * Math.log(alpha + u) - s * Math.log(beta + u);
  const top = logOf(tx);
  times[0] = T;
  shares[0] = Math.exp(logOf(T) - top);
  let sum = at(shares, 0);
  for (let j = 1; j < times.length; j++) {
    const u = Math.exp(start + (width / 2) * (1 + at(RULE.nodes, j - 1))) - alpha;
    const step = (width / 2) * at(RULE.weights, j - 1) * (alpha + u);
    const share = (step * s * Math.exp(logOf(u) - top)) / (beta + u);
    times[j] = u;
    shares[j] = share;
    sum += share;
  }
  for (let j = 0; j < shares.length; j++) shares[j] = at(shares, j) / sum;
  mixture.logSum = top + Math.log(sum);
}
