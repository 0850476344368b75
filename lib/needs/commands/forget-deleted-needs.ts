import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/** Forget needs that were deleted more than a day ago: they cannot be brought back any more; returns how many. */
export function forgetDeletedNeeds(tx: TenantTx, { workspace }: Session): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM deleted_need WHERE tenant_id = ${workspace.id}::uuid AND deleted_at <= now() - interval '24 hours'`;
}
