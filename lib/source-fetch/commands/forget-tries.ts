import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

const KEPT_DAYS = 90;

/** Remove lines of the log that are older than 90 days. */
export async function forgetTries(tx: TenantTx, { workspace }: Session): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM source_fetch_try WHERE tenant_id = ${workspace.id}::uuid AND outcome IS NOT NULL
      AND started_at < now() - ${KEPT_DAYS}::int * interval '1 day'`;
}
