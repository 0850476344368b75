import { at } from "./typed-array.ts";

/** Ranks from 1 up, equal values sharing the mean of theirs. Worked: 10, 20, 20, 5 have 2, 3.5, 3.5, 1. */
export function averageRanks(values: Float64Array): Float64Array {
  const sorted = values.slice().sort();
  return values.map((value) => (countBelow(sorted, value) + countUpTo(sorted, value) + 1) / 2);
}

function countBelow(sorted: Float64Array, value: number): number {
  return firstPlace(sorted, (other) => other >= value);
}

function countUpTo(sorted: Float64Array, value: number): number {
  return firstPlace(sorted, (other) => other > value);
}

/** The first place from which on a condition holds. */
function firstPlace(sorted: Float64Array, holds: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(at(sorted, middle))) high = middle;
    else low = middle + 1;
  }
  return low;
}
