import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { ChangeInterview } from "../schema.ts";
import { customerOf, requireSegment } from "./find-customer.ts";
import { lockSeenInterview } from "./lock-interview.ts";

/**
 * Change the notes of a talk, its day, or who it was with. What was cut out of it stays as it was cut.
 *
 * @throws DomainError `not_found`, `stale`, `invalid_input` for a customer or a segment that is not there
 */
export async function changeInterview(
  tx: TenantTx,
  session: Session,
  { interviewId, version, title, heldOn, customerNumber, segmentId, notes }: ChangeInterview,
): Promise<{ id: string }> {
  const known = await lockSeenInterview(tx, session, { interviewId, version });
  // Whoever does not see the customer cannot take it away either.
  const customerId = mayReadPersonalData(session)
    ? await customerOf(tx, session, customerNumber)
    : known.customerId;
  await requireSegment(tx, segmentId);
  await tx.interview.updateMany({
    where: { id: known.id },
    data: {
      ...{ title, notes, customerId, segmentId, heldOn: new Date(heldOn) },
      ...{ updatedAt: new Date(), version: { increment: 1 } },
    },
  });
  await recordEvent(tx, session, {
    action: "interview.changed",
    object: { type: "interview", id: known.id },
    after: { heldOn, segmentId },
  });
  return { id: known.id };
}
