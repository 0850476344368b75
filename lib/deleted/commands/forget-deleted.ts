import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/** Forget what was deleted more than a day ago: it cannot be brought back any more; returns how many. */
export function forgetDeleted(tx: TenantTx, { workspace }: Session): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM deleted_record WHERE tenant_id = ${workspace.id}::uuid AND deleted_at <= now() - interval '24 hours'`;
}

/** Forget all that was deleted, at once: it may quote a person who is erased; returns how many. */
export async function forgetAllDeleted(tx: TenantTx): Promise<number> {
  return (await tx.deletedRecord.deleteMany({})).count;
}
