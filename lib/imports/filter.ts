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
import { IMPORT_KINDS, IMPORT_STATUSES } from "./types.ts";

const IMPORT_FILTERS = {
  kinds: choicesField("kind", IMPORT_KINDS),
  statuses: choicesField("status", IMPORT_STATUSES),
  sources: idsField("source"),
};

/** What the list of imports can be asked for. */
export type ImportQuery = ListQuery<typeof IMPORT_FILTERS>;

export const ALL_IMPORTS: ImportQuery = usualQuery(IMPORT_FILTERS);

/** The imports an address asks for. */
export function parseImportQuery(params: SearchParams | URLSearchParams): ImportQuery {
  return readListQuery(IMPORT_FILTERS, params);
}

/** What an address says and the list of imports cannot read. */
export function unknownInImportQuery(
  params: SearchParams | URLSearchParams,
  ofFile?: readonly string[],
): readonly UnknownValue[] {
  return unknownValues(IMPORT_FILTERS, params, ofFile);
}

/** The query part of an address for a filter: "?kind=orders", or "". */
export function importQuery(query: ImportQuery, after?: string | null): string {
  return writeListQuery(IMPORT_FILTERS, query, after);
}

/** How many filters leave imports out. */
export function countImportFilters(query: ImportQuery): number {
  return countFilters(IMPORT_FILTERS, query);
}

/** The filters in force, by their names in the address. */
export function importFilters(query: ImportQuery) {
  return filterParams(IMPORT_FILTERS, query);
}
