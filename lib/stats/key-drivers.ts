import { bootstrapWeights, type DrawnWeight } from "./bootstrap-weights.ts";
import { incompleteBeta } from "./incomplete-beta.ts";
import {
  type Answers,
  type DriverCorrelations,
  pairwiseCorrelations,
} from "./pairwise-correlations.ts";
import { relativeWeights } from "./relative-weights.ts";
import { shapleyWeights } from "./shapley-weights.ts";
import { invertPositiveDefinite } from "./solve-positive-definite.ts";
import { at } from "./typed-array.ts";

/** What goes with one driver. `weight` is its part of R² and `share` that of the whole, 0..1; both by Johnson. */
export type Driver = DrawnWeight & {
  readonly weight: number;
  readonly share: number;
  /** Its part of R² by Shapley; null above 12 drivers */
  readonly shapley: number | null;
  readonly correlation: number;
  /** Of the regression on all drivers, standardised */
  readonly beta: number;
  /** How much of its precision the other drivers cost it, 1 and up */
  readonly varianceInflation: number;
};

export type DriverWarning = "few_cases" | "weak_fit" | "drivers_overlap" | "negative_beta";

/** Why there are no weights. */
export type DriverRefusal =
  | "no_drivers"
  | "too_few_cases"
  | "no_variation"
  | "drivers_make_each_other_up"
  | "not_significant"
  | "unstable";

/** `cases`: behind the correlation that rests on the fewest. `pValue`: of R², by F. */
export type KeyDrivers =
  | {
      readonly converged: true;
      readonly cases: number;
      readonly rSquared: number;
      readonly pValue: number;
      readonly drivers: readonly Driver[];
      readonly warnings: readonly DriverWarning[];
    }
  | { readonly converged: false; readonly cases: number; readonly reason: DriverRefusal };

const DRAWS = 1_000;
const LEAST_CASES_PER_DRIVER = 10;
const ENOUGH_CASES_PER_DRIVER = 20;
const LEAST_R_SQUARED = 0.2;
const MOST_INFLATION = 10;
const MOST_CHANCE = 0.05;

/**
 * How much of an outcome goes with each driver, from answers that may have gaps (NaN): relative weights with 95 % intervals by
 * `draws` seeded resamplings, exact Shapley weights beside them up to 12 drivers, R², its chance under no effect, and warnings.
 *
 * Refuses under 10 cases a driver, where R² could be chance (p ≥ 0.05), and where drivers make each other up. What it finds is
 * associated with the outcome, no more. Source: see `relativeWeights`, `shapleyWeights`, `bootstrapWeights`.
 */
export function keyDrivers(
  answers: Answers,
  { seed, draws = DRAWS }: { seed: number; draws?: number },
): KeyDrivers {
  const refuse = (cases: number, reason: DriverRefusal) =>
    ({ converged: false, cases, reason }) as const;
  if (answers.drivers.length === 0) return refuse(0, "no_drivers");
  const correlations = pairwiseCorrelations(answers);
  if (!correlations) return refuse(answers.outcome.length, "no_variation");
  const { leastCases: cases, count } = correlations;
  if (cases < LEAST_CASES_PER_DRIVER * count) return refuse(cases, "too_few_cases");
  const regression = regress(correlations);
  if (!regression) return refuse(cases, "drivers_make_each_other_up");
  if (regression.pValue >= MOST_CHANCE) return refuse(cases, "not_significant");
  const drawn = bootstrapWeights(answers, { draws, seed });
  if (!drawn) return refuse(cases, "unstable");
  const { rSquared, pValue } = regression;
  const drivers = drawn.map((each, i) => driverAt(correlations, regression, { ...each, i }));
  const warnings = warningsOf(drivers, { cases, rSquared });
  return { converged: true, cases, rSquared, pValue, drivers, warnings };
}

type Regression = {
  readonly weights: Float64Array;
  readonly shapley: Float64Array | null;
  readonly betas: Float64Array;
  readonly inverse: Float64Array;
  readonly rSquared: number;
  readonly pValue: number;
};

function regress(correlations: DriverCorrelations): Regression | null {
  const { count, between, withOutcome, leastCases } = correlations;
  const weights = relativeWeights(correlations);
  const inverse = invertPositiveDefinite(between);
  if (!(weights && inverse)) return null;
  const betas = withOutcome.map((_, i) =>
    withOutcome.reduce((sum, r, j) => sum + at(inverse, i * count + j) * r, 0),
  );
  const rSquared = weights.reduce((sum, weight) => sum + weight, 0);
  // Correlations from different cases can add up to more than everything.
  if (rSquared > 1) return null;
  const pValue = incompleteBeta(1 - rSquared, (leastCases - count - 1) / 2, count / 2);
  return { weights, shapley: shapleyWeights(correlations), betas, inverse, rSquared, pValue };
}

function driverAt(
  { count, withOutcome }: DriverCorrelations,
  { weights, shapley, betas, inverse, rSquared }: Regression,
  { i, interval, isAboveChance }: DrawnWeight & { i: number },
): Driver {
  return {
    weight: at(weights, i),
    share: at(weights, i) / rSquared,
    interval,
    isAboveChance,
    shapley: shapley && at(shapley, i),
    correlation: at(withOutcome, i),
    beta: at(betas, i),
    varianceInflation: at(inverse, i * count + i),
  };
}

function warningsOf(
  drivers: readonly Driver[],
  { cases, rSquared }: { cases: number; rSquared: number },
): DriverWarning[] {
  const found: readonly (readonly [DriverWarning, boolean])[] = [
    ["few_cases", cases < ENOUGH_CASES_PER_DRIVER * drivers.length],
    ["weak_fit", rSquared < LEAST_R_SQUARED],
    ["drivers_overlap", drivers.some((each) => each.varianceInflation > MOST_INFLATION)],
    ["negative_beta", drivers.some((each) => each.beta < 0)],
  ];
  return found.flatMap(([warning, isSo]) => (isSo ? [warning] : []));
}
