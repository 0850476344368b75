import { type Maximum, maximisePositive } from "#lib/stats/damped-newton.ts";
import { at } from "#lib/stats/typed-array.ts";
import { everyNth } from "../every-nth.ts";
import { type PurchaseCells, purchaseCells } from "../purchase-cells.ts";
import type { PurchaseFit, PurchaseHistory, PurchaseModel, PurchaseParameters } from "../types.ts";
import {
  hasRunAway,
  PRIOR_LOG_DEVIATION,
  PRIORS_BELOW_REPEATERS,
  STEPS_FROM_NEAR,
} from "./few-repeaters.ts";
import { fitQuality } from "./fit-quality.ts";
import { purchaseLikelihood } from "./purchase-likelihood.ts";

/** Where alpha starts, as a share of the mean age: the search then does not depend on the unit of time. */
const ALPHA_START = 0.1;

/** Many customers are fitted from where a part of them is at its maximum: every eighth, whose search begins the same way. */
const PART_STEP = 8;
const LEAST_FOR_PART = 100_000;

/** `cells`: the same history where it is sorted already. `near`: parameters the maximum is not far from, in weeks. */
export type FitPurchasesOptions = { cells?: PurchaseCells; near?: PurchaseParameters };

/**
 * The maximum-likelihood fit of a model of purchases, with alpha in weeks; with weak priors under 200 repeaters and where a fit without runs away.
 *
 * Ask `checkHistory` first: a history it refuses has no fit worth a look. With `near` the searches begin there, and where the one without
 * priors runs away in twenty steps it is not tried from elsewhere. Source as of
 * `purchaseLikelihood`. Worked: CDNOW's sample gives r 0.2426, alpha 4.4136, a 0.7929, b 2.4259, log-likelihood −9582.4292 (reference test).
 */
export function fitPurchases(
  history: PurchaseHistory,
  model: PurchaseModel,
  { cells = purchaseCells(history), near }: FitPurchasesOptions = {},
): PurchaseFit {
  const priorCentre = startOf(cells);
  const withPrior = () =>
    fitFrom(cells, { model, priorCentre, start: near ? purchaseColumn(near) : priorCentre });
  if (cells.repeaters < PRIORS_BELOW_REPEATERS) return withPrior();
  // A ridge without end, as where nobody is seen to leave: priors say where on it to stay, and the fit is told as such.
  return freeFit(history, model, { cells, near }) ?? withPrior();
}

/** The fit without priors; null where the likelihood has no maximum that data of this kind can say. */
function freeFit(
  history: PurchaseHistory,
  model: PurchaseModel,
  { cells, near }: { cells: PurchaseCells; near: PurchaseParameters | undefined },
): PurchaseFit | null {
  const close =
    near && fitFrom(cells, { model, start: purchaseColumn(near), mostSteps: STEPS_FROM_NEAR });
  if (close && hasRunAway(close)) return null;
  if (close?.converged) return close;
  for (const start of [partStart(history, model), startOf(cells)]) {
    const free = start && fitFrom(cells, { model, start });
    if (free?.converged && !hasRunAway(free)) return free;
  }
  return null;
}

/** The maximum of a part of many customers, which a search among all is then near; null for few, or where the part has none. */
function partStart(history: PurchaseHistory, model: PurchaseModel): Float64Array | null {
  if (history.repeats.length < LEAST_FOR_PART) return null;
  const { parameters, converged, hasPrior } = fitPurchases(everyNth(history, PART_STEP), model);
  return converged && !hasPrior ? purchaseColumn(parameters) : null;
}

/** `priorCentre`: what weak priors draw to; there are none where it is left out. */
type Search = {
  model: PurchaseModel;
  start: Float64Array;
  priorCentre?: Float64Array;
  mostSteps?: number;
};

function fitFrom(
  cells: PurchaseCells,
  { model, start, priorCentre, mostSteps }: Search,
): PurchaseFit {
  const maximum = maximisePositive(purchaseLikelihood(cells, model), start, {
    ...{ cases: cells.customers, mostSteps },
    prior: priorCentre && { logDeviation: PRIOR_LOG_DEVIATION, centre: priorCentre },
  });
  const hasPrior = priorCentre !== undefined;
  return { model, ...describeFit(maximum), ...countsOf(cells), hasPrior };
}

/** A model's parameters as one column, in the order of its likelihood. */
export function purchaseColumn({ r, alpha, a, b }: PurchaseParameters): Float64Array {
  return Float64Array.of(r, alpha, a, b);
}

/** The opposite of `purchaseColumn`. */
export function purchaseParameters(column: Float64Array): PurchaseParameters {
  return { r: at(column, 0), alpha: at(column, 1), a: at(column, 2), b: at(column, 3) };
}

function describeFit(maximum: Maximum) {
  const quality = fitQuality(maximum);
  return {
    ...quality,
    parameters: purchaseParameters(maximum.parameters),
    standardErrors: purchaseParameters(quality.standardErrors),
  };
}

function countsOf({ customers, repeaters }: PurchaseCells) {
  return { customers, repeaters };
}

function startOf(cells: PurchaseCells): Float64Array {
  const ages = cells.customersByAge.reduce((sum, count, age) => sum + count * age, 0);
  const meanAge = ages / cells.customers / cells.daysPerUnit;
  return Float64Array.of(1, Math.max(ALPHA_START * meanAge, 1e-3), 1, 3);
}
