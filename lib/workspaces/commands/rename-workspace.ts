import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { getSettings } from "../queries.ts";
import type { RenameWorkspace } from "../schema.ts";
import { changeSettings } from "./change-settings.ts";

/**
 * Give the workspace another name; its address stays. A name can hold a person's, so the audit log tells only that it changed.
 *
 * @throws DomainError `stale`
 */
export async function renameWorkspace(
  tx: TenantTx,
  session: Session,
  { version, name }: RenameWorkspace,
): Promise<void> {
  const before = await getSettings(tx, session);
  if (before.name === name) return;
  await changeSettings(tx, session, {
    version,
    action: "workspace.renamed",
    columns: { name },
    before: {},
    after: { changed: ["name"] },
  });
}
