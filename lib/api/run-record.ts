import {
  foretellingModelOf,
  type RunDetail,
  type RunSummary,
  spendIntervals,
  tierInterval,
} from "#lib/clv-runs/index.ts";
import { tierName } from "#lib/tiers/index.ts";
import type { RunListed, RunRecord } from "./value-operations.ts";

/** A run as the API hands it out. */
export function runRecord(run: RunDetail): RunRecord {
  const { fit, spend, holdout, totals } = run;
  return {
    ...runListed(run),
    aliveModel: foretellingModelOf(run),
    parameters: fit?.parameters ?? null,
    standardErrors: fit?.standardErrors ?? null,
    parameterIntervals: fit && intervalRecords(fit.intervals),
    logLikelihood: fit?.logLikelihood ?? null,
    spend: spend && {
      ...spendRecord(spend),
      bands:
        spend.bands?.map((band) => ({
          ...spendRecord(band),
          ...{ leastRepeats: band.leastRepeats, mostRepeats: band.mostRepeats },
          ...{ customers: band.customers, converged: band.converged },
        })) ?? null,
    },
    holdout: holdout && {
      ...{ customers: holdout.customers, holdoutWeeks: holdout.holdoutWeeks },
      ...{ actualTotal: holdout.actualTotal, predictedTotal: holdout.predictedTotal },
      ...{ totalError: holdout.totalError, spendError: holdout.spendError },
      ...{ naiveTotal: holdout.naiveTotal, naiveError: holdout.naiveError },
      ...{ rmse: holdout.rmse, naiveRmse: holdout.naiveRmse, auc: holdout.auc },
    },
    warnings: run.warnings,
    totals: totals && {
      valueMinor: totals.valueMinor,
      interval: totals.interval && { low: totals.interval[0], high: totals.interval[1] },
      ...{ intervalMethod: methodOf(run), refits: totals.refits },
      ...{ atRiskMinor: totals.atRiskMinor, historicMinor: totals.historicMinor },
      historicContacts: totals.historicContacts,
      tiers: totals.tiers.map((tier) => tierRecord(run, tier)),
      ...{ service: totals.service, retention: totals.retention },
    },
  };
}

/** A run as the API lists it: without what it found. */
export function runListed(run: RunSummary): RunListed {
  return {
    ...{ id: run.id, status: run.status, stage: run.stage, percent: run.percent },
    ...{ model: run.model, customers: run.customers, repeaters: run.repeaters },
    ...{ currency: run.currency, cutoffOn: run.cutoffOn, horizonMonths: run.horizonMonths },
    ...{ discountRateAnnual: run.discountRateAnnual, marginRate: run.marginRate },
    ...{ costPerOrderMinor: run.costPerOrderMinor, costPerContactMinor: run.costPerContactMinor },
    retentionCostPerYearMinor: run.retentionCostPerYearMinor,
    ...{ basis: run.basis, renewalPeriod: run.renewalPeriod },
    ...{ cohort: run.cohort, isPartial: run.isPartial },
    ...{ createdAt: run.createdAt, finishedAt: run.finishedAt },
    ...{ failure: run.failure, codeVersion: run.codeVersion },
  };
}

type Bounds = readonly [low: number | null, high: number | null];

function intervalRecords(intervals: Readonly<Record<string, Bounds>>) {
  const records = Object.entries(intervals).map(([name, [low, high]]) => [name, { low, high }]);
  return Object.fromEntries(records) as Record<string, { low: number | null; high: number | null }>;
}

type Tier = NonNullable<RunDetail["totals"]>["tiers"][number];

function tierRecord(run: RunDetail, tier: Tier) {
  const interval = tierInterval(run, tier);
  return {
    ...{ tier: tier.tier, name: tierName(run.totals?.tierCuts ?? null, tier.tier) },
    ...{ customers: tier.customers, valueMinor: tier.valueMinor },
    interval: interval && { low: interval[0], high: interval[1] },
  };
}

/** Runs from before there was a choice went by the delta method. */
function methodOf({ totals }: RunDetail) {
  return totals?.interval ? (totals.intervalMethod ?? "delta") : null;
}

type Spend = Pick<
  NonNullable<RunDetail["spend"]>,
  "model" | "parameters" | "standardErrors" | "logLikelihood"
>;

function spendRecord({ model, parameters, standardErrors, logLikelihood }: Spend) {
  const intervals = spendIntervals({ model, parameters, standardErrors });
  return {
    ...{ model, parameters, standardErrors },
    ...{ parameterIntervals: intervalRecords(intervals), logLikelihood },
  };
}
