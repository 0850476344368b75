import { createRandom, type Random } from "#lib/stats/create-random.ts";
import { sampleBeta, sampleGamma } from "#lib/stats/sample-gamma.ts";
import { intAt } from "#lib/stats/typed-array.ts";
import type { PurchaseHistory, PurchaseModel, PurchaseParameters } from "./types.ts";

/** A guard, as rates are drawn without bound. */
const MOST_REPEATS = 100_000;

/**
 * A history drawn from a model for customers of these ages; the same for the same seed. Spend is 0.
 *
 * Purchases of one day are not merged, as the model knows times and no days: so that a refit has no bias.
 */
export function simulateHistory(
  { model, parameters }: { model: PurchaseModel; parameters: PurchaseParameters },
  { ageDays, daysPerUnit }: Pick<PurchaseHistory, "ageDays" | "daysPerUnit">,
  seed: number,
): PurchaseHistory {
  const random = createRandom(seed);
  const repeats = new Int32Array(ageDays.length);
  const lastDays = new Int32Array(ageDays.length);
  for (let i = 0; i < ageDays.length; i++) {
    const drawn = drawCustomer({ model, parameters }, intAt(ageDays, i) / daysPerUnit, random);
    repeats[i] = drawn.repeats;
    lastDays[i] = Math.floor(drawn.last * daysPerUnit);
  }
  return { repeats, lastDays, ageDays, meanSpend: new Float64Array(ageDays.length), daysPerUnit };
}

function drawCustomer(
  { model, parameters }: { model: PurchaseModel; parameters: PurchaseParameters },
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
