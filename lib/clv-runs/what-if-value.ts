import { scoreContracts, scoreCustomers } from "#lib/clv/index.ts";
import type {
  AnyPurchaseFit,
  CustomerScores,
  PurchaseHistory,
  SpendFit,
  Tenures,
} from "#lib/clv/types.ts";
import { minorDigits } from "#lib/format/format-money.ts";
import { at } from "#lib/stats/typed-array.ts";
import { WEEKS_PER_MONTH } from "./forecast-year.ts";
import type { RunDetail } from "./queries.ts";
import { purchaseFitOf, spendFitOf } from "./stored-fits.ts";
import type { Scenario } from "./types.ts";

/** Chances are kept off 0 and 1, where a Beta distribution ends. */
export const LEAST_CHANCE = 0.001;

/**
 * What the sampled customers of a run are worth under a scenario, up to a factor that is the same for every scenario; null where that
 * cannot be told.
 */
export function valueUnder(run: RunDetail, scenario: Scenario): number | null {
  if (run.model === "historic") return historicUnder(run, scenario);
  if (run.model === "sbg") return contractsUnder(run, scenario);
  return purchasesUnder(run, scenario);
}

/** What was earned so far with another margin: revenue by the new one, less the same cost of orders and contacts. */
function historicUnder(run: RunDetail, { marginRate }: Scenario): number | null {
  const usual = run.marginRate ?? 1;
  const ofOrders = run.costPerOrderMinor === null ? 0 : (run.totals?.historicCostMinor ?? null);
  if (!run.totals || usual === 0 || ofOrders === null) return null;
  const cost = ofOrders + (run.totals.historicContacts?.costMinor ?? 0);
  const revenue = (run.totals.historicMinor + cost) / usual;
  return revenue * marginRate - cost;
}

/** Without a sample every scenario of the same margin is worth the same. */
function contractsUnder(run: RunDetail, scenario: Scenario): number | null {
  const { fit, totals, renewalPeriod } = run;
  const { alpha, beta } = fit?.parameters ?? {};
  if (!(alpha && beta && totals && renewalPeriod)) return null;
  if (totals.contractSample.length === 0) return scenario.marginRate;
  const current = totals.contractSample.map((sampled, place) => ({
    ...tenureOf(sampled),
    serviceCost: totals.sampleServiceCosts[place] ?? 0,
  }));
  const [a, b] = movedBeta(alpha, beta, scenario.retentionPoints);
  const { residualValue } = scoreContracts(
    { period: renewalPeriod, current },
    { alpha: a, beta: b },
    { ...scenario, horizonWeeks: run.horizonMonths * WEEKS_PER_MONTH },
  );
  return residualValue.reduce((sum, value) => sum + value, 0);
}

function tenureOf([renewals, nextIn, price]: readonly [
  number,
  number,
  number,
]): Tenures["current"][number] {
  return {
    ...{ customer: 0, startDay: 0, state: "running", renewals, due: renewals },
    ...{ nextIn, price },
  };
}

/** Value of the sample; who is still a customer is told by the fit as it is. */
function purchasesUnder(run: RunDetail, scenario: Scenario): number | null {
  const purchases = purchaseFitOf(run);
  const spend = spendFitOf(run);
  const sample = run.totals?.sample ?? [];
  if (!(purchases && spend) || sample.length === 0) return null;
  const costs = run.totals?.sampleServiceCosts ?? [];
  const history = historyOf(sample, costs);
  const scoredBy = (fit: AnyPurchaseFit) =>
    scoreCustomers(history, { purchases: fit, spend } satisfies Fits, {
      ...{ horizonWeeks: run.horizonMonths * WEEKS_PER_MONTH, marginRate: scenario.marginRate },
      discountRateAnnual: scenario.discountRateAnnual,
      costPerPurchase: (run.costPerOrderMinor ?? 0) / 10 ** minorDigits(run.currency),
    });
  const asIs = scoredBy(purchases);
  const staying = stayingMore(purchases, scenario.retentionPoints);
  return sumBy(staying ? scoredBy(staying) : asIs, asIs);
}

type Fits = { purchases: AnyPurchaseFit; spend: SpendFit };
type Sample = NonNullable<RunDetail["totals"]>["sample"];

function historyOf(sample: Sample, costs: readonly number[]): PurchaseHistory {
  return {
    repeats: Int32Array.from(sample, ([repeats]) => repeats),
    lastDays: Int32Array.from(sample, ([, lastDays]) => lastDays),
    ageDays: Int32Array.from(sample, ([, , ageDays]) => ageDays),
    meanSpend: Float64Array.from(sample, ([, , , meanSpend]) => meanSpend),
    daysPerUnit: 7,
    serviceCosts: costs.length === 0 ? undefined : Float64Array.from(costs),
  };
}

/** The fit with another chance to stay after a purchase; null where nothing changes or a purchase does not decide it. */
function stayingMore(fit: AnyPurchaseFit, points: number): AnyPurchaseFit | null {
  if (points === 0 || fit.model === "pareto_nbd") return null;
  const [a, b] = movedBeta(fit.parameters.a, fit.parameters.b, points);
  return { ...fit, parameters: { ...fit.parameters, a, b } };
}

/** Of a chance to leave, Beta(a, b), the mean falls by so many percent points and a + b stays. */
function movedBeta(a: number, b: number, points: number): [a: number, b: number] {
  if (points === 0) return [a, b];
  const mean = a / (a + b) - points / 100;
  const leaving = Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, mean));
  return [leaving * (a + b), (1 - leaving) * (a + b)];
}

/** Σ of value, with the chance to be a customer exchanged for that of another scoring. */
function sumBy(scores: CustomerScores, { pAlive }: CustomerScores): number {
  return scores.residualValue.reduce((sum, value, i) => {
    const chance = at(scores.pAlive, i);
    return chance === 0 ? sum : sum + (value * at(pAlive, i)) / chance;
  }, 0);
}
