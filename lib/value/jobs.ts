import "server-only";
import { systemSession } from "#lib/auth/system-session.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { enqueueSegmentRefresh } from "#lib/jobs/enqueue.ts";
import { refreshMonths } from "./commands/refresh-months.ts";
import { refreshValue } from "./commands/refresh-value.ts";

/** A first computation at ten million orders stays far below this. */
const LONGEST_MS = 10 * 60_000;

/** The job `value.refresh`: compute a workspace's value again, and then the months whose orders or rates have changed. */
export async function runValueRefresh({ tenantId }: { tenantId: string }): Promise<void> {
  const session = await systemSession(tenantId, "job");
  const startedAt = new Date();
  await withTenant(
    session,
    "value:write",
    async (tx) => {
      await refreshValue(tx, session, startedAt);
      await enqueueSegmentRefresh(tx, tenantId);
    },
    { timeoutMs: LONGEST_MS, isRepeatable: true },
  );
  await refreshMonths(session);
}
