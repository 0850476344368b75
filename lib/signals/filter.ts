import {
  choicesField,
  countFilters,
  daysField,
  filterParams,
  idsField,
  readListQuery,
  textField,
  unknownValues,
  usualQuery,
  writeListQuery,
} from "#lib/lists/index.ts";
import type { ListQuery, SearchParams, UnknownValue } from "#lib/lists/types.ts";
import { AUDIENCES, METRICS, WORDS } from "./types.ts";

const SIGNAL_FILTERS = {
  /** A customer's number */
  customer: textField("customer"),
  metrics: choicesField("metric", METRICS),
  audiences: choicesField("audience", AUDIENCES),
  /** Of customers who are in one of them today, or who were asked as part of it */
  segments: idsField("segment"),
  words: choicesField("words", WORDS),
  days: daysField("from", "to"),
  sources: idsField("source"),
  /** The imports that wrote them last */
  imports: idsField("import"),
};

/** What the list of feedback can be asked for. */
export type SignalQuery = ListQuery<typeof SIGNAL_FILTERS>;

export const ALL_SIGNALS: SignalQuery = usualQuery(SIGNAL_FILTERS);

/** The feedback an address asks for. */
export function parseSignalQuery(params: SearchParams | URLSearchParams): SignalQuery {
  return readListQuery(SIGNAL_FILTERS, params);
}

/** What an address says and the list of feedback cannot read. */
export function unknownInSignalQuery(
  params: SearchParams | URLSearchParams,
  ofFile?: readonly string[],
): readonly UnknownValue[] {
  return unknownValues(SIGNAL_FILTERS, params, ofFile);
}

/** The query part of an address for a filter: "?metric=nps", or "". */
export function signalQuery(query: SignalQuery, after?: string | null): string {
  return writeListQuery(SIGNAL_FILTERS, query, after);
}

/** How many filters leave feedback out. */
export function countSignalFilters(query: SignalQuery): number {
  return countFilters(SIGNAL_FILTERS, query);
}

/** The filters in force, by their names in the address. */
export function signalFilters(query: SignalQuery) {
  return filterParams(SIGNAL_FILTERS, query);
}
