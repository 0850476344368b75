import "server-only";
import type { AccountTx } from "#lib/db/accounts.ts";
import { DomainError } from "#lib/errors/index.ts";
import { moveDeadJob } from "#lib/jobs/dead-jobs.ts";
import { isRetriable, sourceOf } from "../dead-letters.ts";
import type { DeadJob } from "../schema.ts";

/**
 * Put a job that was given up into its queue again.
 *
 * @throws DomainError `not_found` when it is gone, `conflict` for a kind that nobody waits for any more
 */
export async function retryDeadJob(tx: AccountTx, { jobId, queue }: DeadJob): Promise<void> {
  if (!isRetriable(queue))
    throw new DomainError("conflict", "Who waited for this was told already. Discard it.");
  const isMoved = await moveDeadJob(tx, { id: jobId, from: queue, to: sourceOf(queue) });
  if (!isMoved) throw new DomainError("not_found", "This job is gone.");
}
