import "server-only";
import { z } from "zod";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { putBack, requireSegmentOf, takeDeleted } from "#lib/deleted/index.ts";
import type { BroughtBack } from "#lib/deleted/types.ts";
import { KEPT_INTERVIEW } from "../queries/kept-interview.ts";
import type { BringBackInterview } from "../schema.ts";

const Kept = z.object({ title: z.string().nullable(), segment_id: z.uuid().nullable() });

/**
 * Bring an interview back that was deleted within the last day, with all that was cut out of it for what is still there. Its customer is
 * who they were merged into since; of one who is gone nobody.
 *
 * @throws DomainError `not_found` after that day; `conflict` where its segment has been deleted since
 */
export async function bringBackInterview(
  tx: TenantTx,
  session: Session,
  { interviewId: id }: BringBackInterview,
): Promise<BroughtBack> {
  const interview = Kept.parse(await takeDeleted(tx, session, { kind: "interview", id }));
  await requireSegmentOf(
    tx,
    session,
    interview.segment_id,
    "The segment of this interview has been deleted since. Record it anew and choose another segment.",
  );
  await joinMerges(tx, session, id);
  await followCustomer(tx, session, id);
  await putBack(tx, session, KEPT_INTERVIEW, id);
  await recordEvent(tx, session, {
    action: "interview.brought_back",
    object: { type: "interview", id },
  });
  return { id, name: interview.title };
}

/** It comes to whom its customer was merged into since: it is among what each of these merges moved, and goes back with the rest. */
function joinMerges(tx: TenantTx, { workspace }: Session, interviewId: string): Promise<number> {
  return tx.$executeRaw`
    UPDATE customer_merge m SET moved = jsonb_set(m.moved, '{interview}', coalesce(m.moved->'interview', '[]') || to_jsonb(k.id))
    FROM deleted_record k JOIN customer_merge f ON f.tenant_id = k.tenant_id
      AND f.merged->'customer'->>'id' = k.kept->'record'->>'customer_id'
    WHERE k.tenant_id = ${workspace.id}::uuid AND k.id = ${interviewId}::uuid
      AND m.tenant_id = ${workspace.id}::uuid AND (m.id = f.id OR f.id = ANY(m.merge_ids))`;
}

/** Its customer, or whom they were merged into, who stay until the transaction ends; null where they are gone. */
async function followCustomer(
  tx: TenantTx,
  { workspace }: Session,
  interviewId: string,
): Promise<void> {
  const tenantId = workspace.id;
  await tx.$queryRaw`
    SELECT c.id FROM customer c WHERE c.tenant_id = ${tenantId}::uuid AND c.id IN (
      SELECT unnest(ARRAY[(k.kept->'record'->>'customer_id')::uuid, m.survivor_id]) FROM deleted_record k
      LEFT JOIN customer_merge m ON m.tenant_id = k.tenant_id AND m.merged->'customer'->>'id' = k.kept->'record'->>'customer_id'
      WHERE k.tenant_id = ${tenantId}::uuid AND k.id = ${interviewId}::uuid)
    ORDER BY c.id FOR KEY SHARE OF c`;
  await tx.$executeRaw`
    UPDATE deleted_record k SET kept = jsonb_set(k.kept, '{record,customer_id}', coalesce(
      (SELECT to_jsonb(c.id) FROM customer c WHERE c.tenant_id = ${tenantId}::uuid
        AND c.id = (k.kept->'record'->>'customer_id')::uuid),
      (SELECT to_jsonb(m.survivor_id) FROM customer_merge m WHERE m.tenant_id = ${tenantId}::uuid
        AND m.merged->'customer'->>'id' = k.kept->'record'->>'customer_id' ORDER BY m.merged_at DESC LIMIT 1),
      'null'))
    WHERE k.tenant_id = ${tenantId}::uuid AND k.id = ${interviewId}::uuid`;
}
