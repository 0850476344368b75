import type { Segment } from "#lib/value/types.ts";
import type { Group } from "../types.ts";

/**
 * The rule that finds the customers of a named RFM segment: its cells. `cells` are the names of all 125 in counting order, 111 first.
 */
export function cellRule(segment: Segment, cells: readonly Segment[]): Group {
  const value = cells.flatMap((name, place) => (name === segment ? [cellAt(place)] : []));
  return { all: [{ field: "rfm.cell", op: "in", value }] };
}

function cellAt(place: number): string {
  const digits = [Math.floor(place / 25), Math.floor(place / 5) % 5, place % 5];
  return digits.map((digit) => digit + 1).join("");
}
