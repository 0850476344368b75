import { cohortTotal, purchaseBands, scoreCustomers, widenedByError } from "#lib/clv/index.ts";
import type {
  CustomerScores,
  PurchaseFit,
  PurchaseHistory,
  ScoreOptions,
  SpendFit,
} from "#lib/clv/types.ts";
import { at, intAt } from "#lib/stats/typed-array.ts";
import type { RunBase } from "./compute-run.ts";
import { forecastYear } from "./forecast-year.ts";
import { type Scored, scoredByValue } from "./rank-scores.ts";
import { sumOf } from "./sum-of.ts";
import type { Backtest, OnStage, RunTotals, SampledCustomer } from "./types.ts";

const BAND_SHARE = 0.8;
/** What-if counts again for so many customers at most. */
const MOST_SAMPLED = 2000;

export type Fits = { purchases: PurchaseFit; spend: SpendFit | null };
type Modelled = RunBase & { fits: Fits; backtest: Backtest | null };

/** The scores of a fitted model in minor units with tiers, and everything that adds up over all customers. */
export function modelScores(
  run: Modelled,
  onStage: OnStage,
): { scored: Scored; totals: RunTotals } {
  const { input, history, fits, historic } = run;
  const options = optionsOf(run);
  const scores = scoreCustomers(history, fits, options, (share) => onStage("scoring", share / 2));
  const each = valuesOf(run, scores);
  const bands = purchaseBands(
    history,
    { purchases: fits.purchases, pAlive: scores.pAlive },
    options,
    {
      share: BAND_SHARE,
      seed: input.seed,
    },
  );
  const scored = scoredByValue(
    {
      customers: run.customers,
      ...each,
      pAlive: scores.pAlive,
      expectedPurchases: scores.expectedPurchases,
      historic,
      low: bandValue(bands.low, each.perPurchase),
      high: bandValue(bands.high, each.perPurchase),
    },
    input.tierCuts,
  );
  onStage("intervals", 0);
  const valueMinor = sumOf(each.value);
  const forecast = forecastYear(run);
  const totals = {
    valueMinor,
    ...intervalsOf(run, options, valueMinor, onStage),
    atRiskMinor: sumOf(each.atRisk),
    historicMinor: sumOf(historic),
    tiers: scored.tiers,
    ...forecast,
    sample: sampleOf(history),
  };
  return { scored, totals };
}

export function optionsOf({ input }: RunBase): ScoreOptions {
  const { horizonWeeks, discountRateAnnual, marginRate } = input;
  return { horizonWeeks, discountRateAnnual, marginRate };
}

/**
 * Value to come in minor units, spend × margin less the cost of an order, and how much of it is at risk: the chance that the
 * customer has left, times it.
 */
function valuesOf({ input }: Modelled, scores: CustomerScores) {
  const n = scores.pAlive.length;
  const columns = {
    ...{ value: new Float64Array(n), atRisk: new Float64Array(n) },
    ...{ expectedSpend: new Float64Array(n), perPurchase: new Float64Array(n) },
  };
  for (let i = 0; i < n; i++) {
    const spend = at(scores.expectedSpend, i);
    const perPurchase = (spend * input.marginRate - input.costPerOrder) * input.unit;
    const value = perPurchase * at(scores.discountedPurchases, i);
    columns.perPurchase[i] = perPurchase;
    columns.expectedSpend[i] = spend * input.unit;
    columns.value[i] = Math.round(value);
    columns.atRisk[i] = Math.round(Math.max(0, value) * (1 - at(scores.pAlive, i)));
  }
  return columns;
}

function bandValue(purchases: Float64Array, perPurchase: Float64Array): Float64Array {
  return purchases.map((count, i) => Math.round(count * at(perPurchase, i)));
}

/** The 95 % interval of the whole, as the model has it, and at least as wide as the last backtest was wrong. */
function intervalsOf(
  { input, history, fits, backtest }: Modelled,
  options: ScoreOptions,
  valueMinor: number,
  onStage: OnStage,
): Pick<RunTotals, "interval" | "modelInterval"> {
  const total = cohortTotal(history, fits, options, {
    measure: "value",
    seed: input.seed,
    onProgress: (share) => onStage("intervals", share),
  });
  if (total.total === 0) return { interval: null, modelInterval: null };
  // Cost to serve goes with purchases as value does: the interval keeps its share of the total.
  const net = valueMinor / total.total;
  const inMinor = ([low, high]: readonly [number, number]) =>
    [Math.round(low * net), Math.round(high * net)] as const;
  const error = backtest?.spendError ?? null;
  return {
    modelInterval: inMinor(total.interval),
    interval: inMinor(error === null ? total.interval : widenedByError(total, error)),
  };
}

/** Evenly spaced customers. */
function sampleOf(history: PurchaseHistory): SampledCustomer[] {
  const n = history.repeats.length;
  const count = Math.min(n, MOST_SAMPLED);
  return Array.from({ length: count }, (_, k) => {
    const i = Math.floor(((k + 0.5) * n) / count);
    return [
      intAt(history.repeats, i),
      intAt(history.lastDays, i),
      intAt(history.ageDays, i),
      at(history.meanSpend, i),
    ];
  });
}
