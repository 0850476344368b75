import "server-only";
import { systemSession } from "#lib/auth/system-session.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { enqueueSegmentRefresh } from "#lib/jobs/enqueue.ts";
import { profileCustomers } from "./commands/profile-customers.ts";

/** A million customers stay far below this. */
const LONGEST_MS = 10 * 60_000;

/** The job `customers.profile`: what the attributes of a workspace hold, and which of its customers may be the same. */
export async function runCustomerProfile({ tenantId }: { tenantId: string }): Promise<void> {
  const session = await systemSession(tenantId, "job");
  await withTenant(
    session,
    "customer:write",
    async (tx) => {
      await profileCustomers(tx, session);
      await enqueueSegmentRefresh(tx, tenantId);
    },
    { timeoutMs: LONGEST_MS, isRepeatable: true },
  );
}
