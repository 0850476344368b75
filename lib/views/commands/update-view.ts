import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { getOwnView, requireShareable } from "../queries.ts";
import type { UpdateView } from "../schema.ts";

/**
 * Let a view of one's own show something else.
 *
 * @throws DomainError `not_found`, `forbidden` for who is no member, `invalid_input` for a search in a shared one
 */
export async function updateView(
  tx: TenantTx,
  session: Session,
  { viewId, query }: UpdateView,
): Promise<{ id: string; query: string }> {
  const { id, list, isShared } = await getOwnView(tx, session, viewId);
  requireShareable({ query, isShared });
  await tx.savedView.updateMany({ where: { id }, data: { query } });
  await recordEvent(tx, session, {
    action: "view.saved",
    object: { type: "saved_view", id },
    after: { list, changed: "query" },
  });
  return { id, query };
}
