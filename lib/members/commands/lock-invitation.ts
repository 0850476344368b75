import "server-only";
import { isRole, type Role } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { invitationState } from "../invitation-state.ts";

export type LockedInvitation = { email: string; name: string; role: Role };

type LockedRow = Omit<LockedInvitation, "role"> & {
  role: string;
  acceptedAt: Date | null;
  revokedAt: Date | null;
  expiresAt: Date;
};

/**
 * Hold an invitation that nobody has used yet still until the transaction ends; it may be too old.
 *
 * @throws DomainError `not_found`, or `conflict` when it was accepted or taken back meanwhile
 */
export async function lockInvitation(
  tx: TenantTx,
  session: Session,
  id: string,
): Promise<LockedInvitation> {
  const [row] = await tx.$queryRaw<LockedRow[]>`
    SELECT email, name, role, accepted_at AS "acceptedAt", revoked_at AS "revokedAt", expires_at AS "expiresAt" FROM invitation
    WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${id}::uuid FOR UPDATE`;
  if (!row || !isRole(row.role))
    throw new DomainError("not_found", "This invitation does not exist.");
  const state = invitationState(row, new Date());
  if (state === "accepted")
    throw new DomainError("conflict", "This invitation was accepted meanwhile. Reload the page.");
  if (state === "revoked")
    throw new DomainError("conflict", "This invitation was taken back meanwhile. Reload the page.");
  return { email: row.email, name: row.name, role: row.role };
}
