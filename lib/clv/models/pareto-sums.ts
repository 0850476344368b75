import { gaussLegendre } from "#lib/stats/gauss-legendre.ts";
import { at } from "#lib/stats/typed-array.ts";
import { LONGEST_DECAY, RULE_SIZE } from "./pareto-mixture.ts";

const RULE = gaussLegendre(RULE_SIZE);
/** Enough where the terms fall by no more than e^−8 over five lengths of e, and no pole is near: the last digit of the full rule. */
const SHORT_RULE = gaussLegendre(16);
const SHORT_DECAY = 8;
const SHORT_WIDTH = 5;
const COUNT = 4;

/**
 * Of the mixture of `ParetoMixture`: the mean slopes of its terms' logarithms in (r, alpha, s, beta), and, by rows, the means of their
 * curves and of products of their slopes together.
 */
export type MixtureSums = { readonly slopes: Float64Array; readonly curves: Float64Array };

/** Room for the sums of one customer, to be filled again and again. */
export function emptySums(): MixtureSums {
  return { slopes: new Float64Array(COUNT), curves: new Float64Array(COUNT * COUNT) };
}

/** A customer of k = r + x, t_x and T in weeks, with the other parameters. */
type Term = { k: number; alpha: number; s: number; beta: number; recency: number; age: number };

/**
 * The logarithm of the mixture's sum, and what its derivatives need, in one pass without any list of terms: a fit asks it some ten times
 * of every customer. `fillMixture` tells the same term by term, as a test holds.
 */
export function sumMixture(sums: MixtureSums, term: Term): number {
  const { k, alpha, s, beta, recency, age } = term;
  const start = Math.log(alpha + recency);
  const startBeta = Math.log(beta + recency);
  const width = Math.min(Math.log(alpha + age) - start, LONGEST_DECAY / (k + s));
  const { nodes, weights } = ruleFor(term, width);
  let [total, r1, a1, s1, b1] = [0, 0, 0, 0, 0];
  let [rr, ra, rs, rb, aa, as, ab, ss, sb, bb] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let j = -1; j < nodes.length; j++) {
    const left = j < 0 ? 0 : 1;
    const logA = left ? start + (width / 2) * (1 + at(nodes, j)) : Math.log(alpha + age);
    const toAlpha = Math.exp(logA);
    const toBeta = toAlpha - alpha + beta;
    const logB = Math.log(toBeta);
    const power = Math.exp(-k * (logA - start) - s * (logB - startBeta));
    const share = left ? ((width / 2) * at(weights, j) * toAlpha * s * power) / toBeta : power;
    const [ofR, ofA] = [-logA, -k / toAlpha];
    const [ofS, ofB] = [left / s - logB, -(s + left) / toBeta];
    total += share;
    r1 += share * ofR;
    a1 += share * ofA;
    s1 += share * ofS;
    b1 += share * ofB;
    rr += share * ofR * ofR;
    ra += share * (ofR * ofA - 1 / toAlpha);
    rs += share * ofR * ofS;
    rb += share * ofR * ofB;
    aa += share * (ofA - 1 / toAlpha) * ofA;
    as += share * ofA * ofS;
    ab += share * ofA * ofB;
    ss += share * (ofS * ofS - left / (s * s));
    sb += share * (ofS * ofB - 1 / toBeta);
    bb += share * (ofB - 1 / toBeta) * ofB;
  }
  fill(sums.slopes, total, [r1, a1, s1, b1]);
  fill(sums.curves, total, [rr, ra, rs, rb, ra, aa, as, ab, rs, as, ss, sb, rb, ab, sb, bb]);
  return -k * start - s * startBeta + Math.log(total);
}

/** How many times are needed: few where the terms fall slowly and 1/(β+u) has its pole at least half the way off. */
function ruleFor({ k, alpha, s, beta, recency, age }: Term, width: number) {
  const decay = k * width + s * Math.log((beta + age) / (beta + recency));
  const isSlow = decay <= SHORT_DECAY && width <= SHORT_WIDTH;
  const toPole = beta >= alpha ? width : -Math.log((alpha - beta) / (alpha + recency));
  return isSlow && toPole >= width / 2 ? SHORT_RULE : RULE;
}

function fill(target: Float64Array, total: number, sums: readonly number[]): void {
  for (let i = 0; i < sums.length; i++) target[i] = (sums[i] ?? 0) / total;
}
