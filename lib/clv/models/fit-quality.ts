import type { Maximum } from "#lib/stats/damped-newton.ts";
import { invertPositiveDefinite } from "#lib/stats/solve-positive-definite.ts";
import { symmetricEigen } from "#lib/stats/symmetric-eigen.ts";
import { at } from "#lib/stats/typed-array.ts";
import type { FitQuality } from "../types.ts";

/**
 * How sure a fit is: standard errors by the inverse of the observed information, carried over from logarithms (θ · s.e. of ln θ).
 *
 * Where the information has no inverse the errors are Infinity and the covariance null: the data leave a direction open.
 */
export function fitQuality(maximum: Maximum): FitQuality<Float64Array> {
  const { parameters, information } = maximum;
  const n = parameters.length;
  const logCovariance = invertPositiveDefinite(information);
  return {
    standardErrors: parameters.map((parameter, i) =>
      logCovariance
        ? parameter * Math.sqrt(at(logCovariance, i * n + i))
        : Number.POSITIVE_INFINITY,
    ),
    logLikelihood: maximum.value,
    logCovariance,
    conditionNumber: conditionOf(information),
    gradientPerCustomer: maximum.gradientPerCase,
    converged: maximum.reason === null,
    reason: maximum.reason,
  };
}

/** Largest over smallest eigenvalue; Infinity where the smallest is not above 0. */
function conditionOf(information: Float64Array): number {
  const { values } = symmetricEigen(information);
  const [most, least] = [at(values, 0), at(values, values.length - 1)];
  return least > 0 ? most / least : Number.POSITIVE_INFINITY;
}
