import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { ReopenCase } from "../schema.ts";
import { lockSeenCase } from "./lock-case.ts";

/**
 * Take the closing of a case back.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` for one that is open, or where the customer has another open one
 */
export async function reopenCase(
  tx: TenantTx,
  session: Session,
  seen: ReopenCase,
): Promise<{ customerId: string }> {
  const known = await lockSeenCase(tx, session, seen);
  const { customerId, outcome } = known;
  if (outcome === null) throw new DomainError("conflict", "This case is open.");
  // Who opens a case meanwhile waits here, or is seen by what follows.
  await tx.$queryRaw`
    SELECT 1 AS held FROM customer WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${customerId}::uuid FOR UPDATE`;
  const other = await tx.defectionCase.count({ where: { customerId, closedAt: null } });
  if (other > 0)
    throw new DomainError("conflict", "This customer has another case that is open. Use that one.");
  await tx.defectionCase.updateMany({
    where: { id: known.id },
    data: { outcome: null, closedAt: null, closedBy: null, version: { increment: 1 } },
  });
  await recordEvent(tx, session, {
    action: "defection.reopened",
    object: { type: "customer", id: customerId },
    before: { outcome },
  });
  return { customerId };
}
