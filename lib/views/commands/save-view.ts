import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { requireFreeViewName, requireShareable, viewOwner } from "../queries.ts";
import type { SaveView } from "../schema.ts";

const MOST_OWN_VIEWS = 50;

/**
 * Keep a list's query under a name.
 *
 * @throws DomainError `conflict` for a name that is taken or the 51st view of a list, `forbidden` for who is no member,
 * `invalid_input` for a search that everybody would see
 */
export async function saveView(
  tx: TenantTx,
  session: Session,
  { list, name, query, isShared }: SaveView,
): Promise<{ id: string; query: string }> {
  const membershipId = viewOwner(session);
  requireShareable({ query, isShared });
  await requireFreeViewName(tx, session, { list, name });
  const count = await tx.savedView.count({ where: { membershipId, list } });
  if (count >= MOST_OWN_VIEWS) {
    throw new DomainError("conflict", `You have ${count} views. Delete one first.`);
  }
  const id = newId();
  await tx.savedView.create({
    data: { id, membershipId, list, name, query, isShared },
    select: { id: true },
  });
  await recordEvent(tx, session, {
    action: "view.saved",
    object: { type: "saved_view", id },
    after: { list, isShared },
  });
  return { id, query };
}
