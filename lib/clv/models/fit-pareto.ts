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
/** A search that begins where data were drawn from needs some six. */
const STEPS_FROM_NEAR = 20;

/**
 * The maximum-likelihood fit of Pareto/NBD, where customers may leave at any time; with weak priors under 200 repeaters
 * and where a fit without runs away.
 *
 * Some twenty times slower than `fitPurchases`: a second opinion rather than the default. Ask `checkHistory` first. Source as of
 * `paretoLikelihood`. A search without priors begins at `near`, if given, and
 * is given up as on a ridge where that was far off. Worked: CDNOW's sample gives r 0.5533, alpha 10.5777, s 0.6062, beta 11.6687, log-likelihood −9594.9762.
 */
export function fitPareto(history: PurchaseHistory, near?: ParetoParameters): ParetoFit {
  const cells = purchaseCells(history);
  const usual = usualStart(cells, history);
  const held = { start: usual, hasPrior: true };
  if (cells.repeaters < PRIORS_BELOW_REPEATERS) return fitFrom(cells, held);
  const free = near
    ? fitFrom(cells, { start: paretoColumn(near), hasPrior: false, mostSteps: STEPS_FROM_NEAR })
    : fitFrom(cells, { start: usual, hasPrior: false });
  // As with the other models: on a ridge without end priors say where to stay, and the fit is told as such.
  return free.converged && !hasRunAway(free) ? free : fitFrom(cells, held);
}

/** Where the search begins, and what priors draw to. */
function usualStart({ customers, daysPerUnit }: PurchaseCells, { ageDays }: PurchaseHistory) {
  const ages = ageDays.reduce((sum, days) => sum + days, 0);
  const meanAge = Math.max(ages / customers / daysPerUnit, 1e-2);
  return Float64Array.of(0.5, ALPHA_START * meanAge, 0.5, BETA_START * meanAge);
}

type Search = { start: Float64Array; hasPrior: boolean; mostSteps?: number };

function fitFrom(cells: PurchaseCells, { start, hasPrior, mostSteps }: Search): ParetoFit {
  const maximum = maximisePositive(paretoLikelihood(cells), start, {
    ...{ cases: cells.customers, mostSteps },
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
