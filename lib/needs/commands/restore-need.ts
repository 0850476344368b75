import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { SeenNeed } from "../schema.ts";
import { lockSeenNeed } from "./lock-need.ts";

/**
 * Bring an archived need back.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` for one that is not archived
 */
export async function restoreNeed(tx: TenantTx, session: Session, seen: SeenNeed): Promise<void> {
  const need = await lockSeenNeed(tx, session, seen);
  if (!need.isArchived) throw new DomainError("conflict", "This need is not archived.");
  await tx.customerNeed.updateMany({
    where: { id: need.id },
    data: { archivedAt: null, version: { increment: 1 } },
  });
  await recordEvent(tx, session, {
    action: "need.restored",
    object: { type: "need", id: need.id },
    before: { isArchived: true },
    after: { isArchived: false },
  });
}
