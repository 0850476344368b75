import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { SwitchHook } from "../schema.ts";

/**
 * Switch a hook on or off; while it is off it refuses every message.
 *
 * @throws DomainError `not_found`
 */
export async function switchHook(
  tx: TenantTx,
  session: Session,
  { hookId: id, to }: SwitchHook,
): Promise<void> {
  const offAt = to === "off" ? await databaseNow(tx) : null;
  const { count } = await tx.incomingHook.updateMany({ where: { id }, data: { offAt } });
  if (count === 0) throw new DomainError("not_found", "This hook does not exist.");
  await recordEvent(tx, session, {
    action: to === "off" ? "hook.switched_off" : "hook.switched_on",
    object: { type: "incoming_hook", id },
  });
}
