import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { SegmentChange } from "../segment-input.ts";
import { archiveSegment } from "./archive-segment.ts";
import { changeSegment } from "./change-segment.ts";
import { lockSegment, requireSeen } from "./lock-segment.ts";
import { restoreSegment } from "./restore-segment.ts";

/**
 * Change the fields that are given, and archive or restore: a segment is restored before anything else of it changes, and archived
 * after. Nothing given, or what is so already, changes nothing.
 *
 * @throws DomainError as `changeSegment`
 */
export async function patchSegment(
  tx: TenantTx,
  session: Session,
  { segmentId, version, isArchived, ...change }: SegmentChange & { segmentId: string },
): Promise<void> {
  const segment = await lockSegment(tx, session, segmentId);
  await requireSeen(tx, segment, version);
  const isMoved = isArchived !== undefined && isArchived !== segment.isArchived;
  if (isMoved && !isArchived) await restoreSegment(tx, session, { segmentId });
  if (Object.keys(change).length > 0) await changeSegment(tx, session, { segmentId, ...change });
  if (isMoved && isArchived) await archiveSegment(tx, session, { segmentId });
}
