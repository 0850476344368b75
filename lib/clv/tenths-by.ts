import { at } from "#lib/stats/typed-array.ts";

const TENTHS = 10;

/**
 * Places in tenths by a score, the highest first and equal ones in their order; fewer tenths where there are fewer places.
 *
 * Worked: scores 1, 3, 2 are the three tenths [1], [2], [0].
 */
export function tenthsBy(scores: Float64Array): Uint32Array[] {
  const n = scores.length;
  const tenths = Math.min(TENTHS, n);
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort(
    (i, j) => at(scores, j) - at(scores, i) || i - j,
  );
  return Array.from({ length: tenths }, (_, tenth) =>
    order.subarray(Math.round((tenth * n) / tenths), Math.round(((tenth + 1) * n) / tenths)),
  );
}
