import type { Evaluation } from "#lib/stats/damped-newton.ts";
import { digamma } from "#lib/stats/digamma.ts";
import { logGamma } from "#lib/stats/log-gamma.ts";
import { trigamma } from "#lib/stats/trigamma.ts";
import { at, intAt } from "#lib/stats/typed-array.ts";
import type { Bucket, PurchaseCells } from "../purchase-cells.ts";
import { emptyMixture, fillMixture, type ParetoMixture } from "./pareto-mixture.ts";

/** Places of the parameters r, alpha, s, beta in gradient and (by rows) Hessian. */
const [R, ALPHA, S, BETA] = [0, 1, 2, 3] as const;
const COUNT = 4;

/**
 * Log-likelihood of Pareto/NBD with its first and second derivatives in (r, alpha, s, beta), all > 0.
 *
 * `L = Γ(r+x)/Γ(r) · α^r β^s · Σ terms` of `ParetoMixture`: so the slope is the mean slope of the terms' logarithms over the mixture,
 * and the curve the mean of their curves plus the covariance of their slopes. Source: Schmittlein, Morrison, Colombo (1987), Counting
 * your customers, Management Science 33, eq. A5. Worked: CDNOW's sample at (0.5533, 10.5777, 0.6062, 11.6687) gives −9594.9762.
 */
export function paretoLikelihood(cells: PurchaseCells): (parameters: Float64Array) => Evaluation {
  const mixture = emptyMixture();
  return (parameters) => {
    const evaluation = {
      value: 0,
      gradient: new Float64Array(COUNT),
      hessian: new Float64Array(COUNT * COUNT),
    };
    for (const bucket of cells.buckets) {
      addCounts(evaluation, bucket, parameters);
      addTimes(evaluation, bucket, { parameters, mixture, daysPerUnit: cells.daysPerUnit });
    }
    return evaluation;
  };
}

/** n · ln [Γ(r+x)/Γ(r) · α^r β^s]. */
function addCounts(
  evaluation: Evaluation,
  { repeats: x, customers: n }: Bucket,
  parameters: Float64Array,
): void {
  const [r, alpha] = [at(parameters, R), at(parameters, ALPHA)];
  const [s, beta] = [at(parameters, S), at(parameters, BETA)];
  evaluation.value +=
    n * (logGamma(r + x) - logGamma(r) + r * Math.log(alpha) + s * Math.log(beta));
  addTo(evaluation.gradient, R, n * (digamma(r + x) - digamma(r) + Math.log(alpha)));
  addTo(evaluation.gradient, ALPHA, (n * r) / alpha);
  addTo(evaluation.gradient, S, n * Math.log(beta));
  addTo(evaluation.gradient, BETA, (n * s) / beta);
  addCurve(evaluation, R, R, n * (trigamma(r + x) - trigamma(r)));
  addCurve(evaluation, R, ALPHA, n / alpha);
  addCurve(evaluation, ALPHA, ALPHA, (-n * r) / alpha ** 2);
  addCurve(evaluation, S, BETA, n / beta);
  addCurve(evaluation, BETA, BETA, (-n * s) / beta ** 2);
}

type Point = { parameters: Float64Array; mixture: ParetoMixture; daysPerUnit: number };

function addTimes(
  evaluation: Evaluation,
  { repeats, lastDays, ageDays, weights }: Bucket,
  { parameters, mixture, daysPerUnit }: Point,
): void {
  const [r, alpha] = [at(parameters, R), at(parameters, ALPHA)];
  const [s, beta] = [at(parameters, S), at(parameters, BETA)];
  for (let i = 0; i < lastDays.length; i++) {
    const weight = weights ? at(weights, i) : 1;
    fillMixture(
      mixture,
      { r, alpha, s, beta },
      {
        frequency: repeats,
        recency: intAt(lastDays, i) / daysPerUnit,
        age: intAt(ageDays, i) / daysPerUnit,
      },
    );
    evaluation.value += weight * mixture.logSum;
    addMixture(evaluation, mixture, { weight, exponent: r + repeats, alpha, s, beta });
  }
}

type Term = { weight: number; exponent: number; alpha: number; s: number; beta: number };

function addMixture(
  evaluation: Evaluation,
  { times, shares }: ParetoMixture,
  { weight, exponent, alpha, s, beta }: Term,
): void {
  const means = new Float64Array(COUNT);
  const slopes = new Float64Array(COUNT);
  for (let j = 0; j < times.length; j++) {
    const share = at(shares, j);
    const [toAlpha, toBeta] = [alpha + at(times, j), beta + at(times, j)];
    const hasLeft = j === 0 ? 0 : 1;
    slopes[R] = -Math.log(toAlpha);
    slopes[ALPHA] = -exponent / toAlpha;
    slopes[S] = -Math.log(toBeta) + hasLeft / s;
    slopes[BETA] = -(s + hasLeft) / toBeta;
    addProducts(evaluation.hessian, slopes, weight * share);
    for (let k = 0; k < COUNT; k++) addTo(means, k, share * at(slopes, k));
    addCurve(evaluation, R, ALPHA, (-weight * share) / toAlpha);
    addCurve(evaluation, ALPHA, ALPHA, (weight * share * exponent) / toAlpha ** 2);
    addCurve(evaluation, S, S, (-weight * share * hasLeft) / s ** 2);
    addCurve(evaluation, S, BETA, (-weight * share) / toBeta);
    addCurve(evaluation, BETA, BETA, (weight * share * (s + hasLeft)) / toBeta ** 2);
  }
  for (let k = 0; k < COUNT; k++) addTo(evaluation.gradient, k, weight * at(means, k));
  addProducts(evaluation.hessian, means, -weight);
}

/** Adds factor · v vᵀ. */
function addProducts(hessian: Float64Array, v: Float64Array, factor: number): void {
  for (let i = 0; i < COUNT; i++)
    for (let j = 0; j < COUNT; j++) addTo(hessian, i * COUNT + j, factor * at(v, i) * at(v, j));
}

/** Adds to a place of the Hessian and the one across. */
function addCurve({ hessian }: Evaluation, i: number, j: number, curve: number): void {
  addTo(hessian, i * COUNT + j, curve);
  if (i !== j) addTo(hessian, j * COUNT + i, curve);
}

function addTo(target: Float64Array, place: number, term: number): void {
  target[place] = at(target, place) + term;
}
