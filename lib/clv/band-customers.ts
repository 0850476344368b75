import { createRandom } from "#lib/stats/create-random.ts";
import { at } from "#lib/stats/typed-array.ts";
import { customerAt } from "./customer-at.ts";
import { spendFor } from "./models/spend-bands.ts";
import { type Future, livingFutureOf } from "./simulate-future.ts";
import { type SpendSpread, spendSpread } from "./spend-spread.ts";
import type {
  AnyPurchaseFit,
  CustomerBands,
  CustomerHistory,
  CustomerScores,
  OnProgress,
  PurchaseHistory,
  ScoreOptions,
  SpendFit,
} from "./types.ts";

/** Customers between two reports of progress. */
const REPORT_EVERY = 1 << 16;

/** `share`: of the band, 0..1; `draws`: futures behind each, some hundreds. */
export type BandCustomersOptions = {
  share: number;
  draws: number;
  seed: number;
  onProgress?: OnProgress;
};

/**
 * The predictive band of every customer, in the history's order and on top of its scores; the same for the same seed.
 *
 * Futures of the living are drawn once for each number of repeats and week of age, and shared: a customer's band is that of a mixture
 * of having left, with chance 1 − P(alive), and those. Value takes the expected spend as known; `predictiveBand` does without both.
 * `valueDeviation` is of value with what is not known of the spend: so that those of a group add up, as squares.
 */
export function bandCustomers(
  history: PurchaseHistory,
  { fit, spend, scores }: { fit: AnyPurchaseFit; spend: SpendFit | null; scores: CustomerScores },
  options: ScoreOptions,
  { share, draws, seed, onProgress }: BandCustomersOptions,
): CustomerBands {
  const n = history.repeats.length;
  const bands = emptyBands(n);
  const samples = sharedSamples({ fit, options, daysPerUnit: history.daysPerUnit }, draws, seed);
  const tail = (1 - share) / 2;
  for (let i = 0; i < n; i++) {
    const customer = customerAt(history, i);
    const { purchases, discounted, moments } = samples(customer);
    const alive = at(scores.pAlive, i);
    bands.purchasesLow[i] = mixtureQuantile(purchases, alive, tail);
    bands.purchasesHigh[i] = mixtureQuantile(purchases, alive, 1 - tail);
    const worth = worthOf(at(scores.expectedSpend, i), options);
    const ends = [tail, 1 - tail].map((end) => worth * mixtureQuantile(discounted, alive, end));
    bands.valueLow[i] = Math.min(...ends);
    bands.valueHigh[i] = Math.max(...ends);
    const spread = spend ? spendSpread(spendFor(spend, customer.repeats), customer) : NO_SPREAD;
    bands.valueDeviation[i] = Math.sqrt(
      valueVariance({ alive, worth, spread, ...moments }, options.marginRate),
    );
    if ((i + 1) % REPORT_EVERY === 0 || i === n - 1) onProgress?.((i + 1) / n);
  }
  return bands;
}

const NO_SPREAD: SpendSpread = { ofMean: 0, ofOne: 0 };

type Uncertain = Moments & { alive: number; worth: number; spread: SpendSpread };

/**
 * Variance of a value Σ (margin × amount − cost) × discount: of the discounted purchases D, of the customer's mean spend and of single
 * amounts; the mean spend and purchases are apart.
 *
 * `worth² Var(D) + margin² (Var(mean) E[D²] + Var(one) E[Σ discount²])`. Worked: always one purchase now, worth 5, margin 1 and spread of
 * the mean 4, of one 5, have 9; with a chance of one half to have left 0.5 · 9 + 6.25.
 */
function valueVariance(
  { alive, worth, spread, mean, square, squares }: Uncertain,
  marginRate: number,
): number {
  const ofPurchases = Math.max(0, alive * square - (alive * mean) ** 2);
  const ofSpend = alive * (spread.ofMean * square + spread.ofOne * squares);
  return worth ** 2 * ofPurchases + marginRate ** 2 * ofSpend;
}

/** What a purchase leaves; below 0 where serving it costs more than its margin, and then many purchases are the low end. */
function worthOf(spend: number, { marginRate, costPerPurchase = 0 }: ScoreOptions): number {
  return spend === 0 ? 0 : spend * marginRate - costPerPurchase;
}

function emptyBands(n: number): CustomerBands {
  return {
    purchasesLow: new Float64Array(n),
    purchasesHigh: new Float64Array(n),
    valueLow: new Float64Array(n),
    valueHigh: new Float64Array(n),
    valueDeviation: new Float64Array(n),
  };
}

/** Of drawn futures the means of D, of D² and of Σ discount², with D the discounted purchases. */
type Moments = { mean: number; square: number; squares: number };

/** Purchases and discounted purchases of drawn futures, each in order. */
type Samples = { purchases: Float64Array; discounted: Float64Array; moments: Moments };

function sharedSamples(
  {
    fit,
    options,
    daysPerUnit,
  }: { fit: AnyPurchaseFit; options: ScoreOptions; daysPerUnit: number },
  draws: number,
  seed: number,
): (customer: CustomerHistory) => Samples {
  const known = new Map<string, Samples>();
  return ({ repeats, ageDays }) => {
    const ageUnits = Math.round(ageDays / daysPerUnit);
    const key = `${repeats} ${ageUnits}`;
    const found = known.get(key);
    if (found) return found;
    // What happens to the living does not depend on when they last bought.
    const customer = { repeats, lastDays: 0, ageDays: ageUnits * daysPerUnit, meanSpend: 0 };
    const draw = livingFutureOf(customer, { purchases: fit, spend: null, daysPerUnit }, options);
    const random = createRandom(seed, known.size);
    const futures = Array.from({ length: draws }, () => draw(random));
    const samples = {
      purchases: Float64Array.from(futures, ({ purchases }) => purchases).sort(),
      discounted: Float64Array.from(futures, ({ discounted }) => discounted).sort(),
      moments: {
        mean: meanOf(futures, ({ discounted }) => discounted),
        square: meanOf(futures, ({ discounted }) => discounted ** 2),
        squares: meanOf(futures, (future) => future.squares),
      },
    };
    known.set(key, samples);
    return samples;
  };
}

function meanOf(futures: readonly Future[], of: (future: Future) => number): number {
  return futures.reduce((sum, future) => sum + of(future), 0) / futures.length;
}

/** The value below which a share of all futures lies, of which only `alive` are of the sample and the others 0. */
function mixtureQuantile(sorted: Float64Array, alive: number, share: number): number {
  const within = (share - (1 - alive)) / alive;
  if (!(within > 0)) return 0;
  return at(sorted, Math.min(sorted.length - 1, Math.floor(within * sorted.length)));
}
