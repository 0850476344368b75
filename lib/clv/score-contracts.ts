import { at } from "#lib/stats/typed-array.ts";
import {
  type ContractOutlook,
  contractOutlook,
  discountedVariance,
  discountUntilNext,
  expectedDiscounted,
  renewalsAhead,
  renewalsQuantile,
} from "./contract-outlook.ts";
import type { ContractScoreOptions, Tenure, Tenures } from "./contract-types.ts";
import type { OwnCostSpread } from "./own-cost-spread.ts";
import { weeksOf } from "./renewal-days.ts";
import { discountedTime } from "./simulate-future.ts";
import type { CustomerBands, CustomerScores, SbgParameters } from "./types.ts";
import { weeklyDiscountRate } from "./weeks.ts";

/** The middle 80 %, and the point of the standard normal distribution that ends it. */
const TAIL = 0.1;
const Z = 1.2815515655446004;

/**
 * The value to come of every customer in `current`, in its order, with the middle 80 % of what may come.
 *
 * `pAlive`: the chance to make the next renewal, `(β + n) / (α + β + n)` after n of them, and 0 once a contract has ended.
 * `residualValue` = price × margin × Σ S(n+j)/S(n) · e^(−δ t_j) over renewals within the horizon: the residual lifetime of
 * `discountedResidualLifetime`, ended at the horizon and discounted to the cut-off, as renewals lie up to a period ahead. Where the cost of
 * service is known, each renewal bears that of the period it pays for, and what is left of the running period, up to the horizon, its own.
 * `costSpread`: how far the cost of service of a running contract may stray, by its place among them; left out it is taken as known. No
 * contact pays: no end is above what there would be without any.
 * Worked: (0.7041, 1.1820) has P(next) 0.6267 of a new customer.
 */
export function scoreContracts(
  { period, current }: Pick<Tenures, "period" | "current">,
  parameters: SbgParameters,
  options: ContractScoreOptions,
  costSpread: ((place: number) => OwnCostSpread) | null = null,
): CustomerScores & CustomerBands {
  const scores = emptyScores(current.length);
  const outlook = contractOutlook(parameters, period, options);
  let running = 0;
  for (const [i, tenure] of current.entries()) {
    scores.expectedSpend[i] = tenure.price;
    if (tenure.state !== "running") continue;
    const ahead = outlook(tenure.renewals, renewalsAhead(tenure.nextIn, period, options));
    const each = worthOf(tenure, period, options);
    const [low, high] = [TAIL, 1 - TAIL].map((share) => renewalsQuantile(ahead, share));
    scores.pAlive[i] = nextChance(parameters, tenure.renewals);
    scores.expectedPurchases[i] = ahead.chances.reduce((sum, chance) => sum + chance, -1);
    scores.discountedPurchases[i] = expectedDiscounted(ahead);
    const rest = restCostOf(tenure, period, options);
    scores.residualValue[i] = each * at(scores.discountedPurchases, i) - rest;
    scores.purchasesLow[i] = low ?? 0;
    scores.purchasesHigh[i] = high ?? 0;
    const ends = [low ?? 0, high ?? 0].map((renewals) => at(ahead.discounted, renewals));
    scores.valueLow[i] = Math.min(...ends.map((renewals) => each * renewals)) - rest;
    scores.valueHigh[i] = highestOf(tenure, ends, { period, options });
    scores.valueDeviation[i] = Math.abs(each) * Math.sqrt(discountedVariance(ahead));
    if (costSpread) {
      const spread = costSpread(running);
      const time = timeAhead({ ...tenure, serviceCost: 1 }, ahead, { period, options });
      widenByCosts(scores, i, costVariance(spread, time));
      const serviceCost = (tenure.serviceCost ?? 0) - spread.expected;
      const most = highestOf({ ...tenure, serviceCost }, ends, { period, options });
      scores.valueHigh[i] = Math.min(at(scores.valueHigh, i), most);
    }
    running += 1;
  }
  return scores;
}

type Terms = { period: Tenures["period"]; options: ContractScoreOptions };

