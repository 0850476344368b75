import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { getOwnView } from "../queries.ts";
import type { DeleteView } from "../schema.ts";
import type { GoneView } from "../types.ts";

/** Forget a view of one's own; what it was comes back, for Undo. @throws DomainError `not_found`, `forbidden` for who is no member */
export async function deleteView(
  tx: TenantTx,
  session: Session,
  { viewId }: DeleteView,
): Promise<GoneView> {
  const { id, ...view } = await getOwnView(tx, session, viewId);
  await tx.savedView.deleteMany({ where: { id } });
  await recordEvent(tx, session, {
    action: "view.deleted",
    object: { type: "saved_view", id },
    before: { list: view.list, isShared: view.isShared },
  });
  return view;
}
