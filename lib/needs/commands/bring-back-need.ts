import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { lockDeleted } from "#lib/evidence/index.ts";
import type { BringBackNeed } from "../schema.ts";

/**
 * Bring a need back that was deleted within the last day, with all that hung on it and whose source is still there.
 *
 * @throws DomainError `not_found` after that day; `conflict` where the segment it was of has been deleted since
 */
export async function bringBackNeed(
  tx: TenantTx,
  session: Session,
  { needId }: BringBackNeed,
): Promise<{ id: string; name: string }> {
  await lockDeleted(tx, session);
  const name = await lockKept(tx, session, needId);
  await bringBackRows(tx, session, needId);
  await bringBackQuestions(tx, session, needId);
  await bringBackEvidence(tx, session, needId);
  await tx.deletedNeed.deleteMany({ where: { id: needId } });
  await recordEvent(tx, session, {
    action: "need.brought_back",
    object: { type: "need", id: needId },
  });
  return { id: needId, name };
}

/** Its statement. */
async function lockKept(tx: TenantTx, { workspace }: Session, needId: string): Promise<string> {
  const [kept] = await tx.$queryRaw<{ statement: string; hasSegment: boolean }[]>`
    SELECT d.kept->'need'->>'statement' AS statement, d.kept->'need'->>'segment_id' IS NULL OR EXISTS (
      SELECT 1 FROM customer_segment s WHERE s.tenant_id = d.tenant_id AND s.id = (d.kept->'need'->>'segment_id')::uuid
    ) AS "hasSegment"
    FROM deleted_need d WHERE d.tenant_id = ${workspace.id}::uuid AND d.id = ${needId}::uuid
      AND d.deleted_at > now() - interval '24 hours' FOR UPDATE`;
  if (!kept) throw new DomainError("not_found", "This need cannot be brought back any more.");
  if (kept.hasSegment) return kept.statement;
  throw new DomainError(
    "conflict",
    "The segment that this need was of has been deleted since. Add the need anew and choose another segment.",
  );
}

/** The need itself and what reports say of it. */
async function bringBackRows(tx: TenantTx, { workspace }: Session, needId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO customer_need SELECT x.* FROM deleted_need k, jsonb_populate_record(NULL::customer_need, k.kept->'need') x
    WHERE k.tenant_id = ${workspace.id}::uuid AND k.id = ${needId}::uuid`;
  await tx.$executeRaw`
    INSERT INTO need_rating SELECT x.* FROM deleted_need k, jsonb_populate_recordset(NULL::need_rating, k.kept->'ratings') x
    WHERE k.tenant_id = ${workspace.id}::uuid AND k.id = ${needId}::uuid`;
}

/** Those of sources that are still there. */
function bringBackQuestions(tx: TenantTx, { workspace }: Session, needId: string): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO need_question SELECT x.* FROM deleted_need k, jsonb_populate_recordset(NULL::need_question, k.kept->'questions') x
    WHERE k.tenant_id = ${workspace.id}::uuid AND k.id = ${needId}::uuid AND (x.source_id IS NULL
      OR EXISTS (SELECT 1 FROM data_source s WHERE s.tenant_id = x.tenant_id AND s.id = x.source_id))`;
}

/** Those of signals, contacts, complaints, interviews and files that are still there, and statistics. */
function bringBackEvidence(tx: TenantTx, { workspace }: Session, needId: string): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO evidence SELECT x.* FROM deleted_need k, jsonb_populate_recordset(NULL::evidence, k.kept->'evidence') x
    WHERE k.tenant_id = ${workspace.id}::uuid AND k.id = ${needId}::uuid AND (x.statistic IS NOT NULL
      OR EXISTS (SELECT 1 FROM signal s WHERE s.tenant_id = x.tenant_id AND s.id = x.signal_id)
      OR EXISTS (SELECT 1 FROM interaction s WHERE s.tenant_id = x.tenant_id AND s.id = x.interaction_id)
      OR EXISTS (SELECT 1 FROM complaint s WHERE s.tenant_id = x.tenant_id AND s.id = x.complaint_id)
      OR EXISTS (SELECT 1 FROM interview s WHERE s.tenant_id = x.tenant_id AND s.id = x.interview_id)
      OR EXISTS (SELECT 1 FROM evidence_file s WHERE s.tenant_id = x.tenant_id AND s.id = x.file_id))`;
}
