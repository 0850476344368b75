import {
  activeTimeAhead,
  backtestErrorOf,
  contractTotal,
  ownCostSpread,
  scoreContracts,
} from "#lib/clv/index.ts";
import type { Backtest, ContractScoreOptions, SbgFit, Tenures } from "#lib/clv/types.ts";
import { at } from "#lib/stats/typed-array.ts";
import { evenlySpaced } from "./evenly-spaced.ts";
import { MONTHS, overMonths, WEEKS_PER_MONTH } from "./forecast-year.ts";
import { pastOfContracts } from "./past-months.ts";
import { type Scored, scoredByValue } from "./rank-scores.ts";
import type { ContractBase } from "./run-input.ts";
import { atRiskDeviation, intervalsToStore } from "./run-intervals.ts";
import { retentionToTell, type Service, serviceToTell } from "./service-of.ts";
import { sumOf } from "./sum-of.ts";
import type { OnStage, RunTotals, SampledContract } from "./types.ts";

type Modelled = ContractBase & {
  fit: SbgFit;
  backtest: Backtest | null;
  service: Service | null;
};

/** The scores of a fit of contracts in minor units with tiers, and everything that adds up over all customers. */
export function contractScores(
  run: Modelled,
  onStage: OnStage,
): { scored: Scored; totals: RunTotals } {
  const { input, tenures, fit, historic, service } = run;
  const costSpread = service && ((place: number) => ownCostSpread(service, place));
  const scores = scoreContracts(tenures, fit.parameters, input, costSpread);
  onStage("scoring", 1);
  const inMinor = (column: Float64Array) => column.map((amount) => Math.round(amount * input.unit));
  const value = inMinor(scores.residualValue);
  const atRisk = value.map((each, i) => Math.round(Math.max(0, each) * (1 - at(scores.pAlive, i))));
  const scored = scoredByValue(
    {
      ...{ customers: run.customers, value, atRisk, historic, pAlive: scores.pAlive },
      expectedPurchases: scores.expectedPurchases,
      expectedSpend: scores.expectedSpend.map((spend) => spend * input.unit),
      ...{ low: inMinor(scores.valueLow), high: inMinor(scores.valueHigh) },
      deviation: scores.valueDeviation.map((deviation) => deviation * input.unit),
    },
    input.tierCuts,
  );
  onStage("intervals", 0);
  const totals = {
    ...{ valueMinor: sumOf(value), ...intervalsOf(run), atRiskMinor: sumOf(atRisk) },
    atRiskDeviationMinor: atRiskDeviation(scored.scores.deviation, scores.pAlive),
    ...{ historicMinor: sumOf(historic), tiers: scored.tiers, tierCuts: input.tierCuts },
    ...{ ...yearOf(run), past: pastOfContracts(input, tenures.period) },
    ...{ historicCostMinor: run.historicCostMinor, historicContacts: run.historicContacts },
    aliveModel: null,
    ...{ sample: [], contractSample: sampleOf(tenures), ...serviceTotalsOf(run) },
  };
  return { scored, totals };
}

function intervalsOf({ input, tenures, fit, backtest, service }: Modelled) {
  const { unit } = input;
  const total = contractTotal(tenures, fit, input, service?.spread);
  return intervalsToStore(total, { backtest, unit, refits: null });
}

/** What those under contract are expected to pay in each of the next twelve months, not discounted. */
function yearOf({ input, tenures, fit, backtest, service }: Modelled) {
  const options = (months: number): ContractScoreOptions => ({
    ...{ horizonWeeks: months * WEEKS_PER_MONTH, discountRateAnnual: 0 },
    marginRate: input.marginRate,
  });
  const until = Array.from(
    { length: MONTHS + 1 },
    (_, months) =>
      sumOf(scoreContracts(tenures, fit.parameters, options(months)).residualValue) * input.unit,
  );
  const spread = contractTotal(tenures, fit, options(MONTHS), service?.spread);
  const mayLose = tenures.current.some(({ serviceCost = 0 }) => serviceCost > 0);
  const backtestError = backtestErrorOf(backtest);
  return overMonths(until, { ...spread, backtestError, mayLose }, input.unit);
}

/** What is told of the cost of service and of keeping customers: both of the weeks that running contracts are expected to go on. */
function serviceTotalsOf({
  input,
  tenures,
  fit,
  service,
}: Modelled): Pick<RunTotals, "service" | "retention" | "sampleServiceCosts"> {
  const running = tenures.current.filter(({ state }) => state === "running");
  if (!(service || input.retentionCostPerWeek > 0))
    return { service: null, retention: null, sampleServiceCosts: [] };
  const ahead = activeTimeAhead(tenures, fit.parameters, input);
  const served = service?.perWeek.reduce((sum, cost, i) => sum + cost * at(ahead, i), 0) ?? 0;
  const { unit } = input;
  return {
    service: service && serviceToTell(service, { ahead, aheadMinor: served * unit, unit }),
    retention: retentionToTell(ahead, input),
    sampleServiceCosts: evenlySpaced(running.length).map(
      (place) => running[place]?.serviceCost ?? 0,
    ),
  };
}

/** Evenly spaced of those that run: the others are worth nothing whatever is changed. */
function sampleOf({ current }: Tenures): SampledContract[] {
  const running = current.filter(({ state }) => state === "running");
  return evenlySpaced(running.length).flatMap((place) => {
    const tenure = running[place];
    return tenure ? [[tenure.renewals, tenure.nextIn, tenure.price] as const] : [];
  });
}
