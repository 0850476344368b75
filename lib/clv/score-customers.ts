import { at, intAt } from "#lib/stats/typed-array.ts";
import { type AliveTables, aliveTables } from "./alive-tables.ts";
import { customerAt } from "./customer-at.ts";
import { aliveBy } from "./forecast.ts";
import { inUnits } from "./models/alive-chance.ts";
import { expectedSpend } from "./models/gamma-gamma.ts";
import { spendByRepeats } from "./models/spend-bands.ts";
import {
  activeTimeOutlook,
  type HistoryExtent,
  historyExtent,
  type Outlook,
  purchaseOutlook,
  type Remembered,
  recall,
} from "./purchase-outlook.ts";
import type {
  AnyPurchaseFit,
  CustomerScores,
  OnProgress,
  PurchaseHistory,
  ScoreOptions,
  SpendFit,
} from "./types.ts";

/** Customers whose columns stay near the processor from one score to the next. */
const STRETCH = 1 << 12;
/** Customers between two reports of progress, in whole stretches. */
const REPORT_EVERY = 1 << 16;

/**
 * The value to come of every customer, in columns of the history's order; a spend of null values everything at 0.
 *
 * `residualValue` = (expected spend × margin − cost per purchase) × discounted expected purchases (DET) within the horizon, less the
 * cost of service per week × discounted expected active weeks where that cost is known; below 0 where serving costs more.
 * Worked: CDNOW's customer with 26 repeats, t_x 30.86, T 31 weeks has P(alive) 0.9689 and 3-year value 1,803.94 (reference test).
 */
export function scoreCustomers(
  history: PurchaseHistory,
  fits: { purchases: AnyPurchaseFit; spend: SpendFit | null },
  options: ScoreOptions,
  onProgress?: OnProgress,
): CustomerScores {
  const n = history.repeats.length;
  const scores = emptyScores(n, history.serviceCosts !== undefined);
  const extent = historyExtent(history);
  const outlook = purchaseOutlook(fits.purchases, options, extent);
  const scoreAlive = aliveScorer(fits.purchases, extent);
  const scoreService = serviceScorer(fits, options, extent);
  for (let from = 0; from < n; from += STRETCH) {
    const to = Math.min(n, from + STRETCH);
    scoreAlive({ history, scores, from, to });
    scorePurchases({ history, scores, from, to }, outlook);
    scoreValue({ history, scores, from, to }, fits.spend, options);
    scoreService({ history, scores, from, to });
    if (to === n || to % REPORT_EVERY === 0) onProgress?.(to / n);
  }
  return scores;
}

function emptyScores(n: number, hasService: boolean): CustomerScores {
  return {
    expectedPurchases: new Float64Array(n),
    pAlive: new Float64Array(n),
    discountedPurchases: new Float64Array(n),
    expectedSpend: new Float64Array(n),
    activeTime: hasService ? new Float64Array(n) : null,
    residualValue: new Float64Array(n),
  };
}

type Stretch = { history: PurchaseHistory; scores: CustomerScores; from: number; to: number };

/** Fills P(alive) of a stretch, by tables where the model allows. */
function aliveScorer(fit: AnyPurchaseFit, extent: HistoryExtent): (stretch: Stretch) => void {
  const tables = fit.model === "pareto_nbd" ? null : aliveTables(fit, extent);
  if (tables) return (stretch) => scoreAliveByTable(stretch, tables);
  return ({ history, scores, from, to }) => {
    for (let i = from; i < to; i++)
      scores.pAlive[i] = aliveBy(fit, inUnits(customerAt(history, i), history.daysPerUnit));
  };
}

/** `aliveChance` for many customers as `power(t_x) / (power(t_x) + factor · power(T))`, each looked up. */
function scoreAliveByTable(
  { history, scores, from, to }: Stretch,
  { factors, powers, width }: AliveTables,
): void {
  const { repeats, lastDays, ageDays } = history;
  for (let i = from; i < to; i++) {
    const x = intAt(repeats, i);
    const last = at(powers, x * width + intAt(lastDays, i));
    const age = at(powers, x * width + intAt(ageDays, i));
    scores.pAlive[i] = last / (last + at(factors, x) * age);
  }
}

