import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Role } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { ChangeRole } from "../schema.ts";
import { lockMember, requireActive, requireOtherOwner } from "./lock-member.ts";
import { revokeInvitationsOf } from "./revoke-invitations-of.ts";
import { writeRole } from "./write-role.ts";

/**
 * Give a member another role. Their open sessions have to sign in again for this workspace, and what
 * somebody who is an owner no more has invited ends.
 *
 * @throws DomainError `not_found`, `stale`, or `conflict` for a deactivated member and for the last owner
 */
export async function changeRole(
  tx: TenantTx,
  session: Session,
  { role, ...seen }: ChangeRole,
): Promise<{ role: Role }> {
  const member = await lockMember(tx, session, seen);
  requireActive(member);
  if (member.role === role) return { role };
  requireOtherOwner(member);
  await writeRole(tx, session, { id: member.id, role });
  if (member.role === "owner") await revokeInvitationsOf(tx, session, member.id);
  await recordEvent(tx, session, {
    action: "member.role_changed",
    object: { type: "membership", id: member.id },
    before: { role: member.role },
    after: { role },
  });
  return { role };
}
