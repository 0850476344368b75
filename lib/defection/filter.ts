import {
  choicesField,
  countFilters,
  filterParams,
  idsField,
  readListQuery,
  unknownValues,
  usualQuery,
  writeListQuery,
} from "#lib/lists/index.ts";
import type { ListQuery, SearchParams, UnknownValue } from "#lib/lists/types.ts";
import { CASE_STATES } from "./types.ts";

/** A run's tiers by number, the first 1. */
const TIERS = ["1", "2", "3", "4", "5", "6"] as const;

const WATCH_FILTERS = {
  cases: choicesField("case", CASE_STATES),
  tiers: choicesField("tier", TIERS),
  responsible: idsField("responsible"),
};

/** What the watch list can be asked for. */
export type WatchQuery = ListQuery<typeof WATCH_FILTERS>;

export const ALL_WATCHED: WatchQuery = usualQuery(WATCH_FILTERS);

/** The customers an address asks for. */
export function parseWatchQuery(params: SearchParams | URLSearchParams): WatchQuery {
  return readListQuery(WATCH_FILTERS, params);
}

/** The query part of an address for a filter: "?case=open", or "". */
export function watchQuery(query: WatchQuery, after?: string | null): string {
  return writeListQuery(WATCH_FILTERS, query, after);
}

/** How many filters leave customers out. */
export function countWatchFilters(query: WatchQuery): number {
  return countFilters(WATCH_FILTERS, query);
}

/** The filters in force, by their names in the address. */
export function watchFilters(query: WatchQuery) {
  return filterParams(WATCH_FILTERS, query);
}

/** What an address says and the watch list cannot read. */
export function unknownInWatchQuery(
  params: SearchParams | URLSearchParams,
  ofFile?: readonly string[],
): readonly UnknownValue[] {
  return unknownValues(WATCH_FILTERS, params, ofFile);
}
