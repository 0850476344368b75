import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { OfHook } from "../schema.ts";

/**
 * Delete a hook: every later message is refused. Its source, and the rows that came, stay.
 *
 * @throws DomainError `not_found`
 */
export async function deleteHook(
  tx: TenantTx,
  session: Session,
  { hookId: id }: OfHook,
): Promise<void> {
  const { count } = await tx.incomingHook.deleteMany({ where: { id } });
  if (count === 0) throw new DomainError("not_found", "This hook does not exist.");
  await recordEvent(tx, session, {
    action: "hook.deleted",
    object: { type: "incoming_hook", id },
  });
}
