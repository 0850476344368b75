import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/**
 * Delete and bring back one record after the other in a workspace, and not while customers are merged or a person is erased, until the
 * transaction ends: what is evidence of two of them is in the hands of both. Taken before any of their rows, or a customer's, is held.
 */
export async function lockDeleted(tx: TenantTx, { workspace }: Session): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`deleted ${workspace.id}`}, 0))::text`;
}
