import { backtest } from "./backtest.ts";
import { chooseSpend } from "./choose-spend.ts";
import { fitPareto } from "./models/fit-pareto.ts";
import { fitPurchases } from "./models/fit-purchases.ts";
import { type PurchaseCells, purchaseCells } from "./purchase-cells.ts";
import type { AnyPurchaseFit, Candidate, HoldoutSplit, PurchaseHistory } from "./types.ts";

type Model = AnyPurchaseFit["model"];

/** The first is the default where nothing speaks for another: it gives one-time buyers a chance to have left. */
const MODELS: readonly Model[] = ["mbg_nbd", "bg_nbd"];

/** Models fitted to the calibration period, the best first: least deviance in the holdout, then highest likelihood. Refit on all data before scoring. */
export function rankModels(split: HoldoutSplit, models: readonly Model[] = MODELS): Candidate[] {
  const { calibration } = split;
  const cells = purchaseCells(calibration);
  const { spend } = chooseSpend(calibration);
  return models
    .map((model) => {
      const purchases = fitSorted(calibration, cells, model);
      return { purchases, spend, backtest: backtest(split, { purchases, spend }) };
    })
    .sort(byMerit);
}

/** The fit of any model of purchases. */
export function fitModel(history: PurchaseHistory, model: Model): AnyPurchaseFit {
  return model === "pareto_nbd" ? fitPareto(history) : fitPurchases(history, model);
}

function fitSorted(history: PurchaseHistory, cells: PurchaseCells, model: Model): AnyPurchaseFit {
  return model === "pareto_nbd" ? fitPareto(history) : fitPurchases(history, model, cells);
}

function byMerit(one: Candidate, other: Candidate): number {
  return (
    Number(other.purchases.converged) - Number(one.purchases.converged) ||
    one.backtest.deviance - other.backtest.deviance ||
    other.purchases.logLikelihood - one.purchases.logLikelihood
  );
}
