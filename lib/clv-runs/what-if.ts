import { scoreCustomers } from "#lib/clv/index.ts";
import type { CustomerScores, PurchaseFit, PurchaseHistory, SpendFit } from "#lib/clv/types.ts";
import { minorDigits } from "#lib/format/format-money.ts";
import { at } from "#lib/stats/typed-array.ts";
import { WEEKS_PER_MONTH } from "./forecast-year.ts";
import type { RunDetail } from "./queries.ts";
import type { Interval } from "./types.ts";

/**
 * What is asked: `retentionPoints` added to the chance, in percent points, to stay after a purchase; margin and discount 0..1.
 */
export type Scenario = { retentionPoints: number; marginRate: number; discountRateAnnual: number };

/** Total CLV under a scenario, from a sample of `sampled` customers, with the run's interval in proportion. */
export type ScenarioTotal = {
  valueMinor: number;
  interval: Interval | null;
  /** To the run's total; null where that is 0 */
  ratio: number | null;
  sampled: number;
};

/** Chances are kept off 0 and 1, where a Beta distribution ends. */
const LEAST_CHANCE = 0.001;

/** What a run was computed with; the scenario that changes nothing. */
export function scenarioOf(run: Pick<RunDetail, "marginRate" | "discountRateAnnual">): Scenario {
  return {
    retentionPoints: 0,
    marginRate: run.marginRate ?? 1,
    discountRateAnnual: run.discountRateAnnual,
  };
}

/**
 * The total of a run had it other terms: the sample's value under the scenario over that as it is, times the run's total.
 *
 * Retention changes from now on: who has left stays away. Of the chance to leave after a purchase, Beta(a, b), the mean a / (a + b)
 * moves and a + b stays. null where no model was fitted.
 */
export function scenarioTotal(run: RunDetail, scenario: Scenario): ScenarioTotal | null {
  const fits = fitsOf(run);
  const { totals } = run;
  if (!fits || !totals || totals.sample.length === 0) return null;
  const history = historyOf(totals.sample);
  const base = sampleValue(run, { history, fits, scenario: scenarioOf(run) });
  const asked = sampleValue(run, { history, fits, scenario });
  const ratio = base === 0 ? null : asked / base;
  const scale = (minor: number) => Math.round(minor * (ratio ?? 1));
  const bounds = totals.interval?.map(scale).sort((one, other) => one - other);
  return {
    valueMinor: scale(totals.valueMinor),
    interval: bounds ? [bounds[0] ?? 0, bounds[1] ?? 0] : null,
    ratio,
    sampled: totals.sample.length,
  };
}

type Fits = { purchases: PurchaseFit; spend: SpendFit };

const KNOWN = {
  ...{ logCovariance: null, conditionNumber: 1, gradientPerCustomer: 0 },
  ...{ converged: true, reason: null },
} as const;

/** The stored fit as one that scores; null where a parameter is missing. */
function fitsOf({ model, fit, spend, customers, repeaters }: RunDetail): Fits | null {
  if (!fit || !spend || !(model === "bg_nbd" || model === "mbg_nbd")) return null;
  const { r, alpha, a, b } = fit.parameters;
  const { p, q, v } = spend.parameters;
  if (!(r && alpha && a && b && p && q && v)) return null;
  const purchases = { r, alpha, a, b };
  const money = { p, q, v };
  return {
    purchases: {
      ...KNOWN,
      ...{ model, parameters: purchases, standardErrors: purchases, hasPrior: false },
      ...{ logLikelihood: fit.logLikelihood, customers: customers ?? 0, repeaters: repeaters ?? 0 },
    },
    spend: {
      ...KNOWN,
      ...{ model: spend.model, parameters: money, standardErrors: money },
      ...{ logLikelihood: spend.logLikelihood ?? 0, customers: spend.customers },
    },
  };
}

type Sample = NonNullable<RunDetail["totals"]>["sample"];

function historyOf(sample: Sample): PurchaseHistory {
  return {
    repeats: Int32Array.from(sample, ([repeats]) => repeats),
    lastDays: Int32Array.from(sample, ([, lastDays]) => lastDays),
    ageDays: Int32Array.from(sample, ([, , ageDays]) => ageDays),
    meanSpend: Float64Array.from(sample, ([, , , meanSpend]) => meanSpend),
    daysPerUnit: 7,
  };
}

type Asked = { history: PurchaseHistory; fits: Fits; scenario: Scenario };

/** Value of the sample; who is still a customer is told by the fit as it is. */
function sampleValue(run: RunDetail, { history, fits, scenario }: Asked): number {
  const { marginRate, discountRateAnnual, retentionPoints } = scenario;
  const options = {
    ...{ horizonWeeks: run.horizonMonths * WEEKS_PER_MONTH, discountRateAnnual, marginRate },
    costPerPurchase: (run.costPerOrderMinor ?? 0) / 10 ** minorDigits(run.currency),
  };
  const asIs = scoreCustomers(history, fits, options);
  if (retentionPoints === 0) return sumBy(asIs, asIs);
  const purchases = { ...fits.purchases, parameters: stayingMore(fits, retentionPoints) };
  return sumBy(scoreCustomers(history, { ...fits, purchases }, options), asIs);
}

function stayingMore({ purchases: { parameters } }: Fits, points: number) {
  const { a, b } = parameters;
  const mean = a / (a + b) - points / 100;
  const leaving = Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, mean));
  return { ...parameters, a: leaving * (a + b), b: (1 - leaving) * (a + b) };
}

/** Σ of value, with the chance to be a customer exchanged for that of another scoring. */
function sumBy(scores: CustomerScores, { pAlive }: CustomerScores): number {
  return scores.residualValue.reduce((sum, value, i) => {
    const chance = at(scores.pAlive, i);
    return chance === 0 ? sum : sum + (value * at(pAlive, i)) / chance;
  }, 0);
}

/** The chance to stay after a purchase by a run's fit, 0..1; null without one. */
export function retentionOf(run: RunDetail): number | null {
  const { a, b } = run.fit?.parameters ?? {};
  return a && b ? b / (a + b) : null;
}
