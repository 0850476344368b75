import { dependsOnFrequency, type SpendDependence, spendDependence } from "./checks/check-spend.ts";
import { fitBuckets, fitDependentSpend, fitSpend } from "./models/gamma-gamma.ts";
import { fitSpendBands } from "./models/spend-bands.ts";
import { type SpendBuckets, spendBuckets } from "./spend-buckets.ts";
import type { PurchaseHistory, SpendFit } from "./types.ts";

/**
 * The fit of spend that the data allow: Gamma-Gamma; where spend goes with frequency (|Spearman| > 0.3), which Gamma-Gamma takes as
 * apart, one by band of frequency, or a shrunk mean where customers are too few for two bands.
 */
export function chooseSpend(history: PurchaseHistory): {
  spend: SpendFit | null;
  dependence: SpendDependence;
} {
  const dependence = spendDependence(history);
  const isDependent = dependsOnFrequency(dependence);
  const spend = isDependent ? dependentSpend(spendBuckets(history)) : fitSpend(history);
  return { spend, dependence };
}

function dependentSpend(sorted: SpendBuckets): SpendFit | null {
  const bands = fitSpendBands(sorted);
  const fit = bands ? fitBuckets(sorted) : fitDependentSpend(sorted);
  return fit && { ...fit, bands };
}
