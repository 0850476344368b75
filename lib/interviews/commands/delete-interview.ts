import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { SeenInterview } from "../schema.ts";
import { lockSeenInterview } from "./lock-interview.ts";

/** Delete an interview and the evidence that was cut out of it. @throws DomainError `not_found`, `stale` */
export async function deleteInterview(
  tx: TenantTx,
  session: Session,
  seen: SeenInterview,
): Promise<void> {
  const { id } = await lockSeenInterview(tx, session, seen);
  const evidence = await tx.evidence.count({ where: { interviewId: id } });
  await tx.interview.deleteMany({ where: { id } });
  await recordEvent(tx, session, {
    action: "interview.deleted",
    object: { type: "interview", id },
    before: { evidence },
  });
}
