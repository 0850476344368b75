import { maximisePositive } from "#lib/stats/damped-newton.ts";
import { digamma } from "#lib/stats/digamma.ts";
import { logGamma } from "#lib/stats/log-gamma.ts";
import { trigamma } from "#lib/stats/trigamma.ts";
import { at } from "#lib/stats/typed-array.ts";
import type { ContractCohort, SbgFit, SbgParameters } from "../types.ts";
import { fitQuality } from "./fit-quality.ts";

const MOST_PERIODS = 1_000_000;
const PRECISION = 1e-17;

/**
 * The shifted-beta-geometric fit of contracts: each customer leaves at a renewal with an own chance, Beta(alpha, beta) over customers.
 *
 * `ln L = Σ lost_t ln[B(α+1, β+t−1)/B(α, β)] + survivors ln[B(α, β+n)/B(α, β)]`, over cohorts of any length. Ask `checkContracts` first.
 * Source: Fader and Hardie (2007), How to project customer retention, J. Interactive Marketing 21, eq. 5 and appendix B.
 * Worked: 1,000 customers losing 369, 163, 86, 56, 37, 27, 21 give alpha 0.7041, beta 1.1820, log-likelihood −1680.2652.
 */
export function fitContracts(cohorts: readonly ContractCohort[]): SbgFit {
  const outcomes = cohorts.flatMap(outcomesOf);
  const customers = outcomes.reduce((sum, { count }) => sum + count, 0);
  const maximum = maximisePositive(contractLikelihood(outcomes), Float64Array.of(1, 1), {
    cases: customers,
  });
  const quality = fitQuality(maximum);
  return {
    ...quality,
    parameters: sbgParameters(maximum.parameters),
    standardErrors: sbgParameters(quality.standardErrors),
    customers,
  };
}

/** Share of new customers still there after `periods` renewals. Worked: (0.704, 1.182) leaves 0.1700 after 12. */
export function survivalShare({ alpha, beta }: SbgParameters, periods: number): number {
  let share = 1;
  for (let t = 1; t <= periods; t++) share *= (beta + t - 1) / (alpha + beta + t - 1);
  return share;
}

/**
 * Discounted expected lifetime in periods of a new customer, the first period counted whole: Σ_{t≥0} S(t) / (1 + d)^t, d > 0.
 *
 * Source: Fader and Hardie (2010), Customer-base valuation in a contractual setting, Marketing Science 29, eq. 5.
 * Worked: (0.7041, 1.1820) at 10 % gives 3.6949.
 */
export function discountedLifetime(parameters: SbgParameters, discountRate: number): number {
  return discountedSum(parameters, 1, discountRate);
}

/**
 * Discounted expected residual lifetime, just before the n-th renewal: Σ_{t≥n} S(t) / S(n−1) / (1 + d)^(t−n), d > 0.
 *
 * Source: Fader and Hardie (2010), eq. 6. Worked: (0.7637, 1.2958) at 10 % before the first renewal gives 2.8833.
 */
export function discountedResidualLifetime(
  parameters: SbgParameters,
  discountRate: number,
  renewal: number,
): number {
  const { alpha, beta } = parameters;
  const next = (beta + renewal - 1) / (alpha + beta + renewal - 1);
  return next * discountedSum(parameters, renewal + 1, discountRate);
}

/** 1 + the shares of those that stay on, from the renewal `from` on, discounted. */
function discountedSum({ alpha, beta }: SbgParameters, from: number, discountRate: number): number {
  let term = 1;
  let sum = 1;
  for (let t = from; t < from + MOST_PERIODS; t++) {
    term *= (beta + t - 1) / (alpha + beta + t - 1) / (1 + discountRate);
    sum += term;
    if (term < PRECISION * sum) break;
  }
  return sum;
}

/** `count` customers whose chance is B(α + left, β + stayed) / B(α, β). */
type Outcome = { left: number; stayed: number; count: number };

function outcomesOf({ lost, survivors }: ContractCohort): Outcome[] {
  const leavers = lost.map((count, stayed) => ({ left: 1, stayed, count }));
  return [...leavers, { left: 0, stayed: lost.length, count: survivors }];
}

function contractLikelihood(outcomes: readonly Outcome[]) {
  return (parameters: Float64Array) => {
    const evaluation = { value: 0, gradient: new Float64Array(2), hessian: new Float64Array(4) };
    const [alpha, beta] = [at(parameters, 0), at(parameters, 1)];
    for (const { left, stayed, count } of outcomes) {
      const rise = (f: (x: number) => number, from: number, by: number) =>
        count * (f(from + by) - f(from));
      const both = left + stayed;
      evaluation.value +=
        rise(logGamma, alpha, left) +
        rise(logGamma, beta, stayed) -
        rise(logGamma, alpha + beta, both);
      const slope = rise(digamma, alpha + beta, both);
      const curve = rise(trigamma, alpha + beta, both);
      addTo(evaluation.gradient, [
        rise(digamma, alpha, left) - slope,
        rise(digamma, beta, stayed) - slope,
      ]);
      addTo(evaluation.hessian, [
        rise(trigamma, alpha, left) - curve,
        -curve,
        -curve,
        rise(trigamma, beta, stayed) - curve,
      ]);
    }
    return evaluation;
  };
}

function addTo(target: Float64Array, terms: readonly number[]): void {
  for (const [i, term] of terms.entries()) target[i] = at(target, i) + term;
}

function sbgParameters(column: Float64Array): SbgParameters {
  return { alpha: at(column, 0), beta: at(column, 1) };
}
