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
import { OPPORTUNITY_BANDS } from "#lib/stats/opportunity.ts";
import { EVIDENCE_LEVELS, type EvidenceLevel, type MeasuredNeed, NEED_KINDS } from "./types.ts";

/** The bands of opportunity, and what nobody has asked about both sides of. */
export const NEED_BANDS = [...OPPORTUNITY_BANDS, "unmeasured"] as const;

const NEED_FILTERS = {
  search: textField("search"),
  kinds: choicesField("kind", NEED_KINDS),
  segments: idsField("segment"),
  bands: choicesField("band", NEED_BANDS),
  evidence: choicesField("evidence", EVIDENCE_LEVELS),
};

/** What the list of needs can be asked for. */
export type NeedQuery = ListQuery<typeof NEED_FILTERS>;

export const ALL_NEEDS: NeedQuery = usualQuery(NEED_FILTERS);

/** The needs an address asks for. */
export function parseNeedQuery(params: SearchParams | URLSearchParams): NeedQuery {
  return readListQuery(NEED_FILTERS, params);
}

/** What an address says and the list of needs cannot read. */
export function unknownInNeedQuery(
  params: URLSearchParams,
  ofFile?: readonly string[],
): readonly UnknownValue[] {
  return unknownValues(NEED_FILTERS, params, ofFile);
}

/** The query part of an address for a filter: "?kind=social", or "". */
export function needQuery(query: NeedQuery): string {
  return writeListQuery(NEED_FILTERS, query);
}

/** How many filters leave needs out. */
export function countNeedFilters(query: NeedQuery): number {
  return countFilters(NEED_FILTERS, query);
}

/** The filters in force, by their names in the address. */
export function needFilters(query: NeedQuery) {
  return filterParams(NEED_FILTERS, query);
}

/** As the badge of evidence has it. */
function evidenceLevel(sources: number): EvidenceLevel {
  if (sources === 0) return "none";
  return sources < 3 ? "few" : "many";
}

/** The needs that match, in the order they came. */
export function matchingNeeds(
  needs: readonly MeasuredNeed[],
  { search, kinds, segments, bands, evidence }: NeedQuery,
): MeasuredNeed[] {
  const has = <T>(chosen: readonly T[], value: T) => chosen.length === 0 || chosen.includes(value);
  const words = search.toLowerCase();
  return needs.filter(
    (need) =>
      need.statement.toLowerCase().includes(words) &&
      has(kinds, need.kind) &&
      has(segments, need.segment?.id ?? "") &&
      has(bands, need.opportunity?.band ?? "unmeasured") &&
      has(evidence, evidenceLevel(need.evidenceCount)),
  );
}

/** The greatest opportunity first; what is not measured last, by its words. */
export function byOpportunity(a: MeasuredNeed, b: MeasuredNeed): number {
  const score = ({ opportunity }: MeasuredNeed) => opportunity?.score ?? -1;
  return score(b) - score(a) || a.statement.localeCompare(b.statement);
}
