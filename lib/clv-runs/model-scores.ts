import {
  aliveChances,
  bandCustomers,
  checkExpectations,
  cohortTotal,
  ownCostSpread,
  scoreCustomers,
} from "#lib/clv/index.ts";
import type {
  AnyPurchaseFit,
  ClvWarning,
  CustomerScores,
  PurchaseHistory,
  ScoreOptions,
} from "#lib/clv/types.ts";
import { at, intAt } from "#lib/stats/typed-array.ts";
import { drawRefits } from "./draw-refits.ts";
import { evenlySpaced } from "./evenly-spaced.ts";
import { forecastYear } from "./forecast-year.ts";
import { pastOfPurchases } from "./past-months.ts";
import { type Scored, scoredByValue } from "./rank-scores.ts";
import type { Fits, RunBase } from "./run-input.ts";
import { atRiskDeviation, intervalsToStore, type RunIntervals } from "./run-intervals.ts";
import { retentionToTell, type Service, serviceToTell } from "./service-of.ts";
import { sumOf } from "./sum-of.ts";
import type { Backtest, OnStage, RunTotals, SampledCustomer } from "./types.ts";

const BAND_SHARE = 0.8;
const BAND_DRAWS = 300;

type Modelled = RunBase & { fits: Fits; backtest: Backtest | null; service: Service | null };
/** Fits of drawn histories; null where the delta method serves. */
type Refits = readonly AnyPurchaseFit[] | null;
type SoundScores = { scored: Scored; totals: RunTotals; refits: Refits };

/**
 * The scores of a fitted model in minor units with tiers, and everything that adds up over all customers; a refusal where the model
 * foretells what cannot be.
 */
export function modelScores(
  run: Modelled,
  onStage: OnStage,
): SoundScores | { refusals: readonly ClvWarning[] } {
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
): SoundScores {
  const { input, history, fits, historic, service } = run;
  const model = { fit: fits.purchases, spend: fits.spend, scores };
  const bands = bandCustomers(history, model, options, {
    ...{ share: BAND_SHARE, draws: BAND_DRAWS, seed: input.seed },
    costSpread: service ? (place) => ownCostSpread(service, place) : undefined,
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
      deviation: bands.valueDeviation.map((deviation) => deviation * input.unit),
    },
    input.tierCuts,
  );
  const refits = drawRefits(history, fits.purchases, {
    seed: input.seed,
    score: () => scoreCustomers(history, fits, options),
    onProgress: (share) => onStage("intervals", share / 2),
  });
  const totals = {
    valueMinor: sumOf(value),
    ...intervalsOf(run, refits, options),
    atRiskMinor: sumOf(atRisk),
    atRiskDeviationMinor: atRiskDeviation(scored.scores.deviation, pAlive),
    historicMinor: sumOf(historic),
    ...{ historicCostMinor: run.historicCostMinor, historicContacts: run.historicContacts },
    tiers: scored.tiers,
    tierCuts: input.tierCuts,
    ...{ ...forecastYear({ ...run, refits }), past: pastOfPurchases(input) },
    aliveModel: fits.leaving?.model ?? null,
    ...{ sample: sampleOf(history), contractSample: [] },
    ...serviceTotalsOf(run, scores),
  };
  onStage("intervals", 1);
  return { scored, totals, refits };
}

export function optionsOf({ input }: RunBase): ScoreOptions {
  const { horizonWeeks, discountRateAnnual, marginRate, costPerOrder } = input;
  return { horizonWeeks, discountRateAnnual, marginRate, costPerPurchase: costPerOrder };
}

function intervalsOf(
  { input, history, fits, backtest, service }: Modelled,
  refits: Refits,
  options: ScoreOptions,
): RunIntervals {
  const total = cohortTotal(history, fits, options, {
    ...{ measure: "value", seed: input.seed, refits, service: service?.spread ?? null },
  });
  return intervalsToStore(total, { backtest, unit: input.unit, refits: refits?.length ?? null });
}

/** What is told of the cost of service and of keeping customers; nothing where there is no value it could be taken off. */
function serviceTotalsOf(
  { input, history: { serviceCosts }, service, fits }: Modelled,
  { activeTime }: CustomerScores,
): Pick<RunTotals, "service" | "retention" | "sampleServiceCosts"> {
  if (!serviceCosts || !activeTime || !fits.spend)
    return { service: null, retention: null, sampleServiceCosts: [] };
  const { unit } = input;
  const ahead = service?.perWeek.reduce((sum, cost, i) => sum + cost * at(activeTime, i), 0) ?? 0;
  return {
    service:
      service && serviceToTell(service, { ahead: activeTime, aheadMinor: ahead * unit, unit }),
    retention: retentionToTell(activeTime, input),
    sampleServiceCosts: evenlySpaced(serviceCosts.length).map((i) => at(serviceCosts, i)),
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
