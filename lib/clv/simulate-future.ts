import type { Random } from "#lib/stats/create-random.ts";
import { sampleBeta, sampleGamma } from "#lib/stats/sample-gamma.ts";
import { aliveBy } from "./forecast.ts";
import { inUnits, survivedChances } from "./models/alive-chance.ts";
import { spendFor } from "./models/spend-bands.ts";
import type { AnyPurchaseFit, CustomerHistory, ScoreOptions, SpendFit } from "./types.ts";
import { weeklyDiscountRate } from "./weeks.ts";

/**
 * One drawn future within the horizon: purchases, purchases discounted, the squares of these discounts, discounted weeks as a customer, and
 * value discounted, with margin and costs.
 */
export type Future = {
  purchases: number;
  discounted: number;
  squares: number;
  active: number;
  value: number;
};

type Fits = { purchases: AnyPurchaseFit; spend: SpendFit | null; daysPerUnit: number };

const NO_FUTURE: Future = { purchases: 0, discounted: 0, squares: 0, active: 0, value: 0 };

/** A customer who bought at most this often in one drawn future; a guard, as rates are drawn without bound. */
const MOST_PURCHASES = 100_000;

/**
 * A drawer of futures of one customer, who may have left already: the mean of many is the expectation of `scoreCustomers`.
 *
 * The horizon must be finite.
 */
export function futureOf(
  customer: CustomerHistory,
  fits: Fits,
  options: ScoreOptions,
): (random: Random) => Future {
  const alive = aliveBy(fits.purchases, inUnits(customer, fits.daysPerUnit));
  const draw = livingFutureOf(customer, fits, options);
  return (random) => (random() < alive ? draw(random) : NO_FUTURE);
}

/**
 * A drawer of futures of one customer who is still one: own rate, chance to leave and spend given the data, then purchases at
 * random times.
 *
 * Given alive they are Gamma(r+x, α+T) and Beta(a, b + chances survived), or in Pareto/NBD a time to stay with rate Gamma(s, β+T); spend
 * given data is Gamma(px+q) with rate v+xm.
 */
export function livingFutureOf(
  customer: CustomerHistory,
  fits: Fits,
  options: ScoreOptions,
): (random: Random) => Future {
  const { r, alpha } = fits.purchases.parameters;
  const age = customer.ageDays / fits.daysPerUnit;
  const drawLeaving = leavingDrawer(customer, fits.purchases, age);
  const rate = weeklyDiscountRate(options.discountRateAnnual);
  const cost = fits.spend ? (options.costPerPurchase ?? 0) : 0;
  const serviceCost = fits.spend ? (customer.serviceCost ?? 0) : 0;
  return (random) => {
    const frequency = sampleGamma(random, r + customer.repeats) / (alpha + age);
    const { chance: leaving, time: end } = drawLeaving(random);
    const last = Math.min(end, options.horizonWeeks);
    const spend = spendDrawer(customer, fits.spend, random);
    const future = { ...NO_FUTURE };
    let [time, left] = [0, last];
    while (future.purchases < MOST_PURCHASES) {
      time -= Math.log(random()) / frequency;
      if (!(time <= last)) break;
      const discount = Math.exp(-rate * time);
      future.purchases += 1;
      future.discounted += discount;
      future.squares += discount ** 2;
      future.value += (options.marginRate * spend() - cost) * discount;
      if (random() < leaving) {
        left = time;
        break;
      }
    }
    future.active = discountedTime(rate, left);
    future.value -= serviceCost * future.active;
    return future;
  };
}

/** `∫₀^t e^(−δu) du`: what so much time from now on comes to. */
export function discountedTime(rate: number, time: number): number {
  return rate === 0 ? time : -Math.expm1(-rate * time) / rate;
}

/** How a drawn customer leaves: with a chance after each purchase, or at a time whatever is bought. */
function leavingDrawer(
  { repeats }: CustomerHistory,
  fit: AnyPurchaseFit,
  age: number,
): (random: Random) => { chance: number; time: number } {
  if (fit.model === "pareto_nbd") {
    const { s, beta } = fit.parameters;
    return (random) => {
      const rate = sampleGamma(random, s) / (beta + age);
      return { chance: 0, time: -Math.log(random()) / rate };
    };
  }
  const { a, b } = fit.parameters;
  const survived = survivedChances(fit.model, repeats);
  return (random) => ({
    chance: sampleBeta(random, a, b + survived),
    time: Number.POSITIVE_INFINITY,
  });
}

/** Amounts of one drawn customer: Gamma(p) of an own scale. A shrunk mean knows no spread, so it stays at the expected spend. */
function spendDrawer(
  { repeats, meanSpend }: CustomerHistory,
  fit: SpendFit | null,
  random: Random,
): () => number {
  if (!fit) return () => 0;
  const { model, parameters } = spendFor(fit, repeats);
  const { p, q, v } = parameters;
  const known = meanSpend > 0 ? repeats : 0;
  if (model === "shrunk_mean") {
    const mean = (v + known * meanSpend) / (known + q - 1);
    return () => mean;
  }
  const scale = (v + known * meanSpend) / sampleGamma(random, p * known + q);
  return () => scale * sampleGamma(random, p);
}