function scorePurchases(
  { history, scores, from, to }: Stretch,
  { expected, discounted }: Outlook,
): void {
  for (let i = from; i < to; i++) {
    const repeats = intAt(history.repeats, i);
    const ageDays = intAt(history.ageDays, i);
    const alive = at(scores.pAlive, i);
    scores.expectedPurchases[i] = alive * recall(expected, repeats, ageDays);
    scores.discountedPurchases[i] = alive * recall(discounted, repeats, ageDays);
  }
}

function scoreValue(
  { history, scores, from, to }: Stretch,
  spend: SpendFit | null,
  { marginRate, costPerPurchase = 0 }: ScoreOptions,
): void {
  if (!spend) return;
  scoreSpend({ history, scores, from, to }, spend);
  for (let i = from; i < to; i++) {
    const worth = at(scores.expectedSpend, i) * marginRate - costPerPurchase;
    scores.residualValue[i] = worth * at(scores.discountedPurchases, i);
  }
}

/** Fills active time and takes the cost of service off the value, where it is known. */
function serviceScorer(
  { purchases, spend }: { purchases: AnyPurchaseFit; spend: SpendFit | null },
  options: ScoreOptions,
  extent: HistoryExtent,
): (stretch: Stretch) => void {
  let ahead: Remembered | null = null;
  return ({ history, scores, from, to }) => {
    const { serviceCosts } = history;
    const { activeTime, residualValue, pAlive } = scores;
    if (!serviceCosts || !activeTime) return;
    ahead ??= activeTimeOutlook(purchases, options, extent);
    for (let i = from; i < to; i++) {
      const weeks =
        at(pAlive, i) * recall(ahead, intAt(history.repeats, i), intAt(history.ageDays, i));
      activeTime[i] = weeks;
      if (spend) residualValue[i] = at(residualValue, i) - at(serviceCosts, i) * weeks;
    }
  };
}

/** Fills the expected spend of a stretch; without bands the parameters stay where they are for a million customers. */
function scoreSpend({ history, scores, from, to }: Stretch, spend: SpendFit): void {
  if (spend.bands) {
    const spendAt = spendBy(history, spend);
    for (let i = from; i < to; i++) scores.expectedSpend[i] = spendAt(i);
    return;
  }
  const { p, q, v } = spend.parameters;
  const { repeats, meanSpend } = history;
  for (let i = from; i < to; i++)
    scores.expectedSpend[i] = expectedSpend(
      { p, q, v },
      { repeats: intAt(repeats, i), meanSpend: at(meanSpend, i) },
    );
}

/** Expected spend per purchase of the customer in a place. */
function spendBy({ repeats, meanSpend }: PurchaseHistory, spend: SpendFit): (i: number) => number {
  const fits = spendByRepeats(spend).map(({ parameters }) => parameters);
  const last = fits.length - 1;
  return (i) => {
    const x = intAt(repeats, i);
    const parameters = fits[Math.min(x, last)] ?? spend.parameters;
    return expectedSpend(parameters, { repeats: x, meanSpend: at(meanSpend, i) });
  };
}

/** The value of all at purchases that are scored already: `residualValue` added up, with another fit of spend. */
export function totalAtSpend(
  history: PurchaseHistory,
  { discountedPurchases, activeTime }: Pick<CustomerScores, "discountedPurchases" | "activeTime">,
  spend: SpendFit,
  { marginRate, costPerPurchase = 0 }: ScoreOptions,
): number {
  const spendAt = spendBy(history, spend);
  let total = 0;
  for (let i = 0; i < discountedPurchases.length; i++)
    total += (spendAt(i) * marginRate - costPerPurchase) * at(discountedPurchases, i);
  const { serviceCosts } = history;
  if (serviceCosts && activeTime)
    for (let i = 0; i < activeTime.length; i++) total -= at(serviceCosts, i) * at(activeTime, i);
  return total;
}
