import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { RenameSource } from "../schema.ts";
import { lockSource, requireFreeName, requireOpen, staleSource } from "./lock-source.ts";

/**
 * Give a source another name. Its rows stay its own; a later file that says the old name makes a new source.
 *
 * @throws DomainError `not_found`, `conflict` for an archived one and a name that is taken, `stale` with the name it has now
 */
export async function renameSource(
  tx: TenantTx,
  session: Session,
  { sourceId, was, name }: RenameSource,
): Promise<void> {
  const source = await lockSource(tx, session, sourceId);
  if (source.name === name) return;
  if (source.name !== was) throw await staleSource(tx, source);
  requireOpen(source);
  await requireFreeName(tx, session, { name, ownId: source.id });
  await tx.dataSource.updateMany({
    where: { id: source.id },
    data: { name, version: { increment: 1 } },
  });
  await recordEvent(tx, session, {
    action: "source.renamed",
    object: { type: "source", id: source.id },
    after: { changed: "name" },
  });
}
