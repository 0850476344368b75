import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { SeenSource } from "../schema.ts";
import { lockSeenSource } from "./lock-source.ts";

/**
 * Bring an archived source back.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` for one that is not archived
 */
export async function restoreSource(
  tx: TenantTx,
  session: Session,
  seen: SeenSource,
): Promise<void> {
  const source = await lockSeenSource(tx, session, seen);
  if (!source.isArchived) throw new DomainError("conflict", `${source.name} is not archived.`);
  await tx.dataSource.updateMany({
    where: { id: source.id },
    data: { archivedAt: null, version: { increment: 1 } },
  });
  await recordEvent(tx, session, {
    action: "source.restored",
    object: { type: "source", id: source.id },
    before: { isArchived: true },
    after: { isArchived: false },
  });
}
