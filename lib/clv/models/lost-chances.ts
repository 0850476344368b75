import { at, intAt } from "#lib/stats/typed-array.ts";
import type { Bucket } from "../purchase-cells.ts";

/** Tables by day (ln(α+t), 1/(α+t), powers of both signs) and the chance of being lost by place of a bucket; made once per fit. */
export type Scratch = {
  readonly logs: Float64Array;
  readonly inverses: Float64Array;
  readonly powers: Float64Array;
  readonly backs: Float64Array;
  readonly lost: Float64Array;
};

/** odds = factor · ((α + T) / (α + t_x)) ^ exponent. */
export type Odds = { readonly exponent: number; readonly factor: number };

/** Powers up to e^300 leave room for a product of up to 1e140 beside them. */
const LARGEST_LOG_POWER = 300;
const LARGEST_PRODUCT = 1e140;

/** Fills `scratch.lost` with odds / (1 + odds) for every place of a bucket and returns Σ weight · ln(1 + odds). */
export function fillLostChances(bucket: Bucket, odds: Odds, scratch: Scratch): number {
  const { logs } = scratch;
  const days = logs.length;
  const widest = odds.exponent * (at(logs, days - 1) - at(logs, 0));
  // A table by day costs two powers per day, a direct look one power per place.
  if (bucket.lastDays.length < days || widest > LARGEST_LOG_POWER)
    return lostDirectly(bucket, odds, scratch);
  tabulate(odds, scratch);
  return bucket.weights
    ? lostOfPairs(bucket, bucket.weights, scratch)
    : lostOfCustomers(bucket, scratch);
}

/** The odds as a product of two tables by day, so that no place needs a power of its own. */
function tabulate({ exponent, factor }: Odds, { logs, powers, backs }: Scratch): void {
  const top = at(logs, logs.length - 1);
  for (let day = 0; day < logs.length; day++) {
    const power = Math.exp(exponent * (at(logs, day) - top));
    powers[day] = power;
    backs[day] = factor / power;
  }
}

function lostOfPairs(bucket: Bucket, weights: Float64Array, scratch: Scratch): number {
  const { lastDays, ageDays } = bucket;
  const { powers, backs, lost } = scratch;
  let sum = 0;
  for (let i = 0; i < lastDays.length; i++) {
    const odds = at(powers, intAt(ageDays, i)) * at(backs, intAt(lastDays, i));
    lost[i] = odds / (1 + odds);
    sum += at(weights, i) * Math.log(1 + odds);
  }
  return sum;
}

/** As for pairs; with all weights 1 a product takes many logarithms at once. */
function lostOfCustomers({ lastDays, ageDays }: Bucket, scratch: Scratch): number {
  const { powers, backs, lost } = scratch;
  let sum = 0;
  let product = 1;
  for (let i = 0; i < lastDays.length; i++) {
    const odds = at(powers, intAt(ageDays, i)) * at(backs, intAt(lastDays, i));
    lost[i] = odds / (1 + odds);
    product *= 1 + odds;
    if (product > LARGEST_PRODUCT) {
      sum += Math.log(product);
      product = 1;
    }
  }
  return sum + Math.log(product);
}

/** Safe at any exponent: neither side of the logistic function overflows. */
function lostDirectly(bucket: Bucket, { exponent, factor }: Odds, scratch: Scratch): number {
  const { lastDays, ageDays, weights } = bucket;
  const { logs, lost } = scratch;
  const logFactor = Math.log(factor);
  let sum = 0;
  for (let i = 0; i < lastDays.length; i++) {
    const ratio = at(logs, intAt(ageDays, i)) - at(logs, intAt(lastDays, i));
    const logOdds = exponent * ratio + logFactor;
    const small = Math.exp(-Math.abs(logOdds));
    lost[i] = (logOdds > 0 ? 1 : small) / (1 + small);
    sum += (weights ? at(weights, i) : 1) * (Math.max(0, logOdds) + Math.log1p(small));
  }
  return sum;
}
