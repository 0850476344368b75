import "server-only";
import type { Role } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/**
 * Write a role and end the sessions opened before it, for this workspace. By the database's clock, which also dates the
 * sessions.
 */
export async function writeRole(
  tx: TenantTx,
  session: Session,
  { id, role }: { id: string; role: Role },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE membership SET role = ${role}, access_changed_at = clock_timestamp(), version = version + 1
    WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${id}::uuid`;
}
