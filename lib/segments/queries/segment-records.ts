import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { idInPageKey, plainPageKey } from "#lib/db/page-key.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { Page, PageRequest } from "#lib/lists/types.ts";
import type { SegmentRecord } from "../segment-input.ts";
import type { SegmentRow } from "../segment-types.ts";
import type { RuleProblem } from "../types.ts";
import { readRuleProblems } from "./rule-problems.ts";
import { getSegmentRow, listSegmentsAfter, type SegmentFilter } from "./segments.ts";

const LIST = "segments";

/**
 * Segments as the API hands them out, archived ones too, in the order they were made.
 *
 * @throws DomainError `invalid_input` when `after` is no key of this list
 */
export async function listSegmentRecords(
  tx: TenantTx,
  session: Session,
  { after, limit, ...filter }: PageRequest & SegmentFilter,
): Promise<Page<SegmentRecord>> {
  const afterId = idInPageKey(LIST, after);
  const rows = await listSegmentsAfter(tx, { after: afterId, limit: limit + 1, ...filter });
  const problemsOf = await readRuleProblems(tx, session);
  const items = rows.slice(0, limit).map((row) => toRecord(row, problemsOf(row.rule)));
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next: last ? plainPageKey(LIST, last.id) : null };
}

/** One segment as the API hands it out. @throws DomainError `not_found` */
export async function getSegmentRecord(
  tx: TenantTx,
  session: Session,
  id: string,
): Promise<SegmentRecord> {
  const row = await getSegmentRow(tx, id);
  return toRecord(row, (await readRuleProblems(tx, session))(row.rule));
}

function toRecord(
  { sums, isFresh, ...segment }: SegmentRow,
  problems: readonly RuleProblem[],
): SegmentRecord {
  const { id, name, kind, rule, note, purpose, lawfulBasis, primaryRank } = segment;
  return {
    ...{ id, name, kind, rule: rule && written(rule), note, purpose, lawfulBasis, primaryRank },
    size: sums?.customers ?? null,
    membership: isFresh ? "fresh" : "computing",
    problems: problems.map(({ path, ...each }) => ({ ...each, path: [...path] })),
    isArchived: segment.isArchived,
    version: segment.version,
  };
}

/** A rule as it is written in JSON: the cast holds because a rule is what was read from there. */
function written(rule: NonNullable<SegmentRow["rule"]>): NonNullable<SegmentRecord["rule"]> {
  return rule as NonNullable<SegmentRecord["rule"]>;
}
