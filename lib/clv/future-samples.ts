import { at } from "#lib/stats/typed-array.ts";
import type { Future } from "./simulate-future.ts";

/** Of drawn futures the means of D, D², Σ discount², L, L² and D·L, with D the discounted purchases and L the discounted active time. */
export type FutureMoments = {
  mean: number;
  square: number;
  squares: number;
  time: number;
  timeSquare: number;
  product: number;
};

/** Drawn futures: purchases in order; discounted purchases in order and, place by place, the discounted active time. */
export type FutureSamples = {
  purchases: Float64Array;
  discounted: Float64Array;
  active: Float64Array;
  moments: FutureMoments;
};

/** What shared futures are asked for, of at least one. */
export function futureSamples(futures: readonly Future[]): FutureSamples {
  const sorted = futures.toSorted((one, other) => one.discounted - other.discounted);
  const meanOf = (of: (future: Future) => number) =>
    futures.reduce((sum, future) => sum + of(future), 0) / futures.length;
  return {
    purchases: Float64Array.from(futures, ({ purchases }) => purchases).sort(),
    discounted: Float64Array.from(sorted, ({ discounted }) => discounted),
    active: Float64Array.from(sorted, ({ active }) => active),
    moments: {
      mean: meanOf(({ discounted }) => discounted),
      square: meanOf(({ discounted }) => discounted ** 2),
      squares: meanOf(({ squares }) => squares),
      time: meanOf(({ active }) => active),
      timeSquare: meanOf(({ active }) => active ** 2),
      product: meanOf(({ discounted, active }) => discounted * active),
    },
  };
}

/**
 * The value below which a share of all futures lies, of which only `alive` are of the sample, in rising order, and the others 0.
 *
 * Worked: −2, 1 and 3 with a chance of one half to have left have −2 at 0.1, 0 at 0.5 and 3 at 0.9.
 */
export function mixtureQuantile(sorted: Float64Array, alive: number, share: number): number {
  const place = mixturePlace({ length: sorted.length, below: belowZero(sorted) }, alive, share);
  return place === null ? 0 : at(sorted, place);
}

/**
 * Where the quantile of such a mixture stands in the sample, 0 for the smallest; null where it is the 0 of those who have left. `below`:
 * how many of the sample are below 0.
 */
export function mixturePlace(
  { length, below }: { length: number; below: number },
  alive: number,
  share: number,
): number | null {
  const shareBelow = (alive * below) / length;
  const isWithin = share < shareBelow;
  const within = (isWithin ? share : share - (1 - alive)) / alive;
  if (!isWithin && !(within > below / length)) return null;
  return Math.min(length - 1, Math.floor(within * length));
}

/** How many of a rising list are below 0. */
function belowZero(sorted: Float64Array): number {
  if (!(at(sorted, 0) < 0)) return 0;
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(sorted, middle) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
