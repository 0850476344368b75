import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { TransferOwnership } from "../schema.ts";
import { lockMember, requireActive } from "./lock-member.ts";
import { revokeInvitationsOf } from "./revoke-invitations-of.ts";
import { writeRole } from "./write-role.ts";

/**
 * Make another member an owner and take the role the giver chose, both or neither. Both have to sign in again, and the
 * giver's open invitations end.
 *
 * @throws DomainError `not_found`, `stale`, `forbidden` for who is no owner, `conflict` for oneself or a deactivated
 * member, `invalid_input` when the name of the workspace was not typed as it is
 */
export async function transferOwnership(
  tx: TenantTx,
  session: Session,
  { workspaceName, ownRole, ...seen }: TransferOwnership,
): Promise<void> {
  const giverId = givingOwner(session);
  requireTypedName(session, workspaceName);
  const receiver = await lockMember(tx, session, seen);
  requireActive(receiver);
  if (receiver.id === giverId)
    throw new DomainError("conflict", "You are an owner already. Pick somebody else.");
  await requireStillOwner(tx, giverId);
  await writeRole(tx, session, { id: receiver.id, role: "owner" });
  await recordEvent(tx, session, {
    action: "member.ownership_transferred",
    object: { type: "membership", id: receiver.id },
    before: { role: receiver.role },
    after: { role: "owner" },
  });
  if (ownRole === "owner") return;
  await writeRole(tx, session, { id: giverId, role: ownRole });
  await revokeInvitationsOf(tx, session, giverId);
  await recordEvent(tx, session, {
    action: "member.role_changed",
    object: { type: "membership", id: giverId },
    before: { role: "owner" },
    after: { role: ownRole },
  });
}

function givingOwner({ actor }: Session): string {
  if (actor.kind === "member" && actor.role === "owner") return actor.membershipId;
  throw new DomainError("forbidden", "Only an owner can give the ownership on.");
}

function requireTypedName({ workspace }: Session, typed: string): void {
  if (typed === workspace.name) return;
  const message = `Type the name as it is: ${workspace.name}`;
  throw new DomainError("invalid_input", message, { fields: { workspaceName: [message] } });
}

/** The session was read before the rows were locked: another owner may have been quicker. */
async function requireStillOwner(tx: TenantTx, id: string): Promise<void> {
  const isOwner = await tx.membership.count({
    where: { id, role: "owner", deactivatedAt: null },
  });
  if (!isOwner) throw new DomainError("forbidden", "You are not an owner any more.");
}
