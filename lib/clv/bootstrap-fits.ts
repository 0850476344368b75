import { fitPareto } from "./models/fit-pareto.ts";
import { fitPurchases } from "./models/fit-purchases.ts";
import { simulateHistory } from "./simulate-history.ts";
import type { AnyPurchaseFit, OnProgress, PurchaseHistory } from "./types.ts";

/** `isOver`, asked after each refit, ends the drawing: too few refits are none. */
export type BootstrapOptions = {
  replicates: number;
  seed: number;
  isOver?: () => boolean;
  onProgress?: OnProgress;
};

/**
 * Fits of histories drawn from a fit, for customers of the same ages; those that found no maximum are left out.
 *
 * Null under 2 of them, and where `isOver` said so: what was drawn by then would depend on the machine.
 * Source: Efron and Tibshirani (1993), An Introduction to the Bootstrap, 6.5.
 */
export function bootstrapFits(
  history: PurchaseHistory,
  fit: AnyPurchaseFit,
  { replicates, seed, isOver, onProgress }: BootstrapOptions,
): readonly AnyPurchaseFit[] | null {
  const refits: AnyPurchaseFit[] = [];
  for (let k = 0; k < replicates; k++) {
    const refit = refitTo(simulateHistory(fit, history, seed + k), fit);
    if (refit.converged) refits.push(refit);
    if (isOver?.()) return null;
    onProgress?.((k + 1) / replicates);
  }
  return refits.length < 2 ? null : refits;
}

/** Pareto/NBD begins where the histories were drawn from, which saves half of its steps. */
function refitTo(history: PurchaseHistory, fit: AnyPurchaseFit): AnyPurchaseFit {
  return fit.model === "pareto_nbd"
    ? fitPareto(history, fit.parameters)
    : fitPurchases(history, fit.model);
}
