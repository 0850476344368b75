import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { lockDeleted, memberOf } from "#lib/evidence/index.ts";
import type { SeenInterview } from "../schema.ts";
import { lockSeenInterview } from "./lock-interview.ts";

/**
 * Delete an interview and the evidence that was cut out of it; for a day both can be brought back.
 *
 * @throws DomainError `not_found`, `stale`
 */
export async function deleteInterview(
  tx: TenantTx,
  session: Session,
  seen: SeenInterview,
): Promise<void> {
  await lockDeleted(tx, session);
  const { id } = await lockSeenInterview(tx, session, seen);
  const evidence = await tx.evidence.count({ where: { interviewId: id } });
  await keepInterview(tx, session, id);
  await tx.interview.deleteMany({ where: { id } });
  await recordEvent(tx, session, {
    action: "interview.deleted",
    object: { type: "interview", id },
    before: { evidence },
  });
}

/** As its rows are, for `bringBackInterview`; what it says of a need that is deleted too goes along. */
async function keepInterview(tx: TenantTx, session: Session, id: string): Promise<void> {
  const tenantId = session.workspace.id;
  await tx.$executeRaw`
    INSERT INTO deleted_interview (tenant_id, id, kept, deleted_by)
    SELECT i.tenant_id, i.id, jsonb_build_object('interview', to_jsonb(i),
      'evidence', (SELECT coalesce(jsonb_agg(x), '[]') FROM (
        SELECT to_jsonb(e) FROM evidence e WHERE e.tenant_id = ${tenantId}::uuid AND e.interview_id = i.id
        UNION ALL SELECT e FROM deleted_need n, jsonb_array_elements(n.kept->'evidence') e
          WHERE n.tenant_id = ${tenantId}::uuid AND e->>'interview_id' = i.id::text
      ) every (x))
    ), ${memberOf(session)}::uuid
    FROM interview i WHERE i.tenant_id = ${tenantId}::uuid AND i.id = ${id}::uuid`;
}
