import { backtest } from "./backtest.ts";
import { fitCells } from "./models/fit-purchases.ts";
import { fitSpend } from "./models/gamma-gamma.ts";
import { purchaseCells } from "./purchase-cells.ts";
import type { Candidate, HoldoutSplit, PurchaseModel } from "./types.ts";

/** The first is the default where nothing speaks for another: it gives one-time buyers a chance to have left. */
const MODELS: readonly PurchaseModel[] = ["mbg_nbd", "bg_nbd"];

/** Models fitted to the calibration period, the best first: least deviance in the holdout, then highest likelihood. Refit on all data before scoring. */
export function rankModels(
  split: HoldoutSplit,
  models: readonly PurchaseModel[] = MODELS,
): Candidate[] {
  const cells = purchaseCells(split.calibration);
  const spend = fitSpend(split.calibration);
  return models
    .map((model) => {
      const purchases = fitCells(cells, model);
      return { purchases, spend, backtest: backtest(split, { purchases, spend }) };
    })
    .sort(byMerit);
}

function byMerit(one: Candidate, other: Candidate): number {
  return (
    Number(other.purchases.converged) - Number(one.purchases.converged) ||
    one.backtest.deviance - other.backtest.deviance ||
    other.purchases.logLikelihood - one.purchases.logLikelihood
  );
}
