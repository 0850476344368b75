import { StartRun, startRun } from "#lib/clv-runs/index.ts";
import { runClv } from "#lib/clv-runs/jobs.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { memberSession } from "./member-session.ts";
import { DEMO_OWNER } from "./people.ts";

/** A run of each of four months earlier and one of today, so that there is something to compare. */
const EARLIER_DAYS = [122, 91, 61, 30];
const DAY_MS = 86_400_000;

/**
 * Compute lifetime value of the demo's customers as a member would, unless there is a run.
 *
 * @returns whether it was done now
 */
export async function seedClvRuns(): Promise<boolean> {
  const session = await memberSession(DEMO_OWNER.email);
  const found = await withTenant(session, "value:read", async (tx) => ({
    run: await tx.clvRun.findFirst({ select: { id: true } }),
    last: await tx.customerOrder.aggregate({ _max: { orderedOn: true } }),
  }));
  const lastOn = found.last._max.orderedOn;
  if (found.run || !lastOn) return false;
  const earlier = EARLIER_DAYS.map((days) =>
    new Date(lastOn.getTime() - days * DAY_MS).toISOString().slice(0, 10),
  );
  for (const cutoffOn of [...earlier, null]) {
    const asked = StartRun.parse({ cutoffOn });
    const { id } = await withTenant(session, "value:write", (tx) => startRun(tx, session, asked));
    await runClv({ tenantId: session.workspace.id, runId: id });
  }
  return true;
}
