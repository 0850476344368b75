import { at } from "#lib/stats/typed-array.ts";
import type { ServiceSpread } from "./service-variance.ts";

/**
 * What the contacts with customers cost while they were customers, place by place, in the unit of the spend, and the sum of the squares of
 * single contacts.
 */
export type ObservedCosts = { readonly costs: Float64Array; readonly squares: number };

/**
 * `perWeek`: what serving each customer costs a week of active time; `mean`: all costs over all active time; `meanError` its standard error. `credibilityWeeks` K: how many
 * weeks of the mean each customer's own weeks are added to; Infinity where customers do not differ more than by chance. `spread`: how costs
 * vary, for how far they may be off.
 */
export type ServiceCosts = {
  readonly perWeek: Float64Array;
  readonly mean: number;
  readonly meanError: number;
  readonly activeWeeks: number;
  readonly credibilityWeeks: number;
  readonly spread: ServiceSpread;
};

/**
 * The cost of service per week of active time, each customer's own drawn towards the mean of all, as a customer's few contacts say little
 * and the mean of all hides who is costly; null where no contact has a cost.
 *
 * `(K m + C) / (K + A)` of costs C in A active weeks: the credibility estimator. K = s² / τ², with s² what chance makes of a week, the
 * squares of single contacts over all weeks as contacts come independently, and τ² by how much customers differ beyond it. Contacts that
 * come in clusters make customers differ more, so that less is shrunk.
 * Source: Bühlmann and Gisler (2005), A course in credibility theory, section 4.8, with s² of a compound Poisson process. Worked: costs of
 * 6 and 0 in 10 weeks each, of contacts of 1, have mean 0.3, s² 0.3, τ² 0.15, K 2 and 0.55 and 0.05 a week.
 */
export function serviceCosts(
  { costs, squares }: ObservedCosts,
  activeTime: Float64Array,
): ServiceCosts | null {
  const total = sumOf(costs);
  const activeWeeks = sumOf(activeTime);
  if (!(total > 0 && activeWeeks > 0)) return null;
  const mean = total / activeWeeks;
  const credibilityWeeks = credibilityOf({ costs, squares }, activeTime, { mean, activeWeeks });
  const perWeek = costs.map((cost, i) =>
    credibilityWeeks === Number.POSITIVE_INFINITY
      ? mean
      : (credibilityWeeks * mean + cost) / (credibilityWeeks + at(activeTime, i)),
  );
  const meanError = meanErrorOf(costs, activeTime, { mean, activeWeeks });
  const within = squares / activeWeeks;
  const spread = { activeTime, within, between: within / credibilityWeeks };
  return { perWeek, mean, meanError, activeWeeks, credibilityWeeks, spread };
}

/** Of a ratio of sums over customers: √(Σ (C − mean A)² n/(n−1)) / Σ A; NaN of one customer. */
function meanErrorOf(
  costs: Float64Array,
  activeTime: Float64Array,
  { mean, activeWeeks }: { mean: number; activeWeeks: number },
): number {
  const n = costs.length;
  const squares = costs.reduce((sum, cost, i) => sum + (cost - mean * at(activeTime, i)) ** 2, 0);
  return Math.sqrt((squares * n) / (n - 1)) / activeWeeks;
}

/** Of the weighted squares less is rounding. */
const LEAST_BEYOND = 1e-9;

/** K = s² / τ², τ² by the weighted squares of what is beyond chance; without end where nothing is, as of one customer. */
function credibilityOf(
  { costs, squares }: ObservedCosts,
  activeTime: Float64Array,
  { mean, activeWeeks }: { mean: number; activeWeeks: number },
): number {
  const within = squares / activeWeeks;
  let [spread, timeSquares] = [0, 0];
  for (let i = 0; i < costs.length; i++) {
    const time = at(activeTime, i);
    timeSquares += time ** 2;
    if (time > 0) spread += (at(costs, i) - mean * time) ** 2 / time;
  }
  const beyond = spread - (costs.length - 1) * within;
  const weeks = activeWeeks - timeSquares / activeWeeks;
  return beyond > LEAST_BEYOND * spread && weeks > LEAST_BEYOND * activeWeeks
    ? (within * weeks) / beyond
    : Number.POSITIVE_INFINITY;
}

function sumOf(column: Float64Array): number {
  return column.reduce((sum, value) => sum + value, 0);
}
