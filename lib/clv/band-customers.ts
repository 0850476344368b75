import { createRandom } from "#lib/stats/create-random.ts";
import { normalQuantile } from "#lib/stats/normal-quantile.ts";
import { selectNth } from "#lib/stats/select-nth.ts";
import { at } from "#lib/stats/typed-array.ts";
import { customerAt } from "./customer-at.ts";
import {
  type FutureMoments,
  type FutureSamples,
  futureSamples,
  mixturePlace,
  mixtureQuantile,
} from "./future-samples.ts";
import { spendFor } from "./models/spend-bands.ts";
import type { OwnCostSpread } from "./own-cost-spread.ts";
import { livingFutureOf } from "./simulate-future.ts";
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

/**
 * `share`: of the band, 0..1; `draws`: futures behind each, some hundreds. `costSpread`: how far the cost of service of the customer in a
 * place may stray; left out it is taken as known.
 */
export type BandCustomersOptions = {
  share: number;
  draws: number;
  seed: number;
  costSpread?: ((place: number) => OwnCostSpread) | undefined;
  onProgress?: OnProgress;
};

/**
 * The predictive band of every customer, in the history's order and on top of its scores; the same for the same seed.
 *
 * Futures of the living are drawn once for each number of repeats and week of age, and shared: a customer's band is that of a mixture
 * of having left, with chance 1 − P(alive), and those. What a future's contacts cost strays normally about its expectation, with the
 * variance of `costSpread`. Value takes the expected spend as known; `predictiveBand` does without both.
 * `valueDeviation` is of value with what is not known of the spend: so that those of a group add up, as squares.
 */
export function bandCustomers(
  history: PurchaseHistory,
  { fit, spend, scores }: { fit: AnyPurchaseFit; spend: SpendFit | null; scores: CustomerScores },
  options: ScoreOptions,
  { share, draws, seed, costSpread = knownCost, onProgress }: BandCustomersOptions,
): CustomerBands {
  const n = history.repeats.length;
  const bands = emptyBands(n);
  const samples = sharedSamples({ fit, options, daysPerUnit: history.daysPerUnit }, draws, seed);
  const tail = (1 - share) / 2;
  const room = { values: new Float64Array(draws), strays: straysOf(draws, seed) };
  for (let i = 0; i < n; i++) {
    const customer = customerAt(history, i);
    const drawn = samples(customer);
    const { purchases, moments } = drawn;
    const alive = at(scores.pAlive, i);
    bands.purchasesLow[i] = mixtureQuantile(purchases, alive, tail);
    bands.purchasesHigh[i] = mixtureQuantile(purchases, alive, 1 - tail);
    const worth = worthOf(at(scores.expectedSpend, i), options);
    const service = spend ? (customer.serviceCost ?? 0) : 0;
    const costs = costSpread(i);
    const [low, high] = valueBand(drawn, { alive, worth, service, costs, tail }, room);
    bands.valueLow[i] = low;
    bands.valueHigh[i] = high;
    const spread = spend ? spendSpread(spendFor(spend, customer.repeats), customer) : NO_SPREAD;
    bands.valueDeviation[i] = Math.sqrt(
      valueVariance({ alive, worth, service, costs, spread, ...moments }, options.marginRate),
    );
    if ((i + 1) % REPORT_EVERY === 0 || i === n - 1) onProgress?.((i + 1) / n);
  }
  return bands;
}

const NO_SPREAD: SpendSpread = { ofMean: 0, ofOne: 0 };
const KNOWN_COST: OwnCostSpread = { chance: 0, rate: 0, expected: 0 };
const knownCost = () => KNOWN_COST;

/** Standard normal deviates, evenly by their chance and shuffled, as draws stand in the order of what they are worth. */
function straysOf(draws: number, seed: number): Float64Array {
  const random = createRandom(seed, -1);
  const strays = Float64Array.from({ length: draws }, (_, j) => normalQuantile((j + 0.5) / draws));
  for (let j = draws - 1; j > 0; j--) {
    const other = Math.floor((j + 1) * random());
    const stray = at(strays, j);
    strays[j] = at(strays, other);
    strays[other] = stray;
  }
  return strays;
}

