import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { OfEndpoint } from "../schema.ts";
import { lockEndpoint } from "./lock-endpoint.ts";

/**
 * Delete an endpoint with its messages; what waits is never sent.
 *
 * @throws DomainError `not_found`
 */
export async function deleteEndpoint(
  tx: TenantTx,
  session: Session,
  { endpointId: id }: OfEndpoint,
): Promise<void> {
  const { events } = await lockEndpoint(tx, session, id);
  await tx.webhookEndpoint.deleteMany({ where: { id } });
  await recordEvent(tx, session, {
    action: "webhook.deleted",
    object: { type: "webhook_endpoint", id },
    before: { events },
  });
}
