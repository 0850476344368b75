import "server-only";
import { findWorkspace } from "#lib/db/directory.ts";
import { DomainError } from "#lib/errors/index.ts";
import { PERMISSIONS } from "./permissions.ts";
import type { Session } from "./types.ts";

/**
 * The session of a job or of the operator's command line in one workspace: nobody is signed in, everything is allowed.
 *
 * @throws DomainError `not_found` when the workspace is gone
 */
export async function systemSession(idOrSlug: string, kind: "job" | "operator"): Promise<Session> {
  const workspace = await findWorkspace(idOrSlug);
  if (!workspace) throw new DomainError("not_found", `There is no workspace "${idOrSlug}".`);
  return { workspace, actor: { kind }, permissions: new Set(PERMISSIONS) };
}
