import { type Evaluation, maximisePositive } from "#lib/stats/damped-newton.ts";
import { digamma } from "#lib/stats/digamma.ts";
import { logGamma } from "#lib/stats/log-gamma.ts";
import { trigamma } from "#lib/stats/trigamma.ts";
import { at } from "#lib/stats/typed-array.ts";
import type { SpendBuckets } from "../spend-buckets.ts";
import type { PooledSpend } from "../types.ts";
import { fitQuality } from "./fit-quality.ts";

/** Stands for an infinite p, where a customer's amounts are all alike, or q, where customers are: so that one formula serves all. */
const WITHOUT_END = 1e12;
/** Means of customers this near to that of all are of one price. */
const UNIFORM_WITHIN = 0.02;
/** Of fewer nobody can say that they pay one price. */
const LEAST_CUSTOMERS = 10;
/** Log-likelihoods this near for each customer say the same. */
const AS_LIKELY = 1e-4;

/** Whether amounts have no spread at all, as where there is one price. */
export function isUniform({ model, parameters }: Pick<PooledSpend, "model" | "parameters">) {
  return model === "common_mean" && parameters.p === WITHOUT_END;
}

/** Whether every mean lies within 2 % of the mean of all. Looks no further than the first that does not. */
export function areUniform(means: Float64Array, mean: number): boolean {
  return means.every((each) => Math.abs(each - mean) <= UNIFORM_WITHIN * mean);
}

/**
 * The one mean of all where at least ten customers have it within 2 %, as with one price or one subscription; null where they do not.
 *
 * Gamma-Gamma has no maximum there: p and q grow without end. Worked: 9.99 for everybody is 9.99, whoever is asked about.
 */
export function uniformSpend({ buckets, customers, meanSpend }: SpendBuckets): PooledSpend | null {
  if (customers < LEAST_CUSTOMERS) return null;
  const isOnePrice = buckets.every(({ repeats, totals }) =>
    areUniform(totals, meanSpend * repeats),
  );
  if (!isOnePrice) return null;
  const unknown = Number.POSITIVE_INFINITY;
  return {
    ...{ model: "common_mean", parameters: alikeParameters(WITHOUT_END, meanSpend) },
    ...{ standardErrors: { p: unknown, q: unknown, v: unknown }, logLikelihood: Number.NaN },
    ...{ logCovariance: null, conditionNumber: 1, gradientPerCustomer: 0 },
    ...{ converged: true, reason: null, customers },
  };
}

/**
 * What Gamma-Gamma comes to where its search runs along without end: customers who do not differ (q → ∞), or each with a price of their
 * own (p → ∞). Null where neither is as likely as what the search had found, within 0.01 of the log-likelihood.
 */
export function limitOfSpend(sorted: SpendBuckets, logLikelihood: number): PooledSpend | null {
  const limits = [commonMean(sorted), ownMeans(sorted)]
    .filter((fit) => fit.converged && fit.parameters.q > 1)
    .filter((fit) => fit.logLikelihood >= logLikelihood - AS_LIKELY * sorted.customers);
  return limits.toSorted((one, other) => other.logLikelihood - one.logLikelihood)[0] ?? null;
}

/**
 * Amounts of all vary as Gamma(p) about one mean μ: every customer is expected at it, whatever they spent.
 *
 * μ is the mean of all purchases, its relative variance 1 / (p Σx); p by maximum likelihood. Of (p, q, v) q is without end and v = μ (q − 1) / p.
 */
function commonMean(sorted: SpendBuckets): PooledSpend {
  const { customers, purchases, meanSpend } = sorted;
  const start = Float64Array.of(1 / spreadOfOne(sorted));
  const maximum = maximisePositive(alikeLikelihood(sorted), start, { cases: customers });
  const quality = fitQuality(maximum);
  const p = at(maximum.parameters, 0);
  const ofP = quality.logCovariance ? at(quality.logCovariance, 0) : 0;
  const ofMean = 1 / (p * purchases);
  const parameters = alikeParameters(p, meanSpend);
  return {
    ...{ ...quality, model: "common_mean", customers, parameters },
    standardErrors: {
      ...{ p: p * Math.sqrt(ofP), q: Number.POSITIVE_INFINITY },
      v: parameters.v * Math.sqrt(ofMean + ofP),
    },
    logCovariance: Float64Array.of(ofP, 0, -ofP, 0, 0, 0, -ofP, 0, ofMean + ofP),
  };
}

