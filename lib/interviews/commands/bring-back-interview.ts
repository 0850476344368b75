import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { lockDeleted } from "#lib/evidence/index.ts";
import type { BringBackInterview } from "../schema.ts";

/**
 * Bring an interview back that was deleted within the last day, with all that was cut out of it for what is still there. Its customer is
 * who they were merged into since; of one who is gone nobody.
 *
 * @throws DomainError `not_found` after that day; `conflict` where its segment has been deleted since
 */
export async function bringBackInterview(
  tx: TenantTx,
  session: Session,
  { interviewId }: BringBackInterview,
): Promise<{ id: string; name: string | null }> {
  await lockDeleted(tx, session);
  const name = await lockKept(tx, session, interviewId);
  await bringBackRow(tx, session, interviewId);
  await joinMerges(tx, session, interviewId);
  await bringBackCuttings(tx, session, interviewId);
  await tx.deletedInterview.deleteMany({ where: { id: interviewId } });
  await recordEvent(tx, session, {
    action: "interview.brought_back",
    object: { type: "interview", id: interviewId },
  });
  return { id: interviewId, name };
}

type Kept = { title: string | null; hasSegment: boolean };

/** Its title. */
async function lockKept(
  tx: TenantTx,
  { workspace }: Session,
  interviewId: string,
): Promise<string | null> {
  const [kept] = await tx.$queryRaw<Kept[]>`
    SELECT d.kept->'interview'->>'title' AS title, d.kept->'interview'->>'segment_id' IS NULL OR EXISTS (
      SELECT 1 FROM customer_segment s WHERE s.tenant_id = d.tenant_id AND s.id = (d.kept->'interview'->>'segment_id')::uuid
    ) AS "hasSegment"
    FROM deleted_interview d WHERE d.tenant_id = ${workspace.id}::uuid AND d.id = ${interviewId}::uuid
      AND d.deleted_at > now() - interval '24 hours' FOR UPDATE`;
  if (!kept) throw new DomainError("not_found", "This interview cannot be brought back any more.");
  if (kept.hasSegment) return kept.title;
  throw new DomainError(
    "conflict",
    "The segment of this interview has been deleted since. Record it anew and choose another segment.",
  );
}

async function bringBackRow(
  tx: TenantTx,
  { workspace }: Session,
  interviewId: string,
): Promise<void> {
  const tenantId = workspace.id;
  await tx.$executeRaw`
    INSERT INTO interview SELECT x.* FROM deleted_interview k, LATERAL (SELECT coalesce(
        (SELECT c.id FROM customer c WHERE c.tenant_id = ${tenantId}::uuid AND c.id = (k.kept->'interview'->>'customer_id')::uuid),
        (SELECT m.survivor_id FROM customer_merge m WHERE m.tenant_id = ${tenantId}::uuid
          AND m.merged->'customer'->>'id' = k.kept->'interview'->>'customer_id' ORDER BY m.merged_at DESC LIMIT 1)
      ) AS id) who, jsonb_populate_record(NULL::interview, k.kept->'interview' || jsonb_build_object('customer_id', who.id)) x
    WHERE k.tenant_id = ${tenantId}::uuid AND k.id = ${interviewId}::uuid`;
}

/** It came to whom its customer was merged into since: it is among what each of these merges moved, and goes back with the rest. */
function joinMerges(tx: TenantTx, { workspace }: Session, interviewId: string): Promise<number> {
  return tx.$executeRaw`
    UPDATE customer_merge m SET moved = jsonb_set(m.moved, '{interview}', coalesce(m.moved->'interview', '[]') || to_jsonb(k.id))
    FROM deleted_interview k JOIN customer_merge f ON f.tenant_id = k.tenant_id
      AND f.merged->'customer'->>'id' = k.kept->'interview'->>'customer_id'
    WHERE k.tenant_id = ${workspace.id}::uuid AND k.id = ${interviewId}::uuid
      AND m.tenant_id = ${workspace.id}::uuid AND (m.id = f.id OR f.id = ANY(m.merge_ids))`;
}

/** Those for needs, personae and claims that are still there. */
function bringBackCuttings(
  tx: TenantTx,
  { workspace }: Session,
  interviewId: string,
): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO evidence SELECT x.* FROM deleted_interview k, jsonb_populate_recordset(NULL::evidence, k.kept->'evidence') x
    WHERE k.tenant_id = ${workspace.id}::uuid AND k.id = ${interviewId}::uuid AND (
      EXISTS (SELECT 1 FROM customer_need s WHERE s.tenant_id = x.tenant_id AND s.id = x.need_id)
      OR EXISTS (SELECT 1 FROM persona s WHERE s.tenant_id = x.tenant_id AND s.id = x.persona_id)
      OR EXISTS (SELECT 1 FROM persona_claim s WHERE s.tenant_id = x.tenant_id AND s.id = x.claim_id))`;
}
