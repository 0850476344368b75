import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { SUBJECT_COLUMN } from "../columns.ts";
import type { EvidenceEntry, SubjectRef } from "../types.ts";
import { EVIDENCE_ROW, toEntry } from "./evidence-entry.ts";

const MOST = 200;

/** The evidence of one thing, the newest source first; the first 200. Words of a source that the reader may not see are left out. */
export async function listEvidence(
  tx: TenantTx,
  session: Session,
  { subject, subjectId }: SubjectRef,
): Promise<EvidenceEntry[]> {
  const rows = await tx.evidence.findMany({
    where: { [SUBJECT_COLUMN[subject]]: subjectId },
    select: EVIDENCE_ROW,
    orderBy: [{ datedOn: "desc" }, { id: "desc" }],
    take: MOST,
  });
  return rows.map((row) => toEntry(row, session));
}