/** Mean of x (m/μ − 1)²: what 1/p is about. */
function spreadOfOne({ buckets, customers, meanSpend }: SpendBuckets): number {
  const sum = buckets.reduce(
    (all, { repeats: x, totals }) =>
      totals.reduce((own, total) => own + x * (total / (x * meanSpend) - 1) ** 2, all),
    0,
  );
  return sum / customers;
}

function alikeParameters(p: number, mean: number): PooledSpend["parameters"] {
  return { p, q: WITHOUT_END, v: (mean * (WITHOUT_END - 1)) / p };
}

/** Σ k ln(k/μ) − ln Γ(k) + (k − 1) ln m − k m / μ, k = p x, with derivatives in p. */
function alikeLikelihood({
  buckets,
  meanSpend: mean,
}: SpendBuckets): (p: Float64Array) => Evaluation {
  return ([p = 1]) => {
    let [value, slope, bend] = [0, 0, 0];
    for (const { repeats: x, customers: n, spent, logTotals } of buckets) {
      const k = p * x;
      const logMeans = logTotals - n * Math.log(x);
      value += n * (k * Math.log(k / mean) - logGamma(k)) + (k - 1) * logMeans - (p * spent) / mean;
      slope += x * (n * (Math.log(k / mean) + 1 - digamma(k)) + logMeans) - spent / mean;
      bend += n * x * x * (1 / k - trigamma(k));
    }
    return { value, gradient: Float64Array.of(slope), hessian: Float64Array.of(bend) };
  };
}

/**
 * Each customer pays a price of their own, p without end, and prices vary as an inverse Gamma(q, w): who bought again is expected at
 * their own mean, who did not at w / (q − 1). Of (p, q, v) v is w / p.
 */
function ownMeans(sorted: SpendBuckets): PooledSpend {
  const { customers, buckets } = sorted;
  const sums = {
    customers,
    logs: buckets.reduce(
      (sum, each) => sum + each.logTotals - each.customers * Math.log(each.repeats),
      0,
    ),
    inverses: buckets.reduce(
      (sum, { repeats, totals }) => totals.reduce((own, total) => own + repeats / total, sum),
      0,
    ),
  };
  const start = Float64Array.of(2, (2 * customers) / sums.inverses);
  const maximum = maximisePositive(pricesLikelihood(sums), start, { cases: customers });
  const { standardErrors, logCovariance, ...quality } = fitQuality(maximum);
  const [q, w] = [at(maximum.parameters, 0), at(maximum.parameters, 1)];
  const [qq, qw, wq, ww] = logCovariance ?? [];
  return {
    ...{ ...quality, model: "own_mean", customers },
    parameters: { p: WITHOUT_END, q, v: w / WITHOUT_END },
    standardErrors: {
      ...{ p: Number.POSITIVE_INFINITY, q: at(standardErrors, 0) },
      v: at(standardErrors, 1) / WITHOUT_END,
    },
    logCovariance:
      logCovariance && Float64Array.of(0, 0, 0, 0, qq ?? 0, qw ?? 0, 0, wq ?? 0, ww ?? 0),
  };
}

type PriceSums = { customers: number; logs: number; inverses: number };

/** n (q ln w − ln Γ(q)) − (q + 1) Σ ln m − w Σ 1/m, with derivatives in (q, w). */
function pricesLikelihood({
  customers: n,
  logs,
  inverses,
}: PriceSums): (parameters: Float64Array) => Evaluation {
  return ([q = 1, w = 1]) => ({
    value: n * (q * Math.log(w) - logGamma(q)) - (q + 1) * logs - w * inverses,
    gradient: Float64Array.of(n * (Math.log(w) - digamma(q)) - logs, (n * q) / w - inverses),
    hessian: Float64Array.of(-n * trigamma(q), n / w, n / w, (-n * q) / w ** 2),
  });
}
