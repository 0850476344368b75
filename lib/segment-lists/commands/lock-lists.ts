import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/** Write who is on a list one after the other in a workspace, until the transaction ends. Taken before any customer is held. */
export async function lockLists(tx: TenantTx, { workspace }: Session): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`lists ${workspace.id}`}, 0))::text`;
}
