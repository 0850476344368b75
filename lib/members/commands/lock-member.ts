import "server-only";
import { findLastChange } from "#lib/audit/index.ts";
import { isRole, type Role } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { isLastOwner } from "../last-owner.ts";
import type { SeenMember } from "../schema.ts";

export type LockedMember = { id: string; role: Role; isActive: boolean; isLastOwner: boolean };

type LockedRow = { id: string; role: string; version: number; isActive: boolean };

/**
 * Hold a member and every active owner still until the transaction ends, always in the same order: of two owners who
 * take the role from each other at once, one waits and then finds the other gone.
 *
 * @throws DomainError `not_found`, or `stale` when the member changed since `version`
 */
export async function lockMember(
  tx: TenantTx,
  session: Session,
  { memberId, version }: SeenMember,
): Promise<LockedMember> {
  const rows = await tx.$queryRaw<LockedRow[]>`
    SELECT id, role, version, deactivated_at IS NULL AS "isActive" FROM membership
    WHERE tenant_id = ${session.workspace.id}::uuid
      AND (id = ${memberId}::uuid OR (role = 'owner' AND deactivated_at IS NULL))
    ORDER BY id FOR UPDATE`;
  const member = rows.find(({ id }) => id === memberId);
  if (!member || !isRole(member.role))
    throw new DomainError("not_found", "This member does not exist.");
  if (member.version !== version) throw await stale(tx, member);
  const owners = rows.filter(({ role, isActive }) => role === "owner" && isActive);
  return {
    id: memberId,
    role: member.role,
    isActive: member.isActive,
    isLastOwner: isLastOwner(owners, memberId),
  };
}

async function stale(tx: TenantTx, { id, role }: LockedRow): Promise<DomainError> {
  const change = await findLastChange(tx, { object: { type: "membership", id } });
  const { changedBy = null, changedAt = null } = change ?? {};
  const message =
    "Somebody changed this member meanwhile. Reload the page to see how they are now.";
  return new DomainError("stale", message, { conflict: { current: role, changedBy, changedAt } });
}

/** @throws DomainError `conflict` for a member who has been deactivated */
export function requireActive({ isActive }: LockedMember): void {
  if (isActive) return;
  throw new DomainError("conflict", "This member is deactivated. Reactivate them first.");
}

/** @throws DomainError `conflict` for the last active owner */
export function requireOtherOwner({ isLastOwner: isLast }: LockedMember): void {
  if (!isLast) return;
  throw new DomainError(
    "conflict",
    "A workspace needs an owner, and this is the only one. Make somebody else an owner first.",
  );
}
