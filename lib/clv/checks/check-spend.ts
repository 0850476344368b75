import { pearson } from "#lib/stats/pearson.ts";
import { spearman } from "#lib/stats/spearman.ts";
import { at, intAt } from "#lib/stats/typed-array.ts";
import { areUniform, isUniform } from "../models/spend-limits.ts";
import type { ClvWarning, ClvWarningCode, PurchaseHistory, SpendFit } from "../types.ts";

/** Gamma-Gamma takes spend as independent of frequency; beyond this, fit it by band of frequency. */
const DEPENDENT_BEYOND = 0.3;

/** How spend goes with frequency over repeaters with an amount; null where one does not vary, spend by more than 2 %. */
export type SpendDependence = {
  pearson: number | null;
  spearman: number | null;
  customers: number;
};

const NO_DEPENDENCE = { pearson: null, spearman: null } as const;

/** Both correlations of repeats with mean spend. Worked: CDNOW's sample has 0.114 and 0.206 (reference test). */
export function spendDependence({ repeats, meanSpend }: PurchaseHistory): SpendDependence {
  const places = Int32Array.from(repeats.keys()).filter(
    (i) => intAt(repeats, i) > 0 && at(meanSpend, i) > 0,
  );
  const frequency = Float64Array.from(places, (i) => intAt(repeats, i));
  const spend = Float64Array.from(places, (i) => at(meanSpend, i));
  // What is left of one price is rounding, which goes with the number of purchases it is shared out to.
  if (areUniform(spend, meanOfPurchases(frequency, spend)))
    return { ...NO_DEPENDENCE, customers: places.length };
  return {
    pearson: pearson(frequency, spend),
    spearman: spearman(frequency, spend),
    customers: places.length,
  };
}

function meanOfPurchases(frequency: Float64Array, spend: Float64Array): number {
  const spent = spend.reduce((sum, mean, i) => sum + mean * at(frequency, i), 0);
  return spent / frequency.reduce((sum, repeats) => sum + repeats, 0);
}

/** Whether spend goes with frequency so far that Gamma-Gamma, which takes the two as apart, would mislead. */
export function dependsOnFrequency({ spearman: correlation }: SpendDependence): boolean {
  return correlation !== null && Math.abs(correlation) > DEPENDENT_BEYOND;
}

/**
 * What speaks against a fit of spend: none, an infinite mean (q ≤ 1), no maximum, or spend that goes with frequency. That customers or
 * their own amounts do not differ is only noted.
 */
export function checkSpend(fit: SpendFit | null, dependence: SpendDependence): ClvWarning[] {
  if (!fit) return [{ code: "no_spend", level: "red", values: { customers: 0 } }];
  const isDependent = dependsOnFrequency(dependence);
  const warnings = fit.bands ? [] : pooledDoubts(fit, isDependent);
  if (!isDependent) return warnings;
  const { bands } = fit;
  const shrunk = bands?.filter(({ model }) => model === "shrunk_mean").length ?? 0;
  warnings.push({
    code: "spend_follows_frequency",
    level: "amber",
    values: {
      ...{ spearman: dependence.spearman ?? 0, customers: dependence.customers },
      ...{ bands: bands?.length ?? 0, shrunk },
    },
  });
  return warnings;
}

/** A shrunk mean that stands in for a Gamma-Gamma without a finite mean is a doubt; one that was chosen is none. */
function pooledDoubts(fit: SpendFit, isDependent: boolean): ClvWarning[] {
  const { customers, gradientPerCustomer, converged } = fit;
  const values = { customers, gradientPerCustomer };
  if (!converged) return [{ code: "spend_not_converged", level: "red", values }];
  if (fit.model === "common_mean" || fit.model === "own_mean")
    return [{ code: limitCodeOf(fit), level: "note", values: { customers } }];
  return fit.model === "shrunk_mean" && !isDependent
    ? [{ code: "spend_mean_infinite", level: "red", values: { customers } }]
    : [];
}

function limitCodeOf(fit: SpendFit): ClvWarningCode {
  if (fit.model === "own_mean") return "spend_own_price";
  return isUniform(fit) ? "spend_uniform" : "spend_alike";
}
