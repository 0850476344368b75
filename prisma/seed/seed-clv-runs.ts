import { StartRun, startRun } from "#lib/clv-runs/index.ts";
import { runClv } from "#lib/clv-runs/jobs.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { memberSession } from "./member-session.ts";
import { DEMO_OWNER } from "./people.ts";

/** A run of the end of each of three months before and one of today, so that there is something to compare. */
const EARLIER_MONTHS = [3, 2, 1];

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
  const earlier = EARLIER_MONTHS.map((months) => monthEndBefore(lastOn, months));
  for (const cutoffOn of [...earlier, null]) {
    const asked = StartRun.parse({ cutoffOn });
    const { id } = await withTenant(session, "value:write", (tx) => startRun(tx, session, asked));
    await runClv({ tenantId: session.workspace.id, runId: id });
  }
  return true;
}

/** The last day of the month so many months before a day. */
function monthEndBefore(day: Date, months: number): string {
  const end = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - months + 1, 0);
  return new Date(end).toISOString().slice(0, 10);
}
