import { choicesField, idsField, listAddress, textField } from "#lib/lists/index.ts";
import type { QueryOf } from "#lib/lists/types.ts";
import { OPPORTUNITY_BANDS } from "#lib/stats/opportunity.ts";
import { EVIDENCE_LEVELS, type EvidenceLevel, type MeasuredNeed, NEED_KINDS } from "./types.ts";

/** The bands of opportunity, and what nobody has asked about both sides of. */
export const NEED_BANDS = [...OPPORTUNITY_BANDS, "unmeasured"] as const;

export const needsAddress = listAddress({
  search: textField("search"),
  kinds: choicesField("kind", NEED_KINDS),
  segments: idsField("segment"),
  bands: choicesField("band", NEED_BANDS),
  evidence: choicesField("evidence", EVIDENCE_LEVELS),
});

/** What the list of needs can be asked for. */
export type NeedQuery = QueryOf<typeof needsAddress>;

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
