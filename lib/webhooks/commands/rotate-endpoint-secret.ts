import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { newWebhookSecret } from "#lib/auth/webhook-signature.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { OfEndpoint } from "../schema.ts";
import type { MadeSecret } from "../types.ts";
import { BOTH_COUNT_MS, sealSecret } from "./keep-secret.ts";
import { lockEndpoint } from "./lock-endpoint.ts";

/**
 * Give an endpoint a new secret; for 24 hours messages are signed with both, so that the receiver can change over.
 *
 * @throws DomainError `not_found`
 */
export async function rotateEndpointSecret(
  tx: TenantTx,
  session: Session,
  { endpointId: id }: OfEndpoint,
): Promise<MadeSecret> {
  const { secret: former } = await lockEndpoint(tx, session, id);
  const secret = newWebhookSecret();
  const formerUntil = new Date((await databaseNow(tx)).getTime() + BOTH_COUNT_MS);
  await tx.webhookEndpoint.updateMany({
    where: { id },
    data: { secret: sealSecret(secret, id), formerSecret: former, formerUntil },
  });
  await recordEvent(tx, session, {
    action: "webhook.secret_rotated",
    object: { type: "webhook_endpoint", id },
  });
  return { id, secret };
}
