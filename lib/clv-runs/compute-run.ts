import {
  checkBacktest,
  checkHistory,
  checkPurchases,
  checkSpacing,
  checkSpend,
  fitPurchases,
  fitSpend,
  historicValue,
  purchaseSpacing,
  rankModels,
  spendDependence,
  splitPurchases,
  summarisePurchases,
} from "#lib/clv/index.ts";
import type {
  ClvWarning,
  PurchaseColumns,
  PurchaseFit,
  PurchaseModel,
  SpendFit,
} from "#lib/clv/types.ts";
import { intAt } from "#lib/stats/typed-array.ts";
import { modelScores } from "./model-scores.ts";
import { scoredByValue } from "./rank-scores.ts";
import type { RunBase, RunInput, RunOutput } from "./run-input.ts";
import { sumOf } from "./sum-of.ts";
import type { Backtest, OnStage, RunFindings } from "./types.ts";

/** A holdout is a third of the history, and twelve weeks at least. */
const CALIBRATION_SHARE = 2 / 3;
const LEAST_HOLDOUT_DAYS = 84;
const MODELS: readonly PurchaseModel[] = ["mbg_nbd", "bg_nbd"];

/**
 * A whole run over purchases: check, choose by holdout, fit on everything, score, add up with intervals.
 *
 * With too little data, or where only the historic value is asked for, customers are ranked by what they brought so far.
 */
export function computeRun(input: RunInput, onStage: OnStage): RunOutput {
  const { history, customers } = summarisePurchases(input.purchases, input.cutoffDay);
  const base = { input, history, customers, historic: historicOf(input, customers) };
  const doubts = checkHistory(history);
  const isRefused = doubts.some(({ level }) => level === "refusal");
  if (input.model === "historic" || isRefused)
    return historicRun(base, input.model === "historic" ? [] : doubts);
  onStage("choosing", 0);
  const chosen = chooseModel(input);
  onStage("fitting", 0);
  const purchases = fitPurchases(history, chosen.model);
  const spend = fitSpend(history);
  const warnings = [
    ...doubts,
    ...checkPurchases(purchases),
    ...checkSpend(spend, spendDependence(history)),
    ...checkSpacing(purchaseSpacing(input.purchases)),
    ...(chosen.backtest ? checkBacktest(chosen.backtest) : []),
  ];
  const { scored, totals } = modelScores(
    { ...base, fits: { purchases, spend }, backtest: chosen.backtest },
    onStage,
  );
  return {
    findings: {
      ...findingsOf(base, warnings, totals),
      status: "succeeded",
      model: chosen.model,
      fit: purchasesToStore(purchases),
      spend: spendToStore(spend),
      holdout: chosen.backtest,
    },
    scores: scored.scores,
  };
}

type Chosen = { model: PurchaseModel; backtest: Backtest | null };

/** The model that is asked for or foretold a holdout best; without a holdout the one that gives everybody a chance to have left. */
function chooseModel({ purchases, cutoffDay, model }: RunInput): Chosen {
  const models = model === "auto" || model === "historic" ? MODELS : [model];
  const [usual = "mbg_nbd"] = models;
  const splitDay = splitDayOf(purchases, cutoffDay);
  if (splitDay === null) return { model: usual, backtest: null };
  const { split } = splitPurchases(purchases, splitDay, cutoffDay);
  if (checkHistory(split.calibration).some(({ level }) => level === "refusal"))
    return { model: usual, backtest: null };
  const [best] = rankModels(split, models);
  return best
    ? { model: best.purchases.model, backtest: best.backtest }
    : { model: usual, backtest: null };
}

/** The last day of the calibration period; null where the history is too short for a holdout. */
function splitDayOf({ days }: PurchaseColumns, cutoffDay: number): number | null {
  const firstDay = days.reduce((first, day) => Math.min(first, day), cutoffDay);
  const splitDay = firstDay + Math.floor((cutoffDay - firstDay) * CALIBRATION_SHARE);
  return cutoffDay - splitDay >= LEAST_HOLDOUT_DAYS ? splitDay : null;
}

function historicOf(input: RunInput, customers: Int32Array): Float64Array {
  const { purchases, customerCount, cutoffDay, marginRate, costPerOrder, unit } = input;
  const all = historicValue(purchases, customerCount, {
    asOfDay: cutoffDay,
    marginRate,
    costPerPurchase: costPerOrder,
    discountRateAnnual: 0,
  });
  return Float64Array.from(customers, (customer) => Math.round((all[customer] ?? 0) * unit));
}

const NOTHING_AHEAD = { atRiskMinor: null, forecast: [], forecastYear: null, sample: [] };

/** Ranked by what was earned so far: nothing is foretold. */
function historicRun(base: RunBase, warnings: readonly ClvWarning[]): RunOutput {
  const { customers, historic, input } = base;
  const nothing = () => new Float64Array(customers.length).fill(Number.NaN);
  const scored = scoredByValue(
    {
      ...{ customers, historic, value: historic, pAlive: nothing(), atRisk: nothing() },
      ...{ expectedPurchases: nothing(), expectedSpend: nothing() },
      ...{ low: nothing(), high: nothing() },
    },
    input.tierCuts,
  );
  const totals = {
    valueMinor: sumOf(scored.scores.value),
    historicMinor: sumOf(historic),
    tiers: scored.tiers,
    tierCuts: input.tierCuts,
    interval: null,
    modelInterval: null,
  };
  return {
    findings: {
      ...findingsOf(base, warnings, { ...totals, ...NOTHING_AHEAD }),
      status: warnings.length > 0 ? "refused" : "succeeded",
      ...{ model: "historic", fit: null, spend: null, holdout: null },
    },
    scores: scored.scores,
  };
}

function findingsOf(
  { history }: RunBase,
  warnings: readonly ClvWarning[],
  totals: RunFindings["totals"],
) {
  let repeaters = 0;
  for (let i = 0; i < history.repeats.length; i++) if (intAt(history.repeats, i) > 0) repeaters++;
  return { customers: history.repeats.length, repeaters, warnings, totals };
}

function purchasesToStore({ parameters, standardErrors, logLikelihood }: PurchaseFit) {
  return { parameters, standardErrors, logLikelihood };
}

function spendToStore(spend: SpendFit | null) {
  if (!spend) return null;
  const { model, parameters, standardErrors, logLikelihood, customers } = spend;
  return { model, parameters, standardErrors, logLikelihood, customers };
}
