import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { closePrimaryGap } from "./close-primary-gap.ts";
import { lockSegment, requireSeen } from "./lock-segment.ts";
import { refreshMembers } from "./refresh-members.ts";

type Seen = { segmentId: string; version?: number | undefined };

/**
 * Put a segment away: it keeps what points at it and its history, and leaves the primary segmentation. Its members are looked for
 * no more.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` for one that is archived
 */
export async function archiveSegment(
  tx: TenantTx,
  session: Session,
  { segmentId, version }: Seen,
): Promise<{ id: string }> {
  const segment = await lockSegment(tx, session, segmentId);
  await requireSeen(tx, segment, version);
  if (segment.isArchived) throw new DomainError("conflict", `${segment.name} is archived already.`);
  const now = new Date();
  await tx.customerSegment.updateMany({
    where: { id: segmentId },
    data: { archivedAt: now, updatedAt: now, primaryRank: null, version: { increment: 1 } },
  });
  if (segment.primaryRank !== null) await closePrimaryGap(tx, session);
  await recordEvent(tx, session, {
    action: "segment.archived",
    object: { type: "segment", id: segmentId },
    before: { isArchived: false, primaryRank: segment.primaryRank },
    after: { isArchived: true, primaryRank: null },
  });
  await refreshMembers(tx, session);
  return { id: segmentId };
}
