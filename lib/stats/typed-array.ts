/**
 * The number at a place that the caller knows to exist, in a column of decimals.
 *
 * The cast holds because loops over columns run from 0 to their length, which the compiler cannot see. One accessor per kind of
 * column: a shared one would see both and stop being inlined in the loops that need it most.
 */
export function at(column: Float64Array, place: number): number {
  return column[place] as number;
}

/** As `at`, in a column of whole numbers. */
export function intAt(column: Int32Array, place: number): number {
  return column[place] as number;
}
