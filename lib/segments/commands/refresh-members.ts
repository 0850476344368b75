import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { enqueueSegmentRefresh } from "#lib/jobs/enqueue.ts";

/** Find the members of segments again after this transaction. */
export function refreshMembers(tx: TenantTx, { workspace }: Session): Promise<void> {
  return enqueueSegmentRefresh(tx, workspace.id);
}
