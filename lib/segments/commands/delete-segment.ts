import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { keptBy } from "../kept-by.ts";
import { listSegmentUses } from "../queries/segment-uses.ts";
import type { SegmentUse } from "../segment-types.ts";
import { lockSegment, requireSeen } from "./lock-segment.ts";

type Seen = { segmentId: string; version?: number | undefined };

/**
 * Delete a segment for good, with its members, its figures and what was judged of it as a target.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` with what still uses it and what to do first
 */
export async function deleteSegment(
  tx: TenantTx,
  session: Session,
  { segmentId, version }: Seen,
): Promise<void> {
  const segment = await lockSegment(tx, session, segmentId);
  await requireSeen(tx, segment, version);
  requireUnused(segment.name, await listSegmentUses(tx, session, segmentId));
  await tx.customerSegment.deleteMany({ where: { id: segmentId } });
  await recordEvent(tx, session, {
    action: "segment.deleted",
    object: { type: "segment", id: segmentId },
    before: { kind: segment.kind },
  });
}

function requireUnused(name: string, uses: readonly SegmentUse[]): void {
  const reason = keptBy(name, uses);
  if (reason !== null) throw new DomainError("conflict", reason);
}
