import { maximisePositive } from "#lib/stats/damped-newton.ts";
import { at } from "#lib/stats/typed-array.ts";
import { type PurchaseCells, purchaseCells } from "../purchase-cells.ts";
import type { ParetoFit, ParetoParameters, PurchaseHistory } from "../types.ts";
import { hasRunAway, PRIOR_LOG_DEVIATION, PRIORS_BELOW_REPEATERS } from "./few-repeaters.ts";
import { fitQuality } from "./fit-quality.ts";
import { paretoLikelihood } from "./pareto-likelihood.ts";

/** Where alpha and beta start, as shares of the mean age. */
const ALPHA_START = 0.3;
const BETA_START = 0.3;

/**
 * The maximum-likelihood fit of Pareto/NBD, where customers may leave at any time; with weak priors under 200 repeaters
 * and where a fit without runs away.
 *
 * Some twenty times slower than `fitPurchases`: a second opinion rather than the default. Ask `checkHistory` first. Source as of
 * `paretoLikelihood`. Worked: CDNOW's sample gives r 0.5533, alpha 10.5777, s 0.6062, beta 11.6687, log-likelihood −9594.9762.
 */
export function fitPareto(history: PurchaseHistory): ParetoFit {
  const cells = purchaseCells(history);
  if (cells.repeaters < PRIORS_BELOW_REPEATERS) return fitWith(cells, history, true);
  const free = fitWith(cells, history, false);
  // As with the other models: on a ridge without end priors say where to stay, and the fit is told as such.
  return free.converged && !hasRunAway(free) ? free : fitWith(cells, history, true);
}

function fitWith(cells: PurchaseCells, history: PurchaseHistory, hasPrior: boolean): ParetoFit {
  const ages = history.ageDays.reduce((sum, days) => sum + days, 0);
  const meanAge = Math.max(ages / cells.customers / cells.daysPerUnit, 1e-2);
  const start = Float64Array.of(0.5, ALPHA_START * meanAge, 0.5, BETA_START * meanAge);
  const maximum = maximisePositive(paretoLikelihood(cells), start, {
    cases: cells.customers,
    prior: hasPrior ? { logDeviation: PRIOR_LOG_DEVIATION } : undefined,
  });
  const quality = fitQuality(maximum);
  return {
    model: "pareto_nbd",
    ...quality,
    parameters: paretoParameters(maximum.parameters),
    standardErrors: paretoParameters(quality.standardErrors),
    customers: cells.customers,
    repeaters: cells.repeaters,
    hasPrior,
  };
}

/** The model's parameters as one column, in the order of its likelihood. */
export function paretoColumn({ r, alpha, s, beta }: ParetoParameters): Float64Array {
  return Float64Array.of(r, alpha, s, beta);
}

/** The opposite of `paretoColumn`. */
export function paretoParameters(column: Float64Array): ParetoParameters {
  return { r: at(column, 0), alpha: at(column, 1), s: at(column, 2), beta: at(column, 3) };
}
