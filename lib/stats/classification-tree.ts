import type { Points } from "./k-means.ts";
import { at, intAt } from "./typed-array.ts";

/** Where a leaf lies in one dimension: above `above`, up to and with `upTo`; null for no end. */
export type Bounds = { readonly above: number | null; readonly upTo: number | null };

/** A part of the space cut by axes, and the group that most of its points are of. */
export type Box = { readonly group: number; readonly bounds: readonly Bounds[] };

export type TreeOptions = {
  /** By dimension, where it may be cut, ascending: up to the cut, and above it */
  readonly cuts: readonly (readonly number[])[];
  /** Cuts from the whole to a leaf, at most */
  readonly depth: number;
  /** Points in a leaf, at least */
  readonly leastPoints: number;
  /** Share of all impurity that a cut has to take away, 0..1 */
  readonly leastGain: number;
};

/**
 * Boxes that tell groups of points by one dimension at a time: a classification tree with Gini's impurity, grown greedily. Boxes share no
 * point and leave none out; neighbours of the same group are one.
 *
 * Source: Breiman, Friedman, Olshen and Stone (1984), Classification and Regression Trees.
 * Worked: 0, 1, 10 and 11 in groups 0, 0, 1 and 1 with a cut at 5 are the boxes up to 5 and above 5.
 */
export function classificationTree(
  points: Points,
  groups: Int32Array,
  options: TreeOptions,
): Box[] {
  const count = 1 + groups.reduce((most, group) => Math.max(most, group), -1);
  if (count === 0) return [];
  const all = Int32Array.from(groups.keys());
  const whole = options.cuts.map((): Bounds => ({ above: null, upTo: null }));
  const impurity = impurityOf(countGroups(groups, all, count));
  const tree: Growing = {
    ...{ groups, count, options, leastGain: options.leastGain * impurity },
    places: placesOf(points, options.cuts),
  };
  return grow(tree, all, whole, options.depth);
}

type Growing = {
  groups: Int32Array;
  count: number;
  options: TreeOptions;
  leastGain: number;
  /** By dimension, how many cuts lie below each point */
  places: readonly Int32Array[];
};

type Cut = { dimension: number; place: number; gain: number };

function grow(tree: Growing, members: Int32Array, bounds: readonly Bounds[], depth: number): Box[] {
  const sizes = countGroups(tree.groups, members, tree.count);
  const leaf: Box = { group: sizes.indexOf(Math.max(...sizes)), bounds };
  const cut = depth === 0 ? null : bestCut(tree, members, sizes);
  if (!cut) return [leaf];
  const { dimension, place } = cut;
  const value = tree.options.cuts[dimension]?.[place] ?? 0;
  const places = tree.places[dimension] ?? new Int32Array();
  const lower = members.filter((i) => intAt(places, i) <= place);
  const upper = members.filter((i) => intAt(places, i) > place);
  const boxes = [
    ...grow(tree, lower, withBounds(bounds, dimension, { upTo: value }), depth - 1),
    ...grow(tree, upper, withBounds(bounds, dimension, { above: value }), depth - 1),
  ];
  return boxes.every(({ group }) => group === leaf.group) ? [leaf] : boxes;
}

function bestCut(tree: Growing, members: Int32Array, sizes: Float64Array): Cut | null {
  const cuts = tree.options.cuts.map((_, dimension) => bestIn(tree, members, sizes, dimension));
  const best = cuts.reduce((one, other) => ((other?.gain ?? 0) > (one?.gain ?? 0) ? other : one));
  return best && best.gain > 0 && best.gain >= tree.leastGain ? best : null;
}

/** The cut of one dimension that takes most impurity away. */
function bestIn(
  tree: Growing,
  members: Int32Array,
  sizes: Float64Array,
  dimension: number,
): Cut | null {
  const { count, options } = tree;
  const between = countBetween(tree, members, dimension);
  const lower = new Float64Array(count);
  let best: Cut | null = null;
  for (let place = 0; place < (options.cuts[dimension]?.length ?? 0); place++) {
    for (let g = 0; g < count; g++) lower[g] = at(lower, g) + at(between, place * count + g);
    const gain = gainOf(sizes, lower, options.leastPoints);
    if (gain > (best?.gain ?? 0)) best = { dimension, place, gain };
  }
  return best;
}

/** By cut and group, how many members lie up to it and above the one before. */
function countBetween(tree: Growing, members: Int32Array, dimension: number): Float64Array {
  const { groups, count, options, places } = tree;
  const held = places[dimension] ?? new Int32Array();
  const between = new Float64Array(((options.cuts[dimension]?.length ?? 0) + 1) * count);
  for (const i of members) {
    const cell = intAt(held, i) * count + intAt(groups, i);
    between[cell] = at(between, cell) + 1;
  }
  return between;
}

/** 0 where a side would be too small. */
function gainOf(sizes: Float64Array, lower: Float64Array, leastPoints: number): number {
  const upper = sizes.map((size, g) => size - at(lower, g));
  if (Math.min(sum(lower), sum(upper)) < leastPoints) return 0;
  return impurityOf(sizes) - impurityOf(lower) - impurityOf(upper);
}

/** Gini's impurity times the number of points: n − Σ size² / n. */
function impurityOf(sizes: Float64Array): number {
  const n = sum(sizes);
  return n === 0 ? 0 : n - sizes.reduce((total, size) => total + size ** 2, 0) / n;
}

function countGroups(groups: Int32Array, members: Int32Array, count: number): Float64Array {
  const sizes = new Float64Array(count);
  for (const i of members) sizes[intAt(groups, i)] = at(sizes, intAt(groups, i)) + 1;
  return sizes;
}

function placesOf({ values, dimensions }: Points, cuts: TreeOptions["cuts"]): Int32Array[] {
  const n = values.length / dimensions;
  return cuts.map((ascending, dimension) =>
    Int32Array.from({ length: n }, (_, i) =>
      cutsBelow(ascending, at(values, i * dimensions + dimension)),
    ),
  );
}

function cutsBelow(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function withBounds(
  bounds: readonly Bounds[],
  dimension: number,
  end: Partial<Bounds>,
): readonly Bounds[] {
  return bounds.map((each, at) => (at === dimension ? { ...each, ...end } : each));
}

function sum(sizes: Float64Array): number {
  return sizes.reduce((total, size) => total + size, 0);
}
