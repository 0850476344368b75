import "server-only";
import type { AccountTx } from "#lib/db/accounts.ts";
import { DomainError } from "#lib/errors/index.ts";
import { moveDeadJob } from "#lib/jobs/dead-jobs.ts";
import type { DeadJob } from "../schema.ts";

/**
 * Forget a job that was given up.
 *
 * @throws DomainError `not_found` when it is gone
 */
export async function discardDeadJob(tx: AccountTx, { jobId, queue }: DeadJob): Promise<void> {
  const isMoved = await moveDeadJob(tx, { id: jobId, from: queue, to: null });
  if (!isMoved) throw new DomainError("not_found", "This job is gone.");
}
