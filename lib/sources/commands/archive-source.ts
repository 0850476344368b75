import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { SeenSource } from "../schema.ts";
import { lockSeenSource, requireOpen } from "./lock-source.ts";

/**
 * Put a source away. Its rows stay where they are; it counts no longer in the latency index, and is fetched no more: its
 * address and the secret of it are forgotten.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` for one that is archived
 */
export async function archiveSource(
  tx: TenantTx,
  session: Session,
  seen: SeenSource,
): Promise<void> {
  const source = await lockSeenSource(tx, session, seen);
  requireOpen(source);
  await tx.dataSource.updateMany({
    where: { id: source.id },
    data: { archivedAt: new Date(), version: { increment: 1 } },
  });
  await tx.sourceFetch.deleteMany({ where: { sourceId: source.id } });
  await recordEvent(tx, session, {
    action: "source.archived",
    object: { type: "source", id: source.id },
    before: { isArchived: false },
    after: { isArchived: true },
  });
}
