import type { Evaluation } from "#lib/stats/damped-newton.ts";
import { digamma } from "#lib/stats/digamma.ts";
import { logGamma } from "#lib/stats/log-gamma.ts";
import { trigamma } from "#lib/stats/trigamma.ts";
import { at, intAt } from "#lib/stats/typed-array.ts";
import type { Bucket, PurchaseCells } from "../purchase-cells.ts";
import { emptySums, type MixtureSums, sumMixture } from "./pareto-sums.ts";

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
  const sums = emptySums();
  return (parameters) => {
    const evaluation = {
      value: 0,
      gradient: new Float64Array(COUNT),
      hessian: new Float64Array(COUNT * COUNT),
    };
    for (const bucket of cells.buckets) {
      addCounts(evaluation, bucket, parameters);
      addTimes(evaluation, bucket, { parameters, sums, daysPerUnit: cells.daysPerUnit });
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

type Point = { parameters: Float64Array; sums: MixtureSums; daysPerUnit: number };

function addTimes(
  evaluation: Evaluation,
  { repeats, lastDays, ageDays, weights }: Bucket,
  { parameters, sums, daysPerUnit }: Point,
): void {
  const [r, alpha] = [at(parameters, R), at(parameters, ALPHA)];
  const [s, beta] = [at(parameters, S), at(parameters, BETA)];
  for (let i = 0; i < lastDays.length; i++) {
    const weight = weights ? at(weights, i) : 1;
    const recency = intAt(lastDays, i) / daysPerUnit;
    const age = intAt(ageDays, i) / daysPerUnit;
    evaluation.value += weight * sumMixture(sums, { k: r + repeats, alpha, s, beta, recency, age });
    addMixture(evaluation, sums, weight);
  }
}

/** The slope is the mean slope of the terms, the curve their mean curve and the covariance of their slopes. */
function addMixture(
  { gradient, hessian }: Evaluation,
  { slopes, curves }: MixtureSums,
  weight: number,
): void {
  for (let i = 0; i < COUNT; i++) {
    const slope = at(slopes, i);
    gradient[i] = at(gradient, i) + weight * slope;
    for (let j = 0; j < COUNT; j++) {
      const place = i * COUNT + j;
      const curve = at(curves, place) - slope * at(slopes, j);
      hessian[place] = at(hessian, place) + weight * curve;
    }
  }
}

/** Adds to a place of the Hessian and the one across. */
function addCurve({ hessian }: Evaluation, i: number, j: number, curve: number): void {
  addTo(hessian, i * COUNT + j, curve);
  if (i !== j) addTo(hessian, j * COUNT + i, curve);
}

function addTo(target: Float64Array, place: number, term: number): void {
  target[place] = at(target, place) + term;
}
