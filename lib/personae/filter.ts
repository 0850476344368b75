import {
  choicesField,
  countFilters,
  filterParams,
  idsField,
  readListQuery,
  textField,
  unknownValues,
  usualQuery,
  writeListQuery,
} from "#lib/lists/index.ts";
import type { ListQuery, SearchParams, UnknownValue } from "#lib/lists/types.ts";
import type { PersonaCard } from "./types.ts";

/** Whether a persona has a stale claim. */
export const STALENESS = ["stale", "fresh"] as const;
/** Who answers for a persona. */
export const ANSWERING = ["me"] as const;

const PERSONA_FILTERS = {
  search: textField("search"),
  segments: idsField("segment"),
  staleness: choicesField("claims", STALENESS),
  answering: choicesField("responsible", ANSWERING),
};

/** What the board can be asked for. */
export type PersonaQuery = ListQuery<typeof PERSONA_FILTERS>;

export const ALL_PERSONAE: PersonaQuery = usualQuery(PERSONA_FILTERS);

/** The personae an address asks for. */
export function parsePersonaQuery(params: SearchParams | URLSearchParams): PersonaQuery {
  return readListQuery(PERSONA_FILTERS, params);
}

/** What an address says and the board cannot read. */
export function unknownInPersonaQuery(
  params: URLSearchParams,
  ofFile?: readonly string[],
): readonly UnknownValue[] {
  return unknownValues(PERSONA_FILTERS, params, ofFile);
}

/** The query part of an address for a filter: "?claims=stale", or "". */
export function personaQuery(query: PersonaQuery): string {
  return writeListQuery(PERSONA_FILTERS, query);
}

/** How many filters leave personae out. */
export function countPersonaFilters(query: PersonaQuery): number {
  return countFilters(PERSONA_FILTERS, query);
}

/** The filters in force, by their names in the address. */
export function personaFilters(query: PersonaQuery) {
  return filterParams(PERSONA_FILTERS, query);
}

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
