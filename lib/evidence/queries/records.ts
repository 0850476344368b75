import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { isId } from "#lib/db/is-id.ts";
import { idInPageKey, plainPageKey } from "#lib/db/page-key.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { ExportRow } from "#lib/exports/index.ts";
import type { Page, PageRequest } from "#lib/lists/types.ts";
import { SOURCE_COLUMN, SUBJECT_COLUMN, subjectOf } from "../columns.ts";
import type { EvidenceFilter, EvidenceRecord } from "../schema.ts";
import { EVIDENCE_ROW, type EvidenceRow, toEntry } from "./evidence-entry.ts";

const RECORD_ROW = {
  ...EVIDENCE_ROW,
  need: { select: { statement: true } },
  persona: { select: { name: true } },
  claim: { select: { statement: true } },
} as const;

const LIST = "evidence";

/**
 * Pieces of evidence that match as the API hands them out, in the order they were linked. Words of sources that the reader may
 * not see are left out.
 *
 * @throws DomainError `invalid_input` when `after` is no key of this list
 */
export async function listEvidenceRecords(
  tx: TenantTx,
  session: Session,
  { after, limit }: PageRequest,
  filter: EvidenceFilter = {},
): Promise<Page<EvidenceRecord>> {
  const afterId = idInPageKey(LIST, after);
  const from = afterId === null ? {} : { id: { gt: afterId } };
  const rows = await tx.evidence.findMany({
    where: { AND: [from, conditionsOf(filter)] },
    select: RECORD_ROW,
    orderBy: { id: "asc" },
    take: limit + 1,
  });
  const items = rows.slice(0, limit).map((row) => toRecord(row, session));
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, next: last ? plainPageKey(LIST, last.id) : null };
}

/** One piece of evidence as the API hands it out. @throws DomainError `not_found` */
export async function getEvidenceRecord(
  tx: TenantTx,
  session: Session,
  id: string,
): Promise<EvidenceRecord> {
  const row = isId(id) ? await tx.evidence.findFirst({ where: { id }, select: RECORD_ROW }) : null;
  if (!row) throw new DomainError("not_found", "This evidence does not exist.");
  return toRecord(row, session);
}

/** The columns of evidence in files: new ones come after the last. */
export const EVIDENCE_COLUMNS = [
  ...["evidence_id", "subject", "subject_id", "about", "kind", "source_id", "source", "stance"],
  ...["excerpt", "dated_on", "value", "unit", "low", "high", "n", "page"],
] as const;

/** A page of evidence as rows. @throws DomainError `invalid_input` for another key */
export async function exportEvidence(
  tx: TenantTx,
  session: Session,
  { page, filter }: { page: PageRequest; filter: EvidenceFilter },
): Promise<{ rows: ExportRow[]; next: string | null }> {
  const { items, next } = await listEvidenceRecords(tx, session, page, filter);
  return { rows: items.map(rowOf), next };
}

function rowOf({ statistic, ...record }: EvidenceRecord): ExportRow {
  const { id, subject, subjectId, about, kind, sourceId, title, stance, excerpt, datedOn } = record;
  const { low = null, high = null } = statistic?.interval ?? {};
  return [
    ...[id, subject, subjectId, about, kind, sourceId, title ?? statistic?.label ?? null, stance],
    ...[excerpt, datedOn, statistic?.value ?? null, statistic?.unit ?? null, low, high],
    ...[statistic?.n ?? null, statistic?.href ?? null],
  ];
}

function conditionsOf({ kind, persona, ...subjects }: EvidenceFilter) {
  const { need, claim } = subjects;
  return {
    ...(need ? { [SUBJECT_COLUMN.need]: need } : {}),
    ...(claim ? { [SUBJECT_COLUMN.claim]: claim } : {}),
    // What backs its claims backs a persona too.
    ...(persona ? { OR: [{ personaId: persona }, { claim: { personaId: persona } }] } : {}),
    ...(kind ? ofKind(kind) : {}),
  };
}

function ofKind(kind: NonNullable<EvidenceFilter["kind"]>) {
  if (kind !== "statistic") return { [SOURCE_COLUMN[kind]]: { not: null } };
  return Object.fromEntries(Object.values(SOURCE_COLUMN).map((column) => [column, null]));
}

type RecordRow = EvidenceRow & {
  need: { statement: string } | null;
  persona: { name: string } | null;
  claim: { statement: string } | null;
};

function toRecord(row: RecordRow, session: Session): EvidenceRecord {
  const { id, kind, sourceId, stance, excerpt, datedOn, title, statistic } = toEntry(row, session);
  const about = row.need?.statement ?? row.persona?.name ?? row.claim?.statement ?? "";
  return {
    ...{ id, ...subjectOf(row), about, kind, sourceId, stance, title, excerpt, datedOn },
    statistic: statistic && {
      ...statistic,
      interval: statistic.interval && { low: statistic.interval[0], high: statistic.interval[1] },
    },
  };
}
