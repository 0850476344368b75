import { pearson } from "#lib/stats/pearson.ts";
import { spearman } from "#lib/stats/spearman.ts";
import { at, intAt } from "#lib/stats/typed-array.ts";
import type { ClvWarning, PurchaseHistory, SpendFit } from "../types.ts";

/** Gamma-Gamma takes spend as independent of frequency; beyond this, fit it by band of frequency. */
const DEPENDENT_BEYOND = 0.3;

/** How spend goes with frequency over repeaters with an amount; null where one does not vary. */
export type SpendDependence = {
  pearson: number | null;
  spearman: number | null;
  customers: number;
};

/** Both correlations of repeats with mean spend. Worked: CDNOW's sample has 0.114 and 0.206 (reference test). */
export function spendDependence({ repeats, meanSpend }: PurchaseHistory): SpendDependence {
  const places = Int32Array.from(repeats.keys()).filter(
    (i) => intAt(repeats, i) > 0 && at(meanSpend, i) > 0,
  );
  const frequency = Float64Array.from(places, (i) => intAt(repeats, i));
  const spend = Float64Array.from(places, (i) => at(meanSpend, i));
  return {
    pearson: pearson(frequency, spend),
    spearman: spearman(frequency, spend),
    customers: places.length,
  };
}

/** What speaks against a fit of spend: none, an infinite mean (q ≤ 1), no maximum, or spend that goes with frequency. */
export function checkSpend(fit: SpendFit | null, dependence: SpendDependence): ClvWarning[] {
  if (!fit) return [{ code: "no_spend", level: "red", values: { customers: 0 } }];
  const { customers, gradientPerCustomer } = fit;
  const warnings: ClvWarning[] = [];
  if (!fit.converged)
    warnings.push({
      code: "spend_not_converged",
      level: "red",
      values: { customers, gradientPerCustomer },
    });
  else if (fit.model === "shrunk_mean")
    warnings.push({ code: "spend_mean_infinite", level: "red", values: { customers } });
  const { spearman: correlation } = dependence;
  if (correlation !== null && Math.abs(correlation) > DEPENDENT_BEYOND)
    warnings.push({
      code: "spend_follows_frequency",
      level: "amber",
      values: { spearman: correlation, customers: dependence.customers },
    });
  return warnings;
}
