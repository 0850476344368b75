import {
  aliveChances,
  backtestErrorOf,
  bandCustomers,
  checkExpectations,
  cohortTotal,
  scoreCustomers,
  widenedByError,
} from "#lib/clv/index.ts";
import type { ClvWarning, CustomerScores, PurchaseHistory, ScoreOptions } from "#lib/clv/types.ts";
import { at, intAt } from "#lib/stats/typed-array.ts";
import { evenlySpaced } from "./evenly-spaced.ts";
import { forecastYear } from "./forecast-year.ts";
import { type Scored, scoredByValue } from "./rank-scores.ts";
import type { Fits, RunBase } from "./run-input.ts";
import { sumOf } from "./sum-of.ts";
import type { Backtest, OnStage, RunTotals, SampledCustomer } from "./types.ts";

const BAND_SHARE = 0.8;
const BAND_DRAWS = 300;

type Modelled = RunBase & { fits: Fits; backtest: Backtest | null };

/**
 * The scores of a fitted model in minor units with tiers, and everything that adds up over all customers; a refusal where the model
 * foretells what cannot be.
 */
export function modelScores(
  run: Modelled,
  onStage: OnStage,
): { scored: Scored; totals: RunTotals } | { refusals: readonly ClvWarning[] } {
  const { input, history, fits } = run;
  const options = optionsOf(run);
  const scores = scoreCustomers(history, fits, options, (share) => onStage("scoring", share / 4));
  const mostValue = Number.MAX_SAFE_INTEGER / input.unit;
  const refusals = checkExpectations(scores, { horizonWeeks: options.horizonWeeks, mostValue });
  return refusals.length > 0 ? { refusals } : soundScores(run, { options, scores }, onStage);
}

function soundScores(
  run: Modelled,
  { options, scores }: { options: ScoreOptions; scores: CustomerScores },
  onStage: OnStage,
): { scored: Scored; totals: RunTotals } {
  const { input, history, fits, historic } = run;
  const bands = bandCustomers(history, { fit: fits.purchases, scores }, options, {
    ...{ share: BAND_SHARE, draws: BAND_DRAWS, seed: input.seed },
    onProgress: (share) => onStage("scoring", 0.25 + 0.75 * share),
  });
  const pAlive = fits.leaving ? aliveChances(history, fits.leaving) : scores.pAlive;
  const inMinor = (column: Float64Array) => column.map((amount) => Math.round(amount * input.unit));
  const value = inMinor(scores.residualValue);
  const atRisk = value.map((each, i) => Math.round(Math.max(0, each) * (1 - at(pAlive, i))));
  const scored = scoredByValue(
    {
      ...{ customers: run.customers, value, atRisk, historic, pAlive },
      expectedPurchases: scores.expectedPurchases,
      expectedSpend: scores.expectedSpend.map((spend) => spend * input.unit),
      ...{ low: inMinor(bands.valueLow), high: inMinor(bands.valueHigh) },
    },
    input.tierCuts,
  );
  const totals = {
    valueMinor: sumOf(value),
    ...intervalsOf(run, options, onStage),
    atRiskMinor: sumOf(atRisk),
    historicMinor: sumOf(historic),
    historicCostMinor: run.historicCostMinor,
    tiers: scored.tiers,
    tierCuts: input.tierCuts,
    ...forecastYear(run),
    aliveModel: fits.leaving?.model ?? null,
    sample: sampleOf(history),
    contractSample: [],
  };
  return { scored, totals };
}

export function optionsOf({ input }: RunBase): ScoreOptions {
  const { horizonWeeks, discountRateAnnual, marginRate, costPerOrder } = input;
  return { horizonWeeks, discountRateAnnual, marginRate, costPerPurchase: costPerOrder };
}

/** The 95 % interval of the whole, as the model has it, and at least as wide as the last backtest was wrong. */
function intervalsOf(
  { input, history, fits, backtest }: Modelled,
  options: ScoreOptions,
  onStage: OnStage,
): Pick<RunTotals, "interval" | "modelInterval"> {
  const total = cohortTotal(history, fits, options, {
    ...{ measure: "value", seed: input.seed },
    onProgress: (share) => onStage("intervals", share),
  });
  const inMinor = ([low, high]: readonly [number, number]) =>
    [Math.round(low * input.unit), Math.round(high * input.unit)] as const;
  return {
    modelInterval: inMinor(total.interval),
    interval: inMinor(widenedByError(total, backtestErrorOf(backtest))),
  };
}

/** Evenly spaced customers. */
function sampleOf(history: PurchaseHistory): SampledCustomer[] {
  return evenlySpaced(history.repeats.length).map((i) => [
    intAt(history.repeats, i),
    intAt(history.lastDays, i),
    intAt(history.ageDays, i),
    at(history.meanSpend, i),
  ]);
}
