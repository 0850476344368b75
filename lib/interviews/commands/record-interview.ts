import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { memberOf } from "#lib/evidence/index.ts";
import type { RecordInterview } from "../schema.ts";
import { customerOf, requireSegment } from "./find-customer.ts";

/** Keep the notes of a talk. @throws DomainError `invalid_input` for a customer or a segment that is not there */
export async function recordInterview(
  tx: TenantTx,
  session: Session,
  { title, heldOn, customerNumber, segmentId, notes }: RecordInterview,
): Promise<{ id: string }> {
  const customerId = await customerOf(tx, session, customerNumber);
  await requireSegment(tx, segmentId);
  const id = newId();
  await tx.interview.create({
    data: {
      ...{ id, title, notes, customerId, segmentId, heldOn: new Date(heldOn) },
      createdBy: memberOf(session),
    },
    select: { id: true },
  });
  await recordEvent(tx, session, {
    action: "interview.recorded",
    object: { type: "interview", id },
    after: { heldOn, segmentId },
  });
  return { id };
}
