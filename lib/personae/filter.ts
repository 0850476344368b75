import { choicesField, idsField, listAddress, textField } from "#lib/lists/index.ts";
import type { QueryOf } from "#lib/lists/types.ts";
import type { PersonaCard } from "./types.ts";

/** Whether a persona has a stale claim. */
export const STALENESS = ["stale", "fresh"] as const;
/** Who answers for a persona. */
export const ANSWERING = ["me"] as const;

export const personaeAddress = listAddress({
  search: textField("search"),
  segments: idsField("segment"),
  staleness: choicesField("claims", STALENESS),
  answering: choicesField("responsible", ANSWERING),
});

/** What the board can be asked for. */
export type PersonaQuery = QueryOf<typeof personaeAddress>;

type Matched = Pick<PersonaCard, "name" | "segment" | "ratio" | "isMine">;

/** The personae that match, in the order they came; words are looked for in the name. */
export function matchingPersonae<T extends Matched>(
  personae: readonly T[],
  { search, segments, staleness, answering }: PersonaQuery,
): T[] {
  const has = <V>(chosen: readonly V[], value: V) => chosen.length === 0 || chosen.includes(value);
  const words = search.toLowerCase();
  return personae.filter(
    ({ name, segment, ratio, isMine }) =>
      name.toLowerCase().includes(words) &&
      has(segments, segment.id) &&
      has(staleness, ratio.stale > 0 ? "stale" : "fresh") &&
      (answering.length === 0 || isMine),
  );
}
