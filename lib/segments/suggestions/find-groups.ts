import { adjustedRand } from "#lib/stats/adjusted-rand.ts";
import { createRandom } from "#lib/stats/create-random.ts";
import { type KMeans, kMeans, type Points } from "#lib/stats/k-means.ts";
import { nearestCentres } from "#lib/stats/nearest-centres.ts";
import { silhouette } from "#lib/stats/silhouette.ts";

/** How many groups are tried. */
export const COUNTS = [2, 3, 4, 5, 6, 7, 8] as const;
export const RESAMPLES = 12;

const RESTARTS = 4;
/** Pairs are what it costs: 2 million of them. */
const MOST_COMPARED = 2_000;
const MOST_RESAMPLED = 4_000;

export type Grouping = { readonly count: number; readonly found: KMeans; readonly width: number };

/** Points in `count` groups, and how clearly they lie apart (mean silhouette of 2,000 of them); null for fewer different points. */
export function groupInto(points: Points, count: number, seed: number): Grouping | null {
  const found = kMeans(points, count, { seed, restarts: RESTARTS });
  if (!found) return null;
  const some = evenly(points, MOST_COMPARED);
  const width = silhouette(some, nearestCentres(some, found.centres));
  return width === null ? null : { count, found, width };
}

/** The grouping whose groups lie apart most clearly, the fewest of several that are as clear; null for none. */
export function clearestOf(groupings: readonly (Grouping | null)[]): Grouping | null {
  return groupings.reduce(
    (best, each) => (each && each.width > (best?.width ?? Number.NEGATIVE_INFINITY) ? each : best),
    null,
  );
}

/**
 * How far the groups come out the same from customers drawn anew, with replacement: the adjusted Rand index of one resample, 1 the
 * same and about 0 as by chance. Each `resample` is another draw of the same seed.
 */
export function agreementOf(
  points: Points,
  { count, found }: Grouping,
  { seed, resample }: { seed: number; resample: number },
): number | null {
  const random = createRandom(seed, 1_000 + resample);
  const n = points.values.length / points.dimensions;
  const drawn = take(points, Math.min(n, MOST_RESAMPLED), () => Math.floor(random() * n));
  const again = kMeans(drawn, count, { seed: seed + resample, restarts: 2 });
  const some = evenly(points, MOST_RESAMPLED);
  return (
    again && adjustedRand(nearestCentres(some, found.centres), nearestCentres(some, again.centres))
  );
}

/** At most so many points, evenly spread over all: their order is that of chance. */
function evenly(points: Points, most: number): Points {
  const n = points.values.length / points.dimensions;
  const count = Math.min(n, most);
  return take(points, count, (i) => Math.floor((i * n) / count));
}

function take({ values, dimensions }: Points, count: number, placeOf: (i: number) => number) {
  const taken = new Float64Array(count * dimensions);
  for (let i = 0; i < count; i++) {
    const from = placeOf(i) * dimensions;
    taken.set(values.subarray(from, from + dimensions), i * dimensions);
  }
  return { values: taken, dimensions };
}
