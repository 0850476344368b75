import "server-only";
import { findWorkspace } from "./directory.ts";
import { WorkspaceClosed } from "./workspace-closed.ts";

/**
 * For a job in the middle of one long transaction: asks beside it, since a snapshot does not see what came after.
 *
 * @throws WorkspaceClosed when the workspace was closed or deleted meanwhile
 */
export async function requireOpen(tenantId: string): Promise<void> {
  if ((await findWorkspace(tenantId)) === null) throw new WorkspaceClosed();
}
