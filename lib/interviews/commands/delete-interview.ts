import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { keepDeleted, lockDeleted } from "#lib/deleted/index.ts";
import { KEPT_INTERVIEW } from "../queries/kept-interview.ts";
import type { SeenInterview } from "../schema.ts";
import { lockInterview, lockSeenInterview } from "./lock-interview.ts";

type Seen = Omit<SeenInterview, "version"> & { version?: number | undefined };

/**
 * Delete an interview and the evidence that was cut out of it; for a day both can be brought back.
 *
 * @throws DomainError `not_found`, `stale` where the version that was seen is given
 */
export async function deleteInterview(
  tx: TenantTx,
  session: Session,
  { interviewId, version }: Seen,
): Promise<void> {
  await lockDeleted(tx, session);
  const { id } = await (version === undefined
    ? lockInterview(tx, session, interviewId)
    : lockSeenInterview(tx, session, { interviewId, version }));
  const evidence = await tx.evidence.count({ where: { interviewId: id } });
  await keepDeleted(tx, session, KEPT_INTERVIEW, id);
  await tx.interview.deleteMany({ where: { id } });
  await recordEvent(tx, session, {
    action: "interview.deleted",
    object: { type: "interview", id },
    before: { evidence },
  });
}
