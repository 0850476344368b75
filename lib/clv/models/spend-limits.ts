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
/** Up to 1 an inverse Gamma has no mean, and a delta method needs room beside it. */
const LEAST_Q = 1.01;
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
  const limits = [differBeyondChance(sorted) ? null : commonMean(sorted), ownMeans(sorted)]
    .filter((fit) => fit !== null)
    .filter((fit) => fit.converged)
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

/** Standard errors of a slope from which on it is more than chance. */
const BEYOND_CHANCE = 2;

/**
 * Whether customers' own means lie further from that of all than amounts by chance would: x (m/μ − 1)² then grows with x. By the slope of
 * its regression on x, with standard errors that hold for any variance (White 1980). Not to be told where all have as many purchases.
 */
export function differBeyondChance({ buckets, customers, meanSpend }: SpendBuckets): boolean {
  const meanX =
    buckets.reduce((sum, { repeats, customers: n }) => sum + repeats * n, 0) / customers;
  const eachSquare = (of: (square: number, ahead: number) => number) =>
    buckets.reduce(
      (all, { repeats: x, totals }) =>
        totals.reduce(
          (own, total) => own + of(x * (total / (x * meanSpend) - 1) ** 2, x - meanX),
          all,
        ),
      0,
    );
  const spread = eachSquare((_, ahead) => ahead ** 2);
  if (spread === 0) return false;
  const mean = eachSquare((square) => square) / customers;
  const slope = eachSquare((square, ahead) => ahead * square) / spread;
  const rest = (square: number, ahead: number) => ahead * (square - mean - slope * ahead);
  const error = Math.sqrt(eachSquare((square, ahead) => rest(square, ahead) ** 2)) / spread;
  return slope > BEYOND_CHANCE * error;
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
 * Each customer pays a price of their own, p without end: who bought again is expected at their own mean, who did not at the mean of
 * customers μ, each counted once.
 *
 * Prices vary as an inverse Gamma(q, w) by maximum likelihood, but its mean w / (q − 1) is far from μ where there are a few plans, so of
 * (p, q, v) v is μ (q − 1) / p, and μ has the relative variance of the prices over their number. Null where the maximum has no finite mean.
 */
function ownMeans(sorted: SpendBuckets): PooledSpend | null {
  const { customers, buckets } = sorted;
  const overMeans = (of: (mean: number) => number) =>
    buckets.reduce(
      (sum, { repeats, totals }) => totals.reduce((own, total) => own + of(total / repeats), sum),
      0,
    );
  const mean = overMeans((each) => each) / customers;
  const sums = { customers, logs: overMeans(Math.log), inverses: overMeans((each) => 1 / each) };
  const start = Float64Array.of(2, (2 * customers) / sums.inverses);
  const maximum = maximisePositive(pricesLikelihood(sums), start, { cases: customers });
  const q = at(maximum.parameters, 0);
  if (!(q > LEAST_Q)) return null;
  const { standardErrors, ...quality } = fitQuality(maximum);
  const v = (mean * (q - 1)) / WITHOUT_END;
  const ofMean = overMeans((each) => (each / mean - 1) ** 2) / customers ** 2;
  return {
    ...{ ...quality, model: "own_mean", customers, parameters: { p: WITHOUT_END, q, v } },
    standardErrors: {
      ...{ p: Number.POSITIVE_INFINITY, q: at(standardErrors, 0) },
      v: v * Math.sqrt(ofMean),
    },
    logCovariance: Float64Array.of(0, 0, 0, 0, 0, 0, 0, 0, ofMean),
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
