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

/** The largest of whole numbers from 0 on; 0 where there are none. */
export function largest(column: Int32Array): number {
  let most = 0;
  for (let i = 0; i < column.length; i++) most = Math.max(most, intAt(column, i));
  return most;
}
