import "server-only";
import { systemSession } from "#lib/auth/system-session.ts";
import type { Session } from "#lib/auth/types.ts";
import { listWorkspaces } from "#lib/db/directory.ts";
import { WorkspaceClosed } from "#lib/db/workspace-closed.ts";
import { log } from "#lib/log.ts";

/**
 * Do a job's work in every workspace, one after the other. Where it fails in one, the others still have their turn, and the job fails
 * at the end, to be tried again; a workspace that is closed meanwhile is left out. `failed` says to the log what failed.
 */
export async function inEveryWorkspace(
  failed: string,
  work: (session: Session) => Promise<void>,
): Promise<void> {
  const errors: unknown[] = [];
  for (const { id } of await listWorkspaces()) {
    const error = await workOrTell(id, failed, work);
    if (error !== null) errors.push(error);
  }
  if (errors.length > 0)
    throw new AggregateError(errors, `${failed}, in ${errors.length} workspaces.`);
}

/** What kept the work from being done, logged already; null when nothing did. */
async function workOrTell(
  tenantId: string,
  failed: string,
  work: (session: Session) => Promise<void>,
): Promise<unknown> {
  try {
    await work(await systemSession(tenantId, "job"));
  } catch (error) {
    if (error instanceof WorkspaceClosed) return null;
    log.error({ tenantId, err: error }, failed);
    return error;
  }
  return null;
}
