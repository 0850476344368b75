import "server-only";
import { z } from "zod";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { isId } from "#lib/db/is-id.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { RunStatus } from "../types.ts";

export const StopRun = z.object({ runId: z.string() });
export type StopRun = z.output<typeof StopRun>;

/** What counts as the answer to a stop: the run, and that it has stopped. */
export type StoppedRun = { id: string; status: RunStatus };

/**
 * Stop a run that waits or goes on: nothing of it is kept. The worker that holds it lets go within seconds, and a job after it takes away
 * the scores that were written.
 *
 * @throws DomainError `not_found`; `conflict` when the run has ended
 */
export async function stopRun(
  tx: TenantTx,
  session: Session,
  { runId }: StopRun,
): Promise<StoppedRun> {
  const id = isId(runId) ? runId : null;
  const run = id && (await tx.clvRun.findFirst({ where: { id }, select: { percent: true } }));
  if (!(id && run)) throw new DomainError("not_found", "This run does not exist.");
  const stopped = await tx.$executeRaw`
    UPDATE clv_run SET status = 'stopped', stage = NULL, finished_at = now()
    WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${id}::uuid AND status IN ('queued', 'running')`;
  if (stopped === 0)
    throw new DomainError("conflict", "This run has ended already, so nothing can be stopped.");
  await recordEvent(tx, session, {
    action: "value.run_stopped",
    object: { type: "clv_run", id },
    after: { status: "stopped", percent: run.percent },
  });
  await enqueue(tx, "clv.run", { tenantId: session.workspace.id, runId: id });
  return { id, status: "stopped" };
}
