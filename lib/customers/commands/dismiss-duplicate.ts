import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { DismissDuplicate } from "../schema.ts";

/**
 * Say that two customers are not the same: they are not proposed again.
 *
 * @throws DomainError `not_found` when they are not proposed
 */
export async function dismissDuplicate(
  tx: TenantTx,
  session: Session,
  { firstId, secondId }: DismissDuplicate,
): Promise<void> {
  const { actor } = session;
  const { count } = await tx.customerDuplicate.updateMany({
    where: { firstId, secondId, dismissedAt: null },
    data: {
      dismissedAt: new Date(),
      dismissedBy: actor.kind === "member" ? actor.membershipId : null,
    },
  });
  if (count === 0) throw new DomainError("not_found", "Somebody has decided on this pair already.");
  await recordEvent(tx, session, {
    action: "customer.duplicate_dismissed",
    object: { type: "customer", id: firstId },
    after: { other: secondId },
  });
}
