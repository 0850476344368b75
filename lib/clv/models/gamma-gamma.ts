import { type Evaluation, type Maximum, maximisePositive } from "#lib/stats/damped-newton.ts";
import { digamma } from "#lib/stats/digamma.ts";
import { logGamma } from "#lib/stats/log-gamma.ts";
import { trigamma } from "#lib/stats/trigamma.ts";
import { at } from "#lib/stats/typed-array.ts";
import {
  everyNthSpender,
  type SpendBucket,
  type SpendBuckets,
  spendBuckets,
} from "../spend-buckets.ts";
import type { PooledSpend, PurchaseHistory, SpendFit, SpendParameters } from "../types.ts";
import { fitQuality } from "./fit-quality.ts";
import { limitOfSpend, uniformSpend } from "./spend-limits.ts";

/** A product beyond these gives way to its logarithm; a factor is far between 1e-100 and 1e100. */
const LARGEST_PRODUCT = 1e200;
const SMALLEST_PRODUCT = 1e-200;
/** Of a shrunk mean, whose parameters are chosen and not fitted. */
const UNKNOWN_ERRORS = {
  p: Number.POSITIVE_INFINITY,
  q: Number.POSITIVE_INFINITY,
  v: Number.POSITIVE_INFINITY,
};
const PART_STEP = 8;
const LEAST_FOR_PART = 20_000;
/** Purchases of others that weigh as much as a customer's own, where Gamma-Gamma cannot say how much. */
const SHRINK_BY_PURCHASES = 2;

/**
 * The Gamma-Gamma fit of mean spend per repeat purchase (> 0), in the unit of the spend; a shrunk mean where it has no finite mean, and
 * its limits where there is one price, or customers or their own amounts do not differ.
 *
 * A customer's purchases vary as Gamma(p, ν), their ν as Gamma(q, v). Spend must not depend on frequency: see `checkSpend`.
 * Null where nobody has a repeat purchase with an amount. Source: Fader and Hardie (2013), The Gamma-Gamma model of monetary value, note 025, eq. 1a.
 * Worked: CDNOW's sample (946 repeaters) gives p 6.2496, q 3.7442, v 15.4435, log-likelihood −4055.9177 (reference test).
 */
export function fitSpend(history: PurchaseHistory): SpendFit | null {
  const fit = fitBuckets(spendBuckets(history));
  return fit && { ...fit, bands: null };
}

/** The same of customers sorted by their repeats. */
export function fitBuckets(sorted: SpendBuckets): PooledSpend | null {
  const { customers, meanSpend, purchases } = sorted;
  if (customers === 0) return null;
  const uniform = uniformSpend(sorted);
  if (uniform) return uniform;
  const maximum = maximiseSpend(sorted);
  const quality = fitQuality(maximum);
  const parameters = spendParameters(maximum.parameters);
  const fit = { ...quality, standardErrors: spendParameters(quality.standardErrors), customers };
  if (isUsable(parameters) && quality.converged)
    return { model: "gamma_gamma", parameters, ...fit };
  const limit = quality.converged ? null : limitOfSpend(sorted, quality.logLikelihood);
  if (limit) return limit;
  const shrunk = { parameters: shrunkMean(meanSpend, purchases), logCovariance: null };
  return { model: "shrunk_mean", ...fit, ...shrunk, standardErrors: UNKNOWN_ERRORS };
}

/** The search of many customers begins where that of every eighth ends. */
function maximiseSpend(sorted: SpendBuckets): Maximum {
  const { buckets, customers, meanSpend } = sorted;
  const part =
    customers < LEAST_FOR_PART ? null : maximiseSpend(everyNthSpender(sorted, PART_STEP));
  // E[spend] = p v / (q − 1) is the mean of all at this start, whatever the currency.
  const start = part?.reason === null ? part.parameters : Float64Array.of(2, 2, meanSpend / 2);
  return maximisePositive(spendLikelihood(buckets), start, { cases: customers });
}

/**
 * A shrunk mean where spend goes with frequency and customers are too few for bands of it: each customer's own mean, drawn towards that of an average customer by two purchases.
 *
 * The mean of all is one over customers, not purchases: else those who buy most would set what is expected of those who bought once.
 * Null as of `fitSpend`. Worked: customers with means 10 (twice) and 40 (8 times) have 25 in common; the first is expected at 17.5.
 */
