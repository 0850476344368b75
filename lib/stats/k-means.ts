import { createRandom, type Random } from "./create-random.ts";
import { at, intAt } from "./typed-array.ts";

/** Points by rows: `values.length / dimensions` of them. */
export type Points = { readonly values: Float64Array; readonly dimensions: number };

/** `groups`: the group of each point. `centres` by rows. `inertia`: Σ of squared distances to the own centre. */
export type KMeans = {
  readonly groups: Int32Array;
  readonly centres: Float64Array;
  readonly inertia: number;
};

export type KMeansOptions = { readonly seed: number; readonly restarts?: number };

const RESTARTS = 10;
const MOST_STEPS = 300;

/**
 * `count` groups of points with small squared distances to their means: the best of several seeded starts, at most one per point.
 *
 * A local optimum, as all of its kind; scale the columns first. Source: Lloyd (1982), with starts by Arthur and Vassilvitskii (2007),
 * k-means++. Worked: 0, 1, 10, 11 in two groups have centres 0.5 and 10.5 and inertia 1.
 */
export function kMeans(points: Points, count: number, options: KMeansOptions): KMeans | null {
  const n = points.values.length / points.dimensions;
  if (count < 1 || n < count) return null;
  const restarts = Math.max(1, options.restarts ?? RESTARTS);
  let best: KMeans | null = null;
  for (let restart = 0; restart < restarts; restart++) {
    const centres = spreadCentres(points, count, createRandom(options.seed, restart));
    const found = settle(points, centres);
    if (best === null || found.inertia < best.inertia) best = found;
  }
  return best;
}

/** Lloyd's steps until no point changes its group. */
function settle(points: Points, start: Float64Array): KMeans {
  const groups = new Int32Array(points.values.length / points.dimensions).fill(-1);
  let centres = start;
  let assigned = assign(points, centres, groups);
  for (let step = 0; step < MOST_STEPS && assigned.moved > 0; step++) {
    centres = means(points, groups, centres);
    assigned = assign(points, centres, groups);
  }
  return { groups, centres, inertia: assigned.inertia };
}

function assign(
  points: Points,
  centres: Float64Array,
  groups: Int32Array,
): { moved: number; inertia: number } {
  const count = centres.length / points.dimensions;
  let moved = 0;
  let inertia = 0;
  for (let i = 0; i < groups.length; i++) {
    let nearest = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let g = 0; g < count; g++) {
      const distance = squaredDistance(points, i, centres, g);
      if (distance < least) {
        least = distance;
        nearest = g;
      }
    }
    if (intAt(groups, i) !== nearest) moved += 1;
    groups[i] = nearest;
    inertia += least;
  }
  return { moved, inertia };
}

/** Mean of each group; a group without points keeps its centre. */
function means(points: Points, groups: Int32Array, former: Float64Array): Float64Array {
  const { values, dimensions } = points;
  const sums = new Float64Array(former.length);
  const counts = new Float64Array(former.length / dimensions);
  for (let i = 0; i < groups.length; i++) {
    const group = intAt(groups, i);
    counts[group] = at(counts, group) + 1;
    for (let d = 0; d < dimensions; d++) {
      const cell = group * dimensions + d;
      sums[cell] = at(sums, cell) + at(values, i * dimensions + d);
    }
  }
  return sums.map((sum, cell) => {
    const n = at(counts, Math.floor(cell / dimensions));
    return n === 0 ? at(former, cell) : sum / n;
  });
}

/** k-means++: each next centre is a point drawn with its squared distance to the nearest centre so far. */
function spreadCentres(points: Points, count: number, random: Random): Float64Array {
  const { values, dimensions } = points;
  const n = values.length / dimensions;
  const centres = new Float64Array(count * dimensions);
  const weights = new Float64Array(n).fill(1);
  for (let g = 0; g < count; g++) {
    const chosen = drawByWeight(weights, random);
    centres.set(values.subarray(chosen * dimensions, (chosen + 1) * dimensions), g * dimensions);
    for (let i = 0; i < n; i++) {
      const distance = squaredDistance(points, i, centres, g);
      weights[i] = g === 0 ? distance : Math.min(at(weights, i), distance);
    }
  }
  return centres;
}

function drawByWeight(weights: Float64Array, random: Random): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = random() * total;
  for (let i = 0; i < weights.length; i++) {
    left -= at(weights, i);
    if (left < 0) return i;
  }
  return Math.floor(random() * weights.length);
}

function squaredDistance(
  { values, dimensions }: Points,
  point: number,
  centres: Float64Array,
  group: number,
): number {
  let sum = 0;
  for (let d = 0; d < dimensions; d++)
    sum += (at(values, point * dimensions + d) - at(centres, group * dimensions + d)) ** 2;
  return sum;
}
