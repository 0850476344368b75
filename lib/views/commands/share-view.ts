import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { getOwnView, requireShareable } from "../queries.ts";
import type { ShareView } from "../schema.ts";

/**
 * Show a view of one's own to everybody in the workspace, or to oneself again.
 *
 * @throws DomainError `not_found`, `forbidden` for who is no member, `invalid_input` for one with a search
 */
export async function shareView(
  tx: TenantTx,
  session: Session,
  { viewId, isShared }: ShareView,
): Promise<{ isShared: boolean }> {
  const view = await getOwnView(tx, session, viewId);
  requireShareable({ query: view.query, isShared });
  await tx.savedView.updateMany({ where: { id: view.id }, data: { isShared } });
  await recordEvent(tx, session, {
    action: "view.saved",
    object: { type: "saved_view", id: view.id },
    before: { list: view.list, isShared: view.isShared },
    after: { list: view.list, isShared },
  });
  return { isShared };
}
