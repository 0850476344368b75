import { createRandom, type Random } from "./create-random.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { type Answers, pairwiseCorrelations } from "./pairwise-correlations.ts";
import { relativeWeights } from "./relative-weights.ts";
import { at } from "./typed-array.ts";

/** One driver over all draws: the middle 95 % of its weight, and whether it beats a column of noise in 97.5 % of them. */
export type DrawnWeight = {
  readonly interval: readonly [low: number, high: number];
  readonly isAboveChance: boolean;
};

/** Fewer usable draws than this share of those asked for say that the weights hang on single cases. */
const LEAST_USABLE = 0.9;

/**
 * How far the relative weights of other samples like this one would lie: cases drawn with replacement, `draws` times, the same for
 * the same seed. Null where more than one draw of ten cannot be computed.
 *
 * A weight is never below 0, so its interval cannot tell it from nothing: each draw gets a column of noise to compare with.
 * Source: Tonidandel, LeBreton, Johnson (2009), Determining the statistical significance of relative weights, Psychological Methods 14.
 */
export function bootstrapWeights(
  answers: Answers,
  { draws, seed }: { draws: number; seed: number },
): readonly DrawnWeight[] | null {
  const found: { weights: Float64Array; noise: number }[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const random = createRandom(seed, draw);
    const sample = resample(answers, random);
    const weights = weigh(sample);
    const noise = weights && weightOfNoise(sample, random);
    if (weights && noise !== null) found.push({ weights, noise });
  }
  if (found.length === 0 || found.length < LEAST_USABLE * draws) return null;
  return answers.drivers.map((_, driver) => {
    const beaten = found.filter(({ weights, noise }) => at(weights, driver) > noise).length;
    const drawn = Float64Array.from(found, ({ weights }) => at(weights, driver)).sort();
    return {
      interval: [quantile(drawn, 0.025), quantile(drawn, 0.975)],
      isAboveChance: beaten >= 0.975 * found.length,
    };
  });
}

function weigh(answers: Answers): Float64Array | null {
  const correlations = pairwiseCorrelations(answers);
  return correlations && relativeWeights(correlations);
}

function weightOfNoise({ outcome, drivers }: Answers, random: Random): number | null {
  const noise = outcome.map(() => normalQuantile(random()));
  const weights = weigh({ outcome, drivers: [...drivers, noise] });
  return weights && at(weights, drivers.length);
}

function resample({ outcome, drivers }: Answers, random: Random): Answers {
  const rows = Uint32Array.from(outcome, () => Math.floor(random() * outcome.length));
  const take = (column: Float64Array) => Float64Array.from(rows, (row) => at(column, row));
  return { outcome: take(outcome), drivers: drivers.map(take) };
}

/** Between the two nearest of sorted values, by their distance. */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = at(sorted, below);
  return low + (place - below) * (at(sorted, Math.min(below + 1, sorted.length - 1)) - low);
}
