import "server-only";
import { systemSession } from "#lib/auth/system-session.ts";
import type { Session } from "#lib/auth/types.ts";
import { listWorkspaces } from "#lib/db/directory.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { WorkspaceClosed } from "#lib/db/workspace-closed.ts";
import { log } from "#lib/log.ts";
import { StartRun } from "../schema.ts";
import { RunCohortSchema } from "../stored-run.ts";
import { startRun } from "./start-run.ts";

/**
 * The job `clv.nightly`: ask for a run in every workspace that has one and whose orders or rates have changed since, with the terms of
 * the last one up to its last order. Where it fails in one, the others still have their turn.
 */
export async function startNightlyRuns(): Promise<void> {
  const failed: unknown[] = [];
  for (const { id } of await listWorkspaces()) {
    const error = await startOrTell(id);
    if (error !== null) failed.push(error);
  }
  if (failed.length > 0)
    throw new AggregateError(failed, `No nightly run could start in ${failed.length} workspaces.`);
}

async function startOrTell(tenantId: string): Promise<unknown> {
  try {
    const session = await systemSession(tenantId, "job");
    await withTenant(session, "value:write", (tx) => startIfChanged(tx, session));
  } catch (error) {
    if (error instanceof WorkspaceClosed) return null;
    log.error({ tenantId, err: error }, "a nightly run could not start");
    return error;
  }
  return null;
}

async function startIfChanged(tx: TenantTx, session: Session): Promise<void> {
  const last = await tx.clvRun.findFirst({ orderBy: [{ createdAt: "desc" }, { id: "desc" }] });
  const snapshot = await tx.valueSnapshot.findFirst({ select: { computedAt: true } });
  if (!last || !snapshot || snapshot.computedAt <= last.createdAt) return;
  const { askedModel, horizonMonths, discountRateAnnual } = last;
  const asked = StartRun.parse({
    model: askedModel,
    horizonMonths,
    discountRateAnnual,
    cohort: RunCohortSchema.parse(last.cohort),
  });
  await startRun(tx, session, asked, { isScheduled: true });
}
