import type { Random } from "#lib/stats/create-random.ts";
import { sampleBeta, sampleGamma } from "#lib/stats/sample-gamma.ts";
import { aliveChance, inUnits, survivedChances } from "./models/alive-chance.ts";
import type { CustomerHistory, PurchaseFit, ScoreOptions, SpendFit } from "./types.ts";
import { weeklyDiscountRate } from "./weeks.ts";

/** One drawn future within the horizon: purchases, and their value discounted, with margin. */
export type Future = { purchases: number; value: number };

/** A customer who bought at most this often in one drawn future; a guard, as rates are drawn without bound. */
const MOST_PURCHASES = 100_000;

/**
 * A drawer of futures of one customer: own rate, chance to leave and spend are drawn given the data, then purchases at random times.
 *
 * The mean of many draws is the expectation of `scoreCustomers`, as a test holds. The horizon must be finite.
 */
export function futureOf(
  customer: CustomerHistory,
  fits: FutureFits,
  options: ScoreOptions,
): (random: Random) => Future {
  const { model, parameters } = fits.purchases;
  const alive = aliveChance(parameters, model, inUnits(customer, fits.daysPerUnit));
  const draw = futureWhileAlive(customer, fits, options);
  return (random) => (random() >= alive ? { purchases: 0, value: 0 } : draw(random));
}

/** What futures are drawn from. */
export type FutureFits = {
  purchases: PurchaseFit;
  spend: SpendFit | null;
  daysPerUnit: number;
};

/**
 * The same for a customer who has not left: they depend on repeats and age alone, not on the day of the last purchase.
 *
 * Given alive, rate and chance to leave are Gamma(r+x, α+T) and Beta(a, b + chances survived); spend given data is Gamma(px+q) with
 * rate v+xm.
 */
export function futureWhileAlive(
  customer: CustomerHistory,
  fits: FutureFits,
  options: ScoreOptions,
): (random: Random) => Future {
  const { model, parameters } = fits.purchases;
  const { r, alpha, a, b } = parameters;
  const { age } = inUnits(customer, fits.daysPerUnit);
  const survived = survivedChances(model, customer.repeats);
  const rate = weeklyDiscountRate(options.discountRateAnnual);
  return (random) => {
    const frequency = sampleGamma(random, r + customer.repeats) / (alpha + age);
    const leaving = sampleBeta(random, a, b + survived);
    const spend = spendDrawer(customer, fits.spend, random);
    let [time, purchases, value] = [0, 0, 0];
    while (purchases < MOST_PURCHASES) {
      time -= Math.log(random()) / frequency;
      if (!(time <= options.horizonWeeks)) break;
      purchases += 1;
      value += options.marginRate * spend() * Math.exp(-rate * time);
      if (random() < leaving) break;
    }
    return { purchases, value };
  };
}

/** Amounts of one drawn customer: Gamma(p) of an own scale. A shrunk mean knows no spread, so it stays at the expected spend. */
function spendDrawer(
  { repeats, meanSpend }: CustomerHistory,
  fit: SpendFit | null,
  random: Random,
): () => number {
  if (!fit) return () => 0;
  const { p, q, v } = fit.parameters;
  const known = meanSpend > 0 ? repeats : 0;
  if (fit.model === "shrunk_mean") {
    const mean = (v + known * meanSpend) / (known + q - 1);
    return () => mean;
  }
  const scale = (v + known * meanSpend) / sampleGamma(random, p * known + q);
  return () => scale * sampleGamma(random, p);
}
