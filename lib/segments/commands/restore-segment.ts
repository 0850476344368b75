import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { lockSegment, requireSeen } from "./lock-segment.ts";
import { refreshMembers } from "./refresh-members.ts";

type Seen = { segmentId: string; version?: number | undefined };

/**
 * Bring an archived segment back, outside the primary segmentation; a job finds its members.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` for one that is not archived
 */
export async function restoreSegment(
  tx: TenantTx,
  session: Session,
  { segmentId, version }: Seen,
): Promise<{ id: string }> {
  const segment = await lockSegment(tx, session, segmentId);
  await requireSeen(tx, segment, version);
  if (!segment.isArchived) throw new DomainError("conflict", `${segment.name} is not archived.`);
  await tx.customerSegment.updateMany({
    where: { id: segmentId },
    data: {
      ...{ archivedAt: null, updatedAt: new Date() },
      // Whoever came or went meanwhile is found as after another rule.
      ...{ ruleVersion: { increment: 1 }, version: { increment: 1 } },
    },
  });
  await recordEvent(tx, session, {
    action: "segment.restored",
    object: { type: "segment", id: segmentId },
    before: { isArchived: true },
    after: { isArchived: false },
  });
  await refreshMembers(tx, session);
  return { id: segmentId };
}