type Valued = { alive: number; worth: number; service: number; costs: OwnCostSpread };
/** For as many as there are draws */
type Room = { values: Float64Array; strays: Float64Array };

/** The ends of the band of value. */
function valueBand(
  { discounted, active }: FutureSamples,
  { alive, worth, service, costs, tail }: Valued & { tail: number },
  { values, strays }: Room,
): readonly [low: number, high: number] {
  if (service === 0) {
    const ends = [tail, 1 - tail].map((end) => worth * mixtureQuantile(discounted, alive, end));
    return [Math.min(...ends), Math.max(...ends)];
  }
  let below = 0;
  for (let j = 0; j < values.length; j++) {
    const weeks = at(active, j);
    const stray = at(strays, j) * Math.sqrt(weeks * (costs.chance + costs.rate * weeks));
    const spent = service * weeks + Math.max(stray, -costs.expected * weeks);
    const value = worth * at(discounted, j) - spent;
    values[j] = value;
    if (value < 0) below += 1;
  }
  // Every customer has values of its own: the two wanted are found without putting all in order.
  const sample = { length: values.length, below };
  const low = mixturePlace(sample, alive, tail);
  const high = mixturePlace(sample, alive, 1 - tail);
  return [
    low === null ? 0 : selectNth(values, low),
    high === null ? 0 : selectNth(values, high, low ?? 0),
  ];
}

type Uncertain = Valued & FutureMoments & { spread: SpendSpread };

/**
 * Variance of a value Σ (margin × amount − cost) × discount − service × active time: of the discounted purchases D and active time L
 * together, of the customer's mean spend and of single amounts, and of what service costs; the mean spend, costs and purchases are apart.
 *
 * `Var(worth D − service L) + margin² (Var(mean) E[D²] + Var(one) E[Σ discount²]) + chance E[L] + rate E[L²]`. Worked: always one purchase now, worth 5, margin 1 and
 * spread of the mean 4, of one 5, have 9; with a chance of one half to have left 0.5 · 9 + 6.25.
 */
function valueVariance(uncertain: Uncertain, marginRate: number): number {
  const { alive, worth, service, spread, mean, square, squares, time } = uncertain;
  const expected = worth * mean - service * time;
  const expectedSquare =
    worth ** 2 * square -
    2 * worth * service * uncertain.product +
    service ** 2 * uncertain.timeSquare;
  const ofFuture = Math.max(0, alive * expectedSquare - (alive * expected) ** 2);
  const ofSpend = alive * (spread.ofMean * square + spread.ofOne * squares);
  const { chance, rate } = uncertain.costs;
  const ofCosts = alive * (chance * uncertain.time + rate * uncertain.timeSquare);
  return ofFuture + marginRate ** 2 * ofSpend + ofCosts;
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

function sharedSamples(
  {
    fit,
    options,
    daysPerUnit,
  }: { fit: AnyPurchaseFit; options: ScoreOptions; daysPerUnit: number },
  draws: number,
  seed: number,
): (customer: CustomerHistory) => FutureSamples {
  const known = new Map<string, FutureSamples>();
  return ({ repeats, ageDays }) => {
    const ageUnits = Math.round(ageDays / daysPerUnit);
    const key = `${repeats} ${ageUnits}`;
    const found = known.get(key);
    if (found) return found;
    // What happens to the living does not depend on when they last bought.
    const customer = { repeats, lastDays: 0, ageDays: ageUnits * daysPerUnit, meanSpend: 0 };
    const draw = livingFutureOf(customer, { purchases: fit, spend: null, daysPerUnit }, options);
    const random = createRandom(seed, known.size);
    const samples = futureSamples(Array.from({ length: draws }, () => draw(random)));
    known.set(key, samples);
    return samples;
  };
}
