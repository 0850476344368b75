import "server-only";
import { changedFields, recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { ChangeNeed } from "../schema.ts";
import { lockSeenNeed, requireOpen, requireSegment } from "./lock-need.ts";

/**
 * Say a need otherwise, or whose it is. The log tells that words changed, and not to what.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` for an archived one, `invalid_input` for a segment that is not there or archived
 */
export async function changeNeed(
  tx: TenantTx,
  session: Session,
  { statement, kind, segmentId, note, ...seen }: ChangeNeed,
): Promise<void> {
  const need = await lockSeenNeed(tx, session, seen);
  requireOpen(need);
  if (segmentId !== need.segmentId) await requireSegment(tx, segmentId);
  const words = [
    ...(statement === need.statement ? [] : ["statement"]),
    ...(note === need.note ? [] : ["note"]),
  ];
  const changed = changedFields(
    { needKind: `${need.kind}_need`, segmentId: need.segmentId },
    { needKind: `${kind}_need`, segmentId },
  );
  if (!changed && words.length === 0) return;
  await tx.customerNeed.updateMany({
    where: { id: need.id },
    data: { statement, kind, segmentId, note, updatedAt: new Date(), version: { increment: 1 } },
  });
  await recordEvent(tx, session, {
    action: "need.changed",
    object: { type: "need", id: need.id },
    before: { ...changed?.before },
    after: { ...changed?.after, ...(words.length > 0 ? { changed: words } : {}) },
  });
}
