import { at } from "./typed-array.ts";

/**
 * The value that stands at `place` when a list is in rising order, without sorting all of it: values are moved about until none before
 * `place` is larger and none after it smaller. Finite values, of which there is one at `place`; `from`: everything before that place is
 * known to be no larger.
 *
 * Takes a time in proportion to the length. Source: Hoare (1961), Algorithm 65: Find. Worked: 7, 1, 5, 3 has 3 at place 1.
 */
export function selectNth(values: Float64Array, place: number, from = 0): number {
  let [low, high] = [from, values.length - 1];
  while (low < high) {
    const [left, right] = parted(values, at(values, place), [low, high]);
    if (left < place) low = right;
    if (place < right) high = left;
  }
  return at(values, place);
}

/** Moves what is below `pivot` before what is above it; what is not above ends at the first place given back, what is not below begins at the second. */
function parted(
  values: Float64Array,
  pivot: number,
  [low, high]: readonly [number, number],
): [left: number, right: number] {
  let [i, j] = [low, high];
  while (i <= j) {
    while (at(values, i) < pivot) i++;
    while (at(values, j) > pivot) j--;
    if (i > j) break;
    const moved = at(values, i);
    values[i++] = at(values, j);
    values[j--] = moved;
  }
  return [j, i];
}
