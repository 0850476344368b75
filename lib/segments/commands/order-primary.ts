import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { primaryOrder } from "../primary-order.ts";
import type { OrderPrimary } from "../segment-input.ts";
import { refreshMembers } from "./refresh-members.ts";

type Placed = { id: string; name: string; kind: string; rank: number | null };

/**
 * Say which segments are the primary segmentation, and in which order: a customer of several belongs to the first of them. A
 * segment that is not named leaves it.
 *
 * @throws DomainError `not_found` for a segment that is not there, archived, or has no members of its own
 */
export async function orderPrimary(
  tx: TenantTx,
  session: Session,
  asked: OrderPrimary,
): Promise<{ segmentIds: readonly string[] }> {
  const { workspace } = session;
  const segments = await tx.$queryRaw<Placed[]>`
    SELECT id, name, kind, primary_rank AS rank FROM customer_segment
    WHERE tenant_id = ${workspace.id}::uuid AND archived_at IS NULL ORDER BY primary_rank, id FOR UPDATE`;
  const before = segments.filter(({ rank }) => rank !== null).map(({ id }) => id);
  const after = primaryOrder(asked);
  requireOrdered(segments, after);
  if (before.join() === after.join()) return { segmentIds: after };
  for (const { id, rank } of segments) {
    const place = after.indexOf(id);
    const primaryRank = place === -1 ? null : place + 1;
    if (rank === primaryRank) continue;
    await tx.customerSegment.updateMany({
      where: { id },
      data: { primaryRank, version: { increment: 1 }, updatedAt: new Date() },
    });
  }
  await recordEvent(tx, session, {
    action: "segment.ordered",
    object: { type: "segment_list", id: null },
    before: { segmentIds: before },
    after: { segmentIds: after },
  });
  await refreshMembers(tx, session);
  return { segmentIds: after };
}

function requireOrdered(segments: readonly Placed[], ids: readonly string[]): void {
  const mayOrder = new Set(segments.filter(({ kind }) => kind !== "named").map(({ id }) => id));
  if (ids.every((id) => mayOrder.has(id))) return;
  throw new DomainError(
    "not_found",
    "A segment of this order is gone, archived, or only named by files. Load the page again.",
  );
}
