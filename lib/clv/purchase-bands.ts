import { createRandom } from "#lib/stats/create-random.ts";
import { at, intAt } from "#lib/stats/typed-array.ts";
import { futureWhileAlive } from "./simulate-future.ts";
import type { PurchaseFit, PurchaseHistory, ScoreOptions, SpendFit } from "./types.ts";

/** Futures drawn for each number of repeats and week of age. */
const DRAWS = 200;

/** Amounts of exactly 1, so that a drawn value is a sum of discount factors. */
const UNIT_SPEND: SpendFit = {
  ...{ model: "shrunk_mean", parameters: { p: 1, q: 2, v: 1 }, customers: 0 },
  ...{ standardErrors: { p: 0, q: 0, v: 0 }, logLikelihood: 0, logCovariance: null },
  ...{ conditionNumber: 1, gradientPerCustomer: 0, converged: true, reason: null },
};

/** Discounted purchases between which each customer lies with a chance of `share`, place by place. */
export type PurchaseBands = { readonly low: Float64Array; readonly high: Float64Array };

/**
 * The central band of every customer's discounted purchases within the horizon, from `pAlive` of their scores.
 *
 * Who is still a customer draws futures by repeats and whole weeks of age, 200 for each pair; who may have left holds nothing for
 * that part of the chance. Chance in amounts is not in it: `predictiveBand` has that for one customer. The same for the same seed.
 */
export function purchaseBands(
  history: PurchaseHistory,
  { purchases, pAlive }: { purchases: PurchaseFit; pAlive: Float64Array },
  options: Pick<ScoreOptions, "horizonWeeks" | "discountRateAnnual">,
  { share, seed }: { share: number; seed: number },
): PurchaseBands {
  const n = pAlive.length;
  const bands = { low: new Float64Array(n), high: new Float64Array(n) };
  const drawsOf = rememberedDraws(purchases, history.daysPerUnit, options, seed);
  const tail = (1 - share) / 2;
  for (let i = 0; i < n; i++) {
    const draws = drawsOf(intAt(history.repeats, i), intAt(history.ageDays, i));
    bands.low[i] = mixedQuantile(draws, at(pAlive, i), tail);
    bands.high[i] = mixedQuantile(draws, at(pAlive, i), 1 - tail);
  }
  return bands;
}

/** The quantile of something that is 0 with a chance of 1 − `alive`, else one of the sorted draws. */
function mixedQuantile(draws: Float64Array, alive: number, quantile: number): number {
  const left = 1 - alive;
  if (quantile <= left || alive === 0) return 0;
  return at(
    draws,
    Math.min(draws.length - 1, Math.floor(((quantile - left) / alive) * draws.length)),
  );
}

function rememberedDraws(
  purchases: PurchaseFit,
  daysPerUnit: number,
  { horizonWeeks, discountRateAnnual }: Pick<ScoreOptions, "horizonWeeks" | "discountRateAnnual">,
  seed: number,
): (repeats: number, ageDays: number) => Float64Array {
  const known = new Map<number, Float64Array>();
  const random = createRandom(seed);
  const options = { horizonWeeks, discountRateAnnual, marginRate: 1 };
  return (repeats, ageDays) => {
    const ageUnits = Math.round(ageDays / daysPerUnit);
    const key = repeats * 0x10000 + ageUnits;
    const found = known.get(key);
    if (found) return found;
    const customer = { repeats, lastDays: 0, ageDays: ageUnits * daysPerUnit, meanSpend: 0 };
    const draw = futureWhileAlive(customer, { purchases, spend: UNIT_SPEND, daysPerUnit }, options);
    const draws = Float64Array.from({ length: DRAWS }, () => draw(random).value).sort();
    known.set(key, draws);
    return draws;
  };
}
