import {
  checkBacktest,
  checkCutoff,
  checkHistory,
  checkPurchases,
  checkSeasonality,
  checkSpacing,
  checkSpend,
  chooseSpend,
  fitModel,
  historicValue,
  observedActiveTime,
  parameterIntervals,
  purchaseSeasonality,
  purchaseSpacing,
  rankModels,
  splitPurchases,
  summarisePurchases,
} from "#lib/clv/index.ts";
import type {
  AnyPurchaseFit,
  ClvWarning,
  PooledSpend,
  PurchaseColumns,
  SpendFit,
} from "#lib/clv/types.ts";
import { intAt } from "#lib/stats/typed-array.ts";
import { firstDaysOf } from "./first-days.ts";
import { historicContacts } from "./historic-contacts.ts";
import { historicRun } from "./historic-run.ts";
import { modelScores } from "./model-scores.ts";
import type { PurchaseInput, RunBase, RunOutput } from "./run-input.ts";
import { type Service, serviceOf, weeklyCosts } from "./service-of.ts";
import type { Backtest, OnStage, StoredSpend } from "./types.ts";

/** A holdout is a third of the history, and twelve weeks at least. */
const CALIBRATION_SHARE = 2 / 3;
const LEAST_HOLDOUT_DAYS = 84;
type Model = AnyPurchaseFit["model"];
/** Pareto/NBD is fitted where it is asked for: it is twenty times slower, and foretells a point or two apart. */
const MODELS: readonly Model[] = ["mbg_nbd", "bg_nbd"];

/**
 * A whole run over purchases: check, choose by holdout, fit on everything, score, add up with intervals.
 *
 * With too little data, or where only the historic value is asked for, customers are ranked by what they brought so far.
 */
export function computeRun(input: PurchaseInput, onStage: OnStage): RunOutput {
  const { history, customers } = summarisePurchases(input.purchases, input.cutoffDay);
  const base = { input, history, customers, ...historicOf(input, customers) };
  const doubts = checkHistory(history);
  const isRefused = doubts.some(({ level }) => level === "refusal");
  if (input.model === "historic") return historicRun(base, toldOf(base, input.doubts));
  if (isRefused) return historicRun(base, toldOf(base, [...doubts, ...input.doubts]));
  onStage("choosing", 0);
  const chosen = chooseModel(input);
  onStage("fitting", 0);
  const purchases = fitModel(history, chosen.model);
  const leaving = chosen.leaving && fitModel(history, chosen.leaving);
  const { spend, dependence } = chooseSpend(history);
  const warnings = [
    ...doubts,
    ...checkPurchases(purchases, leaving),
    ...checkSpend(spend, dependence),
    ...checkCutoff(input.purchases, input.cutoffDay),
    ...checkSpacing(purchaseSpacing(input.purchases)),
    ...checkSeasonality(purchaseSeasonality(input.purchases)),
    ...(chosen.backtest ? checkBacktest(chosen.backtest) : []),
    ...input.doubts,
  ];
  const fits = { purchases, spend, leaving };
  const service = servedBy(base, purchases);
  const { retentionCostPerWeek } = input;
  const serviceCosts = weeklyCosts(service, retentionCostPerWeek, customers.length);
  const served = { ...history, serviceCosts };
  const modelled = modelScores(
    { ...base, history: served, service, fits, backtest: chosen.backtest },
    onStage,
  );
  if ("refusals" in modelled)
    return historicRun(base, toldOf(base, [...modelled.refusals, ...warnings]));
  const { scored, totals, refits } = modelled;
  return {
    findings: {
      ...toldOf(base, warnings),
      totals,
      status: "succeeded",
      model: chosen.model,
      fit: purchasesToStore(purchases, refits),
      spend: spendToStore(spend),
      holdout: chosen.backtest,
    },
    scores: scored.scores,
  };
}

/** What serving the customers costs over the time that the model has them as such; null where nothing tells. */
function servedBy({ input, history, customers }: RunBase, fit: AnyPurchaseFit): Service | null {
  if (!input.contacts) return null;
  const firstDays = history.ageDays.map((age) => input.cutoffDay - age);
  const activeTime = observedActiveTime(history, fit);
  const { customerCount, contacts, unit } = input;
  return serviceOf(contacts, { customers, firstDays, activeTime, customerCount }, unit);
}

