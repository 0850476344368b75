import { type Maximum, maximisePositive } from "#lib/stats/damped-newton.ts";
import { at } from "#lib/stats/typed-array.ts";
import { everyNth } from "../every-nth.ts";
import { type PurchaseCells, purchaseCells } from "../purchase-cells.ts";
import type { PurchaseFit, PurchaseHistory, PurchaseModel, PurchaseParameters } from "../types.ts";
import { hasRunAway, PRIOR_LOG_DEVIATION, PRIORS_BELOW_REPEATERS } from "./few-repeaters.ts";
import { fitQuality } from "./fit-quality.ts";
import { purchaseLikelihood } from "./purchase-likelihood.ts";

/** Where alpha starts, as a share of the mean age: the search then does not depend on the unit of time. */
const ALPHA_START = 0.1;

/** Many customers are fitted from where a part of them is at its maximum: every eighth, whose search begins the same way. */
const PART_STEP = 8;
const LEAST_FOR_PART = 100_000;

/**
 * The maximum-likelihood fit of a model of purchases, with alpha in weeks; with weak priors under 200 repeaters and where a fit without runs away.
 *
 * Ask `checkHistory` first: a history it refuses has no fit worth a look. `cells`: the same history where it is sorted already. Source as of
 * `purchaseLikelihood`. Worked: CDNOW's sample gives r 0.2426, alpha 4.4136, a 0.7929, b 2.4259, log-likelihood −9582.4292 (reference test).
 */
export function fitPurchases(
  history: PurchaseHistory,
  model: PurchaseModel,
  cells = purchaseCells(history),
): PurchaseFit {
  const withPrior = () => fitFrom(startOf(cells), cells, { model, hasPrior: true });
  if (cells.repeaters < PRIORS_BELOW_REPEATERS) return withPrior();
  for (const start of [partStart(history, model), startOf(cells)]) {
    const free = start && fitFrom(start, cells, { model, hasPrior: false });
    if (free?.converged && !hasRunAway(free)) return free;
  }
  // A ridge without end, as where nobody is seen to leave: priors say where on it to stay, and the fit is told as such.
  return withPrior();
}

/** The maximum of a part of many customers, which a search among all is then near; null for few, or where the part has none. */
function partStart(history: PurchaseHistory, model: PurchaseModel): Float64Array | null {
  if (history.repeats.length < LEAST_FOR_PART) return null;
  const { parameters, converged, hasPrior } = fitPurchases(everyNth(history, PART_STEP), model);
  return converged && !hasPrior ? purchaseColumn(parameters) : null;
}

function fitFrom(
  start: Float64Array,
  cells: PurchaseCells,
  { model, hasPrior }: { model: PurchaseModel; hasPrior: boolean },
): PurchaseFit {
  const maximum = maximisePositive(purchaseLikelihood(cells, model), start, {
    cases: cells.customers,
    prior: hasPrior ? { logDeviation: PRIOR_LOG_DEVIATION } : undefined,
  });
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
