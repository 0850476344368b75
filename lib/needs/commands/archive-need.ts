import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { SeenNeed } from "../schema.ts";
import { lockSeenNeed, requireOpen } from "./lock-need.ts";

/**
 * Put a need away: it is asked about no more and stands in no figure. What hangs on it stays.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` for one that is archived
 */
export async function archiveNeed(tx: TenantTx, session: Session, seen: SeenNeed): Promise<void> {
  const need = await lockSeenNeed(tx, session, seen);
  requireOpen(need);
  await tx.customerNeed.updateMany({
    where: { id: need.id },
    data: { archivedAt: new Date(), version: { increment: 1 } },
  });
  await recordEvent(tx, session, {
    action: "need.archived",
    object: { type: "need", id: need.id },
    before: { isArchived: false },
    after: { isArchived: true },
  });
}