type Chosen = {
  model: Model;
  /** The model that tells who has left, where it is another */
  leaving: Model | null;
  backtest: Backtest | null;
};

/**
 * The model that is asked for or foretold a holdout best; without a holdout the one that gives everybody a chance to have left. Where
 * nobody asked for a model, that one tells who has left whatever foretold the purchases best, and how well is told of it as well.
 */
function chooseModel({ purchases, cutoffDay, model }: PurchaseInput): Chosen {
  const models: readonly Model[] = model === "auto" || model === "historic" ? MODELS : [model];
  const [usual = "mbg_nbd"] = models;
  const splitDay = splitDayOf(purchases, cutoffDay);
  if (splitDay === null) return { model: usual, leaving: null, backtest: null };
  const { split } = splitPurchases(purchases, splitDay, cutoffDay);
  if (checkHistory(split.calibration).some(({ level }) => level === "refusal"))
    return { model: usual, leaving: null, backtest: null };
  const ranked = rankModels(split, models);
  const [best] = ranked;
  if (!best) return { model: usual, leaving: null, backtest: null };
  const leaving = ranked.find(({ purchases }) => purchases.model === usual) ?? best;
  return {
    model: best.purchases.model,
    leaving: leaving === best ? null : usual,
    backtest: { ...best.backtest, calibration: leaving.backtest.calibration },
  };
}

/** The last day of the calibration period; null where the history is too short for a holdout. */
function splitDayOf({ days }: PurchaseColumns, cutoffDay: number): number | null {
  const firstDay = days.reduce((first, day) => Math.min(first, day), cutoffDay);
  const splitDay = firstDay + Math.floor((cutoffDay - firstDay) * CALIBRATION_SHARE);
  return cutoffDay - splitDay >= LEAST_HOLDOUT_DAYS ? splitDay : null;
}

function historicOf(input: PurchaseInput, customers: Int32Array) {
  const { purchases, customerCount, cutoffDay, marginRate, costPerOrder, unit } = input;
  const all = historicValue(purchases, customerCount, {
    asOfDay: cutoffDay,
    marginRate,
    costPerPurchase: costPerOrder,
    discountRateAnnual: 0,
  });
  const orders = purchases.days.reduce((count, day) => count + (day <= cutoffDay ? 1 : 0), 0);
  const contacts = contactsSoFar(input, customers);
  return {
    historic: Float64Array.from(customers, (customer, place) =>
      Math.round(((all[customer] ?? 0) - (contacts?.costs[place] ?? 0)) * unit),
    ),
    historicCostMinor: Math.round(orders * costPerOrder * unit),
    historicContacts: contacts?.told ?? null,
  };
}

function contactsSoFar(
  { purchases, contacts, customerCount, cutoffDay, unit }: PurchaseInput,
  customers: Int32Array,
) {
  if (!contacts) return null;
  const firstDays = firstDaysOf(purchases.customers, purchases.days, customerCount);
  return historicContacts(contacts, { customers, firstDays, cutoffDay, unit });
}

function toldOf({ history }: RunBase, warnings: readonly ClvWarning[]) {
  let repeaters = 0;
  for (let i = 0; i < history.repeats.length; i++) if (intAt(history.repeats, i) > 0) repeaters++;
  return {
    ...{ customers: history.repeats.length, repeaters, warnings },
    renewalPeriod: null,
  };
}

function purchasesToStore(fit: AnyPurchaseFit, refits: readonly AnyPurchaseFit[] | null) {
  const { parameters, standardErrors, logLikelihood } = fit;
  const intervals = parameterIntervals(fit, refits);
  return { parameters, standardErrors, logLikelihood, intervals, survival: null };
}

function spendToStore(spend: SpendFit | null): StoredSpend | null {
  if (!spend) return null;
  const bands = spend.bands?.map((band) => ({
    ...pooledToStore(band),
    ...{ leastRepeats: band.leastRepeats, mostRepeats: band.mostRepeats },
    ...{ converged: band.converged, conditionNumber: band.conditionNumber },
    gradientPerCustomer: band.gradientPerCustomer,
  }));
  return { ...pooledToStore(spend), bands: bands ?? null };
}

function pooledToStore(fit: PooledSpend) {
  const { model, parameters, standardErrors, logLikelihood, customers } = fit;
  return { model, parameters, standardErrors, logLikelihood, customers };
}
