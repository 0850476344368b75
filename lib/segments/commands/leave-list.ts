import "server-only";
import { z } from "zod";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { enqueueSegmentRefresh } from "#lib/jobs/enqueue.ts";
import { dayInZone } from "#lib/time/index.ts";

export const LeaveList = z.object({ segmentId: z.uuid(), customerId: z.uuid() });
export type LeaveList = z.output<typeof LeaveList>;

/**
 * Take a customer off a segment that is a list, from today on; a later file can list them again.
 *
 * @throws DomainError `not_found` for a customer whom no file lists in it
 */
export async function leaveList(
  tx: TenantTx,
  session: Session,
  { segmentId, customerId }: LeaveList,
): Promise<void> {
  const { count } = await tx.segmentListing.updateMany({
    where: { segmentId, customerId, hasLeft: false },
    data: { hasLeft: true, changedImportId: null },
  });
  if (count === 0)
    throw new DomainError("not_found", "This customer is on no list of this segment.");
  const now = await databaseNow(tx);
  await recordEvent(tx, session, {
    action: "segment.member_left",
    object: { type: "segment", id: segmentId },
    after: { customerId },
  });
  const today = new Date(dayInZone(session.workspace.timeZone, now.getTime()));
  const open = { segmentId, customerId, validTo: null };
  await tx.segmentMember.deleteMany({ where: { ...open, validFrom: { gte: today } } });
  await tx.segmentMember.updateMany({ where: open, data: { validTo: today } });
  await enqueueSegmentRefresh(tx, session.workspace.id);
}
