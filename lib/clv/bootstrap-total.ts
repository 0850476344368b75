import { type BootstrapOptions, bootstrapFits } from "./bootstrap-fits.ts";
import { centralBand } from "./predictive-band.ts";
import { totalPurchases } from "./purchase-outlook.ts";
import { sampleDeviation } from "./sample-deviation.ts";
import type { AnyPurchaseFit, BootstrapTotal, PurchaseHistory, ScoreOptions } from "./types.ts";

/**
 * What the parameters leave open of the expected purchases of all, by drawing histories from the fit and refitting each.
 *
 * For under 1,000 repeaters or a parameter near a bound, where the delta method is rough; 400 replicates and more. Null as of
 * `bootstrapFits`. Worked: CDNOW's sample has an error of about 73.
 */
export function bootstrapTotal(
  history: PurchaseHistory,
  fit: AnyPurchaseFit,
  { horizonWeeks }: Pick<ScoreOptions, "horizonWeeks">,
  options: BootstrapOptions,
): BootstrapTotal | null {
  const refits = bootstrapFits(history, fit, options);
  if (!refits) return null;
  const totals = Float64Array.from(refits, (refit) => totalPurchases(history, refit, horizonWeeks));
  return {
    refits: totals.length,
    standardError: sampleDeviation(totals),
    interval: centralBand(totals, 0.95),
  };
}
