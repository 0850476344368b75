import type { Basis } from "./types.ts";

/** How a group stands against all customers with orders. */
export type Level = "low" | "middle" | "high";
export type Levels = Readonly<Record<Basis, Level>>;
export type Medians = Readonly<Record<Basis, number>>;

/** So many times the median of all, or as little of it, is more than "about as all". */
const CLEARLY = 1.5;

/** Where the medians of a group lie against those of all; a recency that is low is a last order not long ago. */
export function levelsOf(group: Medians, all: Medians): Levels {
  const of = (basis: Basis) => levelOf(group[basis], all[basis]);
  return { recency: of("recency"), frequency: of("frequency"), monetary: of("monetary") };
}

/** By one more than each, so that 0 days ago can be compared. */
function levelOf(own: number, all: number): Level {
  const ratio = (own + 1) / (all + 1);
  if (ratio >= CLEARLY) return "high";
  return ratio <= 1 / CLEARLY ? "low" : "middle";
}
