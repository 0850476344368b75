import type { ImportField } from "#lib/imports/types.ts";
import type { ColumnSketch } from "./describe-columns.ts";

/** More rows with a choice in each take seconds to draw. */
export const MOST_SHOWN = 200;

/**
 * The places of the columns to draw: of those whose header holds what is looked for, the first, and the ones that fill a
 * field of their own wherever they stand.
 */
export function shownColumns(
  sketches: readonly ColumnSketch[],
  columns: readonly (ImportField | null)[],
  wanted: string,
): number[] {
  const text = wanted.trim().toLowerCase();
  const places = sketches.flatMap(({ header }, at) =>
    header.toLowerCase().includes(text) ? [at] : [],
  );
  const fills = (at: number) => !/^(?:attributes\.|answers\.|$)/.test(columns[at] ?? "");
  return places.filter((at, order) => order < MOST_SHOWN || fills(at));
}
