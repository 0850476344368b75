import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { SeenMember } from "../schema.ts";
import { lockMember } from "./lock-member.ts";

/**
 * Let a deactivated member in again, with the role and the departments they had.
 *
 * @throws DomainError `not_found`, `stale`, or `conflict` for somebody who is active
 */
export async function reactivateMember(
  tx: TenantTx,
  session: Session,
  input: SeenMember,
): Promise<void> {
  const member = await lockMember(tx, session, input);
  if (member.isActive) throw new DomainError("conflict", "This member is active already.");
  await tx.membership.updateMany({
    where: { id: member.id },
    data: { deactivatedAt: null, version: { increment: 1 } },
  });
  await recordEvent(tx, session, {
    action: "member.reactivated",
    object: { type: "membership", id: member.id },
    before: { isActive: false },
    after: { isActive: true },
  });
}
