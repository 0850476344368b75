import type { Points } from "./k-means.ts";
import { at, intAt } from "./typed-array.ts";

/**
 * How clearly points lie in their groups, −1..1: the mean of (b − a) / max(a, b), a the mean distance to the own group and b that to
 * the nearest other one. A point alone in its group counts 0. Null unless there are 2 groups or more.
 *
 * Every pair of points is looked at: give some thousand, as a sample. Source: Rousseeuw (1987), Silhouettes, Journal of Computational
 * and Applied Mathematics 20. Worked: 0, 1, 10, 11 in two pairs give 0.8997.
 */
export function silhouette(points: Points, groups: Int32Array): number | null {
  const sizes = sizesOf(groups);
  if (sizes.filter((size) => size > 0).length < 2) return null;
  let sum = 0;
  for (let i = 0; i < groups.length; i++) sum += widthOf(points, groups, sizes, i);
  return sum / groups.length;
}

function widthOf(points: Points, groups: Int32Array, sizes: Float64Array, point: number): number {
  const own = intAt(groups, point);
  if (at(sizes, own) === 1) return 0;
  const sums = new Float64Array(sizes.length);
  for (let i = 0; i < groups.length; i++) {
    const group = intAt(groups, i);
    sums[group] = at(sums, group) + distance(points, point, i);
  }
  const within = at(sums, own) / (at(sizes, own) - 1);
  let nearest = Number.POSITIVE_INFINITY;
  for (let group = 0; group < sizes.length; group++)
    if (group !== own && at(sizes, group) > 0)
      nearest = Math.min(nearest, at(sums, group) / at(sizes, group));
  const larger = Math.max(within, nearest);
  return larger === 0 ? 0 : (nearest - within) / larger;
}

function sizesOf(groups: Int32Array): Float64Array {
  const last = groups.reduce((most, group) => Math.max(most, group), -1);
  const sizes = new Float64Array(last + 1);
  for (const group of groups) sizes[group] = at(sizes, group) + 1;
  return sizes;
}

function distance({ values, dimensions }: Points, one: number, other: number): number {
  let sum = 0;
  for (let d = 0; d < dimensions; d++)
    sum += (at(values, one * dimensions + d) - at(values, other * dimensions + d)) ** 2;
  return Math.sqrt(sum);
}
