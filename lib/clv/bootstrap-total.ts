import { at } from "#lib/stats/typed-array.ts";
import { fitPurchases } from "./models/fit-purchases.ts";
import { centralBand } from "./predictive-band.ts";
import { totalPurchases } from "./purchase-outlook.ts";
import { simulateHistory } from "./simulate-history.ts";
import type {
  BootstrapTotal,
  OnProgress,
  PurchaseFit,
  PurchaseHistory,
  ScoreOptions,
} from "./types.ts";

export type BootstrapOptions = { replicates: number; seed: number; onProgress?: OnProgress };

/**
 * What the parameters leave open of the expected purchases of all, by drawing histories from the fit and refitting each.
 *
 * For under 1,000 repeaters or a parameter near a bound, where the delta method is rough; 400 replicates and more. Null under 2 refits.
 * Source: Efron and Tibshirani (1993), An Introduction to the Bootstrap, 6.5. Worked: CDNOW's sample has an error of about 73.
 */
export function bootstrapTotal(
  history: PurchaseHistory,
  fit: PurchaseFit,
  options: Pick<ScoreOptions, "horizonWeeks">,
  { replicates, seed, onProgress }: BootstrapOptions,
): BootstrapTotal | null {
  const totals: number[] = [];
  for (let k = 0; k < replicates; k++) {
    const refit = fitPurchases(simulateHistory(fit, history, seed + k), fit.model);
    if (refit.converged) totals.push(totalPurchases(history, refit, options.horizonWeeks));
    onProgress?.((k + 1) / replicates);
  }
  if (totals.length < 2) return null;
  const sample = Float64Array.from(totals);
  return {
    refits: sample.length,
    standardError: deviationOf(sample),
    interval: centralBand(sample, 0.95),
  };
}

function deviationOf(sample: Float64Array): number {
  const mean = sample.reduce((sum, value) => sum + value, 0) / sample.length;
  const squares = sample.reduce((sum, _, i) => sum + (at(sample, i) - mean) ** 2, 0);
  return Math.sqrt(squares / (sample.length - 1));
}