export function fitDependentSpend(sorted: SpendBuckets): PooledSpend | null {
  const { buckets, customers, purchases } = sorted;
  if (customers === 0) return null;
  const means = buckets.reduce(
    (sum, { repeats, totals }) => sum + totals.reduce((all, total) => all + total, 0) / repeats,
    0,
  );
  return {
    ...{ model: "shrunk_mean", parameters: shrunkMean(means / customers, purchases) },
    ...{ standardErrors: UNKNOWN_ERRORS, logLikelihood: Number.NaN },
    ...{ logCovariance: null, conditionNumber: 1, gradientPerCustomer: 0 },
    ...{ converged: true, reason: null, customers },
  };
}

/**
 * Expected spend per purchase of a customer with x repeat purchases of a mean amount; the mean of all for x = 0.
 *
 * Source: Fader and Hardie (2013), note 025, eq. 5. Worked: x 2, mean 22.35 at (6.25, 3.74, 15.44) gives 24.66; x 0 gives 35.22.
 */
export function expectedSpend(
  { p, q, v }: SpendParameters,
  { repeats: x, meanSpend: m }: { repeats: number; meanSpend: number },
): number {
  const known = m > 0 ? x : 0;
  return (p * (v + known * m)) / (p * known + q - 1);
}

/**
 * Log-likelihood of Gamma-Gamma with exact derivatives in (p, q, v).
 *
 * `Σ ln Γ(px+q) − ln Γ(px) − ln Γ(q) + q ln v + (px−1) ln m + px ln x − (px+q) ln(xm+v)`. Worked: one customer, x 2, m 30, at
 * (6, 4, 15) gives −3.9114675784.
 */
export function spendLikelihood(
  buckets: readonly SpendBucket[],
): (parameters: Float64Array) => Evaluation {
  return (parameters) => {
    const evaluation = { value: 0, gradient: new Float64Array(3), hessian: new Float64Array(9) };
    for (const bucket of buckets) addBucket(evaluation, bucket, parameters);
    return evaluation;
  };
}

function addBucket(evaluation: Evaluation, bucket: SpendBucket, parameters: Float64Array): void {
  const { repeats: x, customers: n, logTotals } = bucket;
  const [p, q, v] = [at(parameters, 0), at(parameters, 1), at(parameters, 2)];
  const shape = p * x + q;
  const { logs, inverses, squares } = sumsOver(bucket.totals, v);
  evaluation.value +=
    n * (logGamma(shape) - logGamma(p * x) - logGamma(q) + q * Math.log(v) + Math.log(x)) +
    (p * x - 1) * logTotals -
    shape * logs;
  add(evaluation.gradient, [
    x * (n * (digamma(shape) - digamma(p * x)) + logTotals - logs),
    n * (digamma(shape) - digamma(q) + Math.log(v)) - logs,
    (n * q) / v - shape * inverses,
  ]);
  const [pq, pv, qv] = [n * x * trigamma(shape), -x * inverses, n / v - inverses];
  const pp = n * x * x * (trigamma(shape) - trigamma(p * x));
  const qq = n * (trigamma(shape) - trigamma(q));
  const vv = shape * squares - (n * q) / v ** 2;
  add(evaluation.hessian, [pp, pq, pv, pq, qq, qv, pv, qv, vv]);
}

/** Σ ln(total + v), Σ 1/(total + v) and Σ of its square. */
function sumsOver(totals: Float64Array, v: number) {
  let [logs, product, inverses, squares] = [0, 1, 0, 0];
  for (let i = 0; i < totals.length; i++) {
    const sum = at(totals, i) + v;
    const inverse = 1 / sum;
    inverses += inverse;
    squares += inverse * inverse;
    product *= sum;
    if (product > LARGEST_PRODUCT || product < SMALLEST_PRODUCT) {
      logs += Math.log(product);
      product = 1;
    }
  }
  return { logs: logs + Math.log(product), inverses, squares };
}

function add(target: Float64Array, terms: readonly number[]): void {
  for (const [i, term] of terms.entries()) target[i] = at(target, i) + term;
}

function spendParameters(column: Float64Array): SpendParameters {
  return { p: at(column, 0), q: at(column, 1), v: at(column, 2) };
}

/** Up to q = 1 the mean over customers is infinite, and expectations turn negative. */
function isUsable({ q }: SpendParameters): boolean {
  return q > 1;
}

/** (n₀ μ + Σm) / (n₀ + x), written as Gamma-Gamma's expectation with p = 1, q = n₀ + 1, v = n₀ μ. */
function shrunkMean(meanSpend: number, purchases: number): SpendParameters {
  const weight = Math.min(SHRINK_BY_PURCHASES, purchases);
  return { p: 1, q: weight + 1, v: weight * meanSpend };
}
