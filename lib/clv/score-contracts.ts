import { at } from "#lib/stats/typed-array.ts";
import {
  contractOutlook,
  discountedVariance,
  discountUntilNext,
  expectedDiscounted,
  renewalsAhead,
  renewalsQuantile,
} from "./contract-outlook.ts";
import type { ContractScoreOptions, Tenure, Tenures } from "./contract-types.ts";
import type { CustomerBands, CustomerScores, SbgParameters } from "./types.ts";

/** The middle 80 %. */
const TAIL = 0.1;

/**
 * The value to come of every customer in `current`, in its order, with the middle 80 % of what may come.
 *
 * `pAlive`: the chance to make the next renewal, `(β + n) / (α + β + n)` after n of them, and 0 once a contract has ended.
 * `residualValue` = price × margin × Σ S(n+j)/S(n) · e^(−δ t_j) over renewals within the horizon: the residual lifetime of
 * `discountedResidualLifetime`, ended at the horizon and discounted to the cut-off, as renewals lie up to a period ahead.
 * Worked: (0.7041, 1.1820) has P(next) 0.6267 of a new customer.
 */
export function scoreContracts(
  { period, current }: Pick<Tenures, "period" | "current">,
  parameters: SbgParameters,
  options: ContractScoreOptions,
): CustomerScores & CustomerBands {
  const scores = emptyScores(current.length);
  const outlook = contractOutlook(parameters, period, options);
  for (const [i, tenure] of current.entries()) {
    scores.expectedSpend[i] = tenure.price;
    if (tenure.state !== "running") continue;
    const ahead = outlook(tenure.renewals, renewalsAhead(tenure.nextIn, period, options));
    const each = worthOf(tenure, period, options);
    const [low, high] = [TAIL, 1 - TAIL].map((share) => renewalsQuantile(ahead, share));
    scores.pAlive[i] = nextChance(parameters, tenure.renewals);
    scores.expectedPurchases[i] = ahead.chances.reduce((sum, chance) => sum + chance, -1);
    scores.discountedPurchases[i] = expectedDiscounted(ahead);
    scores.residualValue[i] = each * at(scores.discountedPurchases, i);
    scores.purchasesLow[i] = low ?? 0;
    scores.purchasesHigh[i] = high ?? 0;
    scores.valueLow[i] = each * at(ahead.discounted, low ?? 0);
    scores.valueHigh[i] = each * at(ahead.discounted, high ?? 0);
    scores.valueDeviation[i] = each * Math.sqrt(discountedVariance(ahead));
  }
  return scores;
}

/** Chance to make the next renewal after some; it rises with them, as those who leave easily are gone. */
export function nextChance({ alpha, beta }: SbgParameters, renewals: number): number {
  return (beta + renewals) / (alpha + beta + renewals);
}

/** What the next renewal leaves, discounted to today. */
export function worthOf(
  { price, nextIn }: Pick<Tenure, "price" | "nextIn">,
  period: Tenures["period"],
  options: Pick<ContractScoreOptions, "discountRateAnnual" | "marginRate">,
): number {
  return price * options.marginRate * discountUntilNext(nextIn, period, options);
}

function emptyScores(n: number): CustomerScores & CustomerBands {
  const column = () => new Float64Array(n);
  return {
    ...{ expectedPurchases: column(), pAlive: column(), discountedPurchases: column() },
    ...{ expectedSpend: column(), residualValue: column() },
    ...{ purchasesLow: column(), purchasesHigh: column() },
    ...{ valueLow: column(), valueHigh: column(), valueDeviation: column() },
  };
}
