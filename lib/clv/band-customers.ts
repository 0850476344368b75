import { createRandom } from "#lib/stats/create-random.ts";
import { at } from "#lib/stats/typed-array.ts";
import { customerAt } from "./customer-at.ts";
import { livingFutureOf } from "./simulate-future.ts";
import type {
  AnyPurchaseFit,
  CustomerBands,
  CustomerHistory,
  CustomerScores,
  OnProgress,
  PurchaseHistory,
  ScoreOptions,
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
 */
export function bandCustomers(
  history: PurchaseHistory,
  { fit, scores }: { fit: AnyPurchaseFit; scores: CustomerScores },
  options: ScoreOptions,
  { share, draws, seed, onProgress }: BandCustomersOptions,
): CustomerBands {
  const n = history.repeats.length;
  const bands = emptyBands(n);
  const samples = sharedSamples({ fit, options, daysPerUnit: history.daysPerUnit }, draws, seed);
  const tail = (1 - share) / 2;
  for (let i = 0; i < n; i++) {
    const { purchases, discounted } = samples(customerAt(history, i));
    const alive = at(scores.pAlive, i);
    bands.purchasesLow[i] = mixtureQuantile(purchases, alive, tail);
    bands.purchasesHigh[i] = mixtureQuantile(purchases, alive, 1 - tail);
    const worth = worthOf(at(scores.expectedSpend, i), options);
    const ends = [tail, 1 - tail].map((end) => worth * mixtureQuantile(discounted, alive, end));
    bands.valueLow[i] = Math.min(...ends);
    bands.valueHigh[i] = Math.max(...ends);
    if ((i + 1) % REPORT_EVERY === 0 || i === n - 1) onProgress?.((i + 1) / n);
  }
  return bands;
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
  };
}

/** Purchases and discounted purchases of drawn futures, each in order. */
type Samples = { purchases: Float64Array; discounted: Float64Array };

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
    };
    known.set(key, samples);
    return samples;
  };
}

/** The value below which a share of all futures lies, of which only `alive` are of the sample and the others 0. */
function mixtureQuantile(sorted: Float64Array, alive: number, share: number): number {
  const within = (share - (1 - alive)) / alive;
  if (!(within > 0)) return 0;
  return at(sorted, Math.min(sorted.length - 1, Math.floor(within * sorted.length)));
}
