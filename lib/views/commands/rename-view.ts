import "server-only";
import { findLastChange, recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { getOwnView, requireFreeViewName } from "../queries.ts";
import type { RenameView } from "../schema.ts";

/**
 * Give a view of one's own another name.
 *
 * @throws DomainError `not_found`, `forbidden` for who is no member, `conflict` for a name that is taken, `stale` with
 * the name it has now when that is not `was`
 */
export async function renameView(
  tx: TenantTx,
  session: Session,
  { viewId, name, was }: RenameView,
): Promise<{ name: string }> {
  const view = await getOwnView(tx, session, viewId);
  if (view.name === name) return { name };
  if (view.name === was) await requireFreeViewName(tx, session, { list: view.list, name });
  // Compared in the write itself: of two at once, the second finds the first.
  const { count } = await tx.savedView.updateMany({
    where: { id: view.id, name: was },
    data: { name },
  });
  if (count === 0) throw await staleName(tx, session, viewId);
  await recordEvent(tx, session, {
    action: "view.saved",
    object: { type: "saved_view", id: view.id },
    after: { list: view.list, changed: "name" },
  });
  return { name };
}

async function staleName(tx: TenantTx, session: Session, viewId: string): Promise<DomainError> {
  const { id, name } = await getOwnView(tx, session, viewId);
  const object = { type: "saved_view", id } as const;
  const { changedBy = null, changedAt = null } = (await findLastChange(tx, { object })) ?? {};
  return new DomainError("stale", `This view was renamed meanwhile; it is now called ${name}.`, {
    conflict: { current: name, changedBy, changedAt },
  });
}
