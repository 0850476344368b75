import { createRandom, type Random } from "#lib/stats/create-random.ts";
import { sampleBeta, sampleGamma } from "#lib/stats/sample-gamma.ts";
import { intAt } from "#lib/stats/typed-array.ts";
import type { AnyPurchaseFit, ParetoFit, PurchaseFit, PurchaseHistory } from "./types.ts";

/** What of a fit is drawn from. */
type Drawn<Fit extends AnyPurchaseFit> = Fit extends AnyPurchaseFit
  ? Pick<Fit, "model" | "parameters">
  : never;

/** A guard, as rates are drawn without bound. */
const MOST_REPEATS = 100_000;

/**
 * A history drawn from a model for customers of these ages; the same for the same seed. Spend is 0.
 *
 * Purchases of one day are not merged, as the model knows times and no days: so that a refit has no bias.
 */
export function simulateHistory(
  drawnFrom: Drawn<AnyPurchaseFit>,
  { ageDays, daysPerUnit }: Pick<PurchaseHistory, "ageDays" | "daysPerUnit">,
  seed: number,
): PurchaseHistory {
  const random = createRandom(seed);
  const repeats = new Int32Array(ageDays.length);
  const lastDays = new Int32Array(ageDays.length);
  for (let i = 0; i < ageDays.length; i++) {
    const age = intAt(ageDays, i) / daysPerUnit;
    const drawn =
      drawnFrom.model === "pareto_nbd"
        ? drawParetoCustomer(drawnFrom, age, random)
        : drawCustomer(drawnFrom, age, random);
    repeats[i] = drawn.repeats;
    lastDays[i] = Math.floor(drawn.last * daysPerUnit);
  }
  return { repeats, lastDays, ageDays, meanSpend: new Float64Array(ageDays.length), daysPerUnit };
}

function drawCustomer(
  { model, parameters }: Drawn<PurchaseFit>,
  age: number,
  random: Random,
): { repeats: number; last: number } {
  const rate = sampleGamma(random, parameters.r) / parameters.alpha;
  const leaving = sampleBeta(random, parameters.a, parameters.b);
  let [time, last, repeats] = [0, 0, 0];
  if (model === "mbg_nbd" && random() < leaving) return { repeats, last };
  while (repeats < MOST_REPEATS) {
    time -= Math.log(random()) / rate;
    if (!(time <= age)) break;
    repeats += 1;
    last = time;
    if (random() < leaving) break;
  }
  return { repeats, last };
}

/** Leaves at a time, whatever is bought until then. */
function drawParetoCustomer(
  { parameters }: Drawn<ParetoFit>,
  age: number,
  random: Random,
): { repeats: number; last: number } {
  const rate = sampleGamma(random, parameters.r) / parameters.alpha;
  const leaving = sampleGamma(random, parameters.s) / parameters.beta;
  const until = Math.min(age, -Math.log(random()) / leaving);
  let [time, last, repeats] = [0, 0, 0];
  while (repeats < MOST_REPEATS) {
    time -= Math.log(random()) / rate;
    if (!(time <= until)) break;
    repeats += 1;
    last = time;
  }
  return { repeats, last };
}
