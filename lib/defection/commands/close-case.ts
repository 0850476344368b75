import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { CloseCase } from "../schema.ts";
import { lockSeenCase, requireOpen } from "./lock-case.ts";

/**
 * Close a case with how it ended; the customer may get another one later.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` for one that is closed already
 */
export async function closeCase(
  tx: TenantTx,
  session: Session,
  { outcome, ...seen }: CloseCase,
): Promise<{ customerId: string }> {
  const known = await lockSeenCase(tx, session, seen);
  requireOpen(known);
  const { actor } = session;
  await tx.defectionCase.updateMany({
    where: { id: known.id },
    data: {
      ...{ outcome, closedAt: new Date(), version: { increment: 1 } },
      closedBy: actor.kind === "member" ? actor.membershipId : null,
    },
  });
  await recordEvent(tx, session, {
    action: "defection.closed",
    object: { type: "customer", id: known.customerId },
    after: { outcome },
  });
  return { customerId: known.customerId };
}
