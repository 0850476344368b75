import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/** Forget interviews that were deleted more than a day ago: they cannot be brought back any more; returns how many. */
export function forgetDeletedInterviews(tx: TenantTx, { workspace }: Session): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM deleted_interview WHERE tenant_id = ${workspace.id}::uuid AND deleted_at <= now() - interval '24 hours'`;
}
