import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { newWebhookSecret } from "#lib/auth/webhook-signature.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { RotateHookSecret } from "../schema.ts";
import type { MadeSecret } from "../types.ts";
import { BOTH_COUNT_MS, sealSecret } from "./keep-secret.ts";

/**
 * Give a hook a new secret, the sender's own or one we make; for 24 hours both open it.
 *
 * @throws DomainError `not_found`
 */
export async function rotateHookSecret(
  tx: TenantTx,
  session: Session,
  { hookId: id, secret: given }: RotateHookSecret,
): Promise<MadeSecret> {
  const [row] = await tx.$queryRaw<{ secret: string }[]>`
    SELECT secret FROM incoming_hook WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${id}::uuid FOR UPDATE`;
  if (!row) throw new DomainError("not_found", "This hook does not exist.");
  const secret = given ?? newWebhookSecret();
  const formerUntil = new Date((await databaseNow(tx)).getTime() + BOTH_COUNT_MS);
  await tx.incomingHook.updateMany({
    where: { id },
    data: { secret: sealSecret(secret, id), formerSecret: row.secret, formerUntil },
  });
  await recordEvent(tx, session, {
    action: "hook.secret_rotated",
    object: { type: "incoming_hook", id },
  });
  return { id, secret };
}
