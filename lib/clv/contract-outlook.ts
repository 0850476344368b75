import { at } from "#lib/stats/typed-array.ts";
import type { ContractScoreOptions, RenewalPeriod } from "./contract-types.ts";
import { weeksOf } from "./renewal-days.ts";
import type { SbgParameters } from "./types.ts";
import { weeklyDiscountRate } from "./weeks.ts";

/** A hair, so that a horizon of whole periods holds the renewal on its last day. */
const ROUNDING = 1e-9;

/**
 * What follows for a customer with some renewals behind them: `chances[j]` to have made j more, 1 at place 0, and `discounted[j]`, what j
 * renewals come to when each is paid on its day and discounted to the first of them.
 */
export type ContractOutlook = { chances: Float64Array; discounted: Float64Array };

/** The outlook by renewals made and renewals ahead, each computed once. */
export function contractOutlook(
  parameters: SbgParameters,
  period: RenewalPeriod,
  { discountRateAnnual }: Pick<ContractScoreOptions, "discountRateAnnual">,
): (renewals: number, ahead: number) => ContractOutlook {
  const factor = Math.exp(-weeklyDiscountRate(discountRateAnnual) * weeksOf(period));
  const known = new Map<string, ContractOutlook>();
  return (renewals, ahead) => {
    const key = `${renewals} ${ahead}`;
    const found = known.get(key) ?? outlookOf(parameters, { renewals, ahead, factor });
    known.set(key, found);
    return found;
  };
}

/** `S(n + j) / S(n)` and `Σ_{i<j} factor^i` for j = 0 … ahead. */
function outlookOf(
  { alpha, beta }: SbgParameters,
  { renewals, ahead, factor }: { renewals: number; ahead: number; factor: number },
): ContractOutlook {
  const chances = new Float64Array(ahead + 1).fill(1);
  const discounted = new Float64Array(ahead + 1);
  for (let j = 1; j <= ahead; j++) {
    const before = renewals + j - 1;
    chances[j] = (at(chances, j - 1) * (beta + before)) / (alpha + beta + before);
    discounted[j] = at(discounted, j - 1) + factor ** (j - 1);
  }
  return { chances, discounted };
}

/** Renewals that fall within a horizon, the next one `nextIn` periods away. Worked: 36 months of monthly contracts hold 36. */
export function renewalsAhead(
  nextIn: number,
  period: RenewalPeriod,
  { horizonWeeks }: Pick<ContractScoreOptions, "horizonWeeks">,
): number {
  const room = horizonWeeks / weeksOf(period) - nextIn + ROUNDING;
  return room < 0 ? 0 : Math.floor(room) + 1;
}

/** What a payment at the next renewal is worth today, as a share. */
export function discountUntilNext(
  nextIn: number,
  period: RenewalPeriod,
  { discountRateAnnual }: Pick<ContractScoreOptions, "discountRateAnnual">,
): number {
  return Math.exp(-weeklyDiscountRate(discountRateAnnual) * weeksOf(period) * nextIn);
}

/** Expected discounted renewals, `Σ_j chance_j · factor^(j−1)`. */
export function expectedDiscounted({ chances, discounted }: ContractOutlook): number {
  let sum = 0;
  for (let j = 1; j < chances.length; j++)
    sum += at(chances, j) * (at(discounted, j) - at(discounted, j - 1));
  return sum;
}

/** Variance of the discounted renewals made: they stop at the first that is missed. */
export function discountedVariance({ chances, discounted }: ContractOutlook): number {
  let [mean, square] = [0, 0];
  for (let j = 0; j < chances.length; j++) {
    const stop = at(chances, j) - (j + 1 < chances.length ? at(chances, j + 1) : 0);
    mean += stop * at(discounted, j);
    square += stop * at(discounted, j) ** 2;
  }
  return Math.max(0, square - mean ** 2);
}

/** How many renewals are made at least with a chance of 1 − `share`: the quantile of their number. */
export function renewalsQuantile({ chances }: ContractOutlook, share: number): number {
  let made = 0;
  while (made + 1 < chances.length && 1 - at(chances, made + 1) < share) made += 1;
  return made;
}
