import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { keepDeleted, lockDeleted } from "#lib/deleted/index.ts";
import { DomainError } from "#lib/errors/index.ts";
import { interviewLoss } from "#lib/evidence/index.ts";
import type { EvidenceLoss } from "#lib/evidence/types.ts";
import { lossRefusal } from "../loss-refusal.ts";
import { KEPT_INTERVIEW } from "../queries/kept-interview.ts";
import type { DeleteInterview } from "../schema.ts";
import { lockInterview, lockSeenInterview } from "./lock-interview.ts";

type Seen = Omit<DeleteInterview, "version"> & { version?: number | undefined };

/**
 * Delete an interview and the evidence that was cut out of it; for a day both can be brought back.
 *
 * @throws DomainError `not_found`, `stale` where the version that was seen is given, `conflict` with what would lose its evidence where
 *   nobody has said that it may go along
 */
export async function deleteInterview(
  tx: TenantTx,
  session: Session,
  { interviewId, version, withEvidence }: Seen,
): Promise<void> {
  await lockDeleted(tx, session);
  const { id } = await (version === undefined
    ? lockInterview(tx, session, interviewId)
    : lockSeenInterview(tx, session, { interviewId, version }));
  const loss = await interviewLoss(tx, session, id);
  if (!withEvidence) requireUncut(session, loss);
  await keepDeleted(tx, session, KEPT_INTERVIEW, id);
  await tx.interview.deleteMany({ where: { id } });
  await recordEvent(tx, session, {
    action: "interview.deleted",
    object: { type: "interview", id },
    before: { evidence: loss.pieces },
  });
}

function requireUncut({ permissions }: Session, loss: EvidenceLoss): void {
  const refusal = lossRefusal(permissions.has("evidence:read") ? loss : { ...loss, names: [] });
  if (refusal === null) return;
  throw new DomainError("conflict", refusal, { fields: { withEvidence: [refusal] } });
}