/** The greatest value of a running contract that is renewed for so many discounted renewals. */
function highestOf(
  tenure: Tenure,
  renewals: readonly number[],
  { period, options }: Terms,
): number {
  const each = worthOf(tenure, period, options);
  return (
    Math.max(...renewals.map((discounted) => each * discounted)) -
    restCostOf(tenure, period, options)
  );
}

type Time = { mean: number; variance: number };

/** The discounted weeks that one running contract goes on; `serviceCost` 1. */
function timeAhead(tenure: Tenure, ahead: ContractOutlook, { period, options }: Terms): Time {
  const each = -worthOf({ ...tenure, price: 0 }, period, options);
  const rest = restCostOf(tenure, period, options);
  return {
    mean: rest + each * expectedDiscounted(ahead),
    variance: each ** 2 * discountedVariance(ahead),
  };
}

/** chance E[L] + rate E[L²]. */
function costVariance({ chance, rate }: OwnCostSpread, { mean, variance }: Time): number {
  return chance * mean + rate * (mean ** 2 + variance);
}

/** Each end of a band reaches further from the mean, as deviations that are apart do: √(reach² + z² variance). */
function widenByCosts(scores: CustomerScores & CustomerBands, i: number, variance: number): void {
  const mean = at(scores.residualValue, i);
  const furtherFrom = (end: number) =>
    Math.hypot(end - mean, Z * Math.sqrt(variance)) - Math.abs(end - mean);
  scores.valueLow[i] = at(scores.valueLow, i) - furtherFrom(at(scores.valueLow, i));
  scores.valueHigh[i] = at(scores.valueHigh, i) + furtherFrom(at(scores.valueHigh, i));
  scores.valueDeviation[i] = Math.hypot(at(scores.valueDeviation, i), Math.sqrt(variance));
}

/** The discounted weeks that each running contract is expected to go on, in their order: what its cost of a week is multiplied by. */
export function activeTimeAhead(
  { period, current }: Pick<Tenures, "period" | "current">,
  parameters: SbgParameters,
  options: ContractScoreOptions,
): Float64Array {
  const running = current.filter(({ state }) => state === "running");
  const worthAt = (serviceCost: number) => {
    const served = running.map((tenure) => ({ ...tenure, serviceCost }));
    return scoreContracts({ period, current: served }, parameters, options).residualValue;
  };
  const costly = worthAt(1);
  return worthAt(0).map((free, i) => free - at(costly, i));
}

/** Chance to make the next renewal after some; it rises with them, as those who leave easily are gone. */
export function nextChance({ alpha, beta }: SbgParameters, renewals: number): number {
  return (beta + renewals) / (alpha + beta + renewals);
}

/** What the next renewal leaves after serving the period it pays for, discounted to today; may be below 0. */
export function worthOf(
  { price, nextIn, serviceCost = 0 }: Pick<Tenure, "price" | "nextIn" | "serviceCost">,
  period: Tenures["period"],
  options: Pick<ContractScoreOptions, "discountRateAnnual" | "marginRate">,
): number {
  const rate = weeklyDiscountRate(options.discountRateAnnual);
  const cost = serviceCost === 0 ? 0 : serviceCost * discountedTime(rate, weeksOf(period));
  return (price * options.marginRate - cost) * discountUntilNext(nextIn, period, options);
}

/** What serving the rest of the running period costs, up to the horizon, discounted to today. */
export function restCostOf(
  { nextIn, serviceCost = 0 }: Pick<Tenure, "nextIn" | "serviceCost">,
  period: Tenures["period"],
  { discountRateAnnual, horizonWeeks }: ContractScoreOptions,
): number {
  if (serviceCost === 0) return 0;
  const rest = Math.min(horizonWeeks, nextIn * weeksOf(period));
  return serviceCost * discountedTime(weeklyDiscountRate(discountRateAnnual), rest);
}

function emptyScores(n: number): CustomerScores & CustomerBands {
  const column = () => new Float64Array(n);
  return {
    ...{ expectedPurchases: column(), pAlive: column(), discountedPurchases: column() },
    ...{ expectedSpend: column(), activeTime: null, residualValue: column() },
    ...{ purchasesLow: column(), purchasesHigh: column() },
    ...{ valueLow: column(), valueHigh: column(), valueDeviation: column() },
  };
}
