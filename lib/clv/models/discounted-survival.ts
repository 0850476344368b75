import { gaussLegendre } from "#lib/stats/gauss-legendre.ts";
import { at } from "#lib/stats/typed-array.ts";
import { NEARLY_ALIKE_FROM, rateOfNearlyAlike } from "./nearly-alike.ts";
import { isOverChances, purchasesOverChances } from "./purchases-over-chances.ts";

const RULE = gaussLegendre(40);
/** Up to an end of 7 (ten years at an alpha of half a week) and a discount to e^−2 half the nodes are as exact: 5e-15. */
const SHORT_RULE = gaussLegendre(20);
const SHORT_END = 7;
const SHORT_DISCOUNT = 2;
/** With chances to leave so much alike the rate falls steeply where it begins. */
const STEEP_FROM = 10;
const STEEP_PANELS = 4;
const MOST_TERMS = 50_000;
/** Sums are scaled down from here on. */
const LARGE = 1e200;
const LOG_LARGE = Math.log(LARGE);
const PRECISION = 1e-16;
/** Without end in time, the end is where discounting leaves e^−40 of it. */
const LONGEST_DISCOUNT = 40;
/** Purchases discounted below this share add nothing in double precision. */
const LEAST_DISCOUNT_FACTOR = 1e-20;

/** Chances to leave Beta(a, b) of one who has survived their purchases, k of the rate Gamma(k, β); k > −1. */
type Chances = { readonly a: number; readonly b: number; readonly purchases: number };

/** Time in ages β: `horizon` H/β, which may be Infinity if `rate`, δβ, is above 0. */
type Ahead = { readonly horizon: number; readonly rate: number };

/**
 * `∫₀^{H/β} e^(−δβu) E[(1 + pu)^(−k−1)] du` over chances to leave p: k times it is the purchases of the living, and with k − 1 for k it is
 * their time.
 *
 * As `∫₀^Y e^(−δβ(e^y−1)) e^((1−a)y) ₂F₁(a+b−k−1, a; a+b; 1−e^−y) dy`, Y = ln(1 + H/β), by Gauss–Legendre of 20 nodes, or 40;
 * where rates are much alike, by `purchasesOverChances`.
 */
export function discountedSurvival(chances: Chances, ahead: Ahead): number {
  const { a, purchases: k } = chances;
  const { horizon, rate } = ahead;
  if (isOverChances(chances, horizon)) return purchasesOverChances(chances, ahead) / k;
  const end = Math.log1p(Math.min(horizon, LONGEST_DISCOUNT / rate));
  const rateAhead = a < NEARLY_ALIKE_FROM ? rateOfUnlike(chances) : rateOfNearlyAlike(chances);
  const isShort = end <= SHORT_END && rate * horizon <= SHORT_DISCOUNT;
  const discounted = (y: number) => {
    const discount = Math.exp(-rate * Math.expm1(y));
    return discount < LEAST_DISCOUNT_FACTOR ? 0 : discount * rateAhead(y);
  };
  const panels = a < STEEP_FROM ? 1 : STEEP_PANELS;
  return integrate(discounted, { end, panels }, isShort ? SHORT_RULE : RULE);
}

/** From 0 to an end in panels of equal width, by the rule in each. */
function integrate(
  of: (y: number) => number,
  { end, panels }: { end: number; panels: number },
  { nodes, weights }: typeof RULE,
): number {
  const half = end / panels / 2;
  let sum = 0;
  for (let panel = 0; panel < panels; panel++) {
    for (let i = 0; i < nodes.length; i++) {
      const value = of(half * (2 * panel + 1 + at(nodes, i)));
      sum += at(weights, i) * value;
      if (value === 0) return half * sum;
    }
  }
  return half * sum;
}

/**
 * The rate of purchase of the living at u = e^y − 1 ages ahead, over its rate now and times e^y, for chances to leave Beta(a, b) of
 * one who has survived their purchases k: `e^((1−a)y) ₂F₁(a+b−k−1, a; a+b; 1−e^−y)`, or by Euler's transformation
 * `e^(−ky) ₂F₁(k+1, b; a+b; 1−e^−y)` where that converges sooner.
 */
function rateOfUnlike({ a, b, purchases: k }: { a: number; b: number; purchases: number }) {
  const isTransformed = a > k + 1;
  const shape = isTransformed
    ? { first: k + 1, second: b, third: a + b }
    : { first: a + b - k - 1, second: a, third: a + b };
  const power = isTransformed ? -k : 1 - a;
  return (y: number) => {
    const { sum, exponent } = hypergeometric(shape, -Math.expm1(-y));
    return Math.exp(power * y + exponent) * sum;
  };
}

/** ₂F₁(first, second; third; z) by its own series, for 0 ≤ z < 1 and third > 0: `sum · e^exponent`, which may be beyond doubles. */
function hypergeometric(
  { first, second, third }: { first: number; second: number; third: number },
  z: number,
): { sum: number; exponent: number } {
  let term = 1;
  let sum = 1;
  let exponent = 0;
  for (let n = 0; n < MOST_TERMS; n++) {
    term *= (((first + n) * (second + n)) / ((third + n) * (n + 1))) * z;
    sum += term;
    if (Math.abs(term) < PRECISION * Math.abs(sum)) break;
    if (Math.abs(sum) > LARGE) {
      term /= LARGE;
      sum /= LARGE;
      exponent += LOG_LARGE;
    }
  }
  return { sum, exponent };
}
