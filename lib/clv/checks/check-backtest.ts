import type { Backtest, ClvWarning } from "../types.ts";

const WORST_ERROR = 0.25;
const WEAKEST_AUC = 0.6;

/** What a holdout says against a model: purchases or spend far off in total, or a ranking not much better than chance. */
export function checkBacktest({
  totalError,
  spendError,
  auc,
  holdoutWeeks,
  customers,
}: Backtest): ClvWarning[] {
  const warnings: ClvWarning[] = [];
  if (totalError !== null && Math.abs(totalError) > WORST_ERROR)
    warnings.push({ code: "holdout_error", level: "amber", values: { totalError, holdoutWeeks } });
  if (spendError !== null && Math.abs(spendError) > WORST_ERROR)
    warnings.push({
      ...{ code: "holdout_spend_error", level: "amber" },
      values: { spendError, holdoutWeeks },
    });
  if (auc !== null && auc < WEAKEST_AUC)
    warnings.push({ code: "weak_ranking", level: "amber", values: { auc, customers } });
  return warnings;
}
