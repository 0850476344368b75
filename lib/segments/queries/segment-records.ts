import "server-only";
import { idInPageKey, plainPageKey } from "#lib/db/page-key.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { Page, PageRequest } from "#lib/lists/types.ts";
import type { SegmentRecord } from "../segment-input.ts";
import type { SegmentRow } from "../segment-types.ts";
import { findRow, listSegmentsAfter } from "./segments.ts";

const LIST = "segments";

/**
 * Segments as the API hands them out, archived ones too, in the order they were made.
 *
 * @throws DomainError `invalid_input` when `after` is no key of this list
 */
export async function listSegmentRecords(
  tx: TenantTx,
  { after, limit }: PageRequest,
): Promise<Page<SegmentRecord>> {
  const rows = await listSegmentsAfter(tx, idInPageKey(LIST, after), limit + 1);
  const items = rows.slice(0, limit).map(toRecord);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next: last ? plainPageKey(LIST, last.id) : null };
}

/** One segment as the API hands it out. @throws DomainError `not_found` */
export async function getSegmentRecord(tx: TenantTx, id: string): Promise<SegmentRecord> {
  return toRecord(await findRow(tx, id));
}

function toRecord({ sums, isFresh, ...segment }: SegmentRow): SegmentRecord {
  const { id, name, kind, rule, note, purpose, lawfulBasis, primaryRank } = segment;
  return {
    ...{ id, name, kind, rule: rule && written(rule), note, purpose, lawfulBasis, primaryRank },
    size: sums?.customers ?? null,
    membership: isFresh ? "fresh" : "computing",
    isArchived: segment.isArchived,
    version: segment.version,
  };
}

/** A rule as it is written in JSON: the cast holds because a rule is what was read from there. */
function written(rule: NonNullable<SegmentRow["rule"]>): NonNullable<SegmentRecord["rule"]> {
  return rule as NonNullable<SegmentRecord["rule"]>;
}
