import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { ReplayDelivery } from "../schema.ts";

/**
 * Send a message again that was delivered or given up: the same id and the same words, with a day of tries before it.
 *
 * @throws DomainError `not_found`; `conflict` while it waits for a try, or while its webhook is off
 */
export async function replayDelivery(
  tx: TenantTx,
  session: Session,
  { deliveryId }: ReplayDelivery,
): Promise<{ endpointId: string }> {
  const tenantId = session.workspace.id;
  const [row] = await tx.$queryRaw<{ endpointId: string; status: string; isOff: boolean }[]>`
    SELECT d.endpoint_id AS "endpointId", d.status, e.off_at IS NOT NULL AS "isOff" FROM webhook_delivery d
    JOIN webhook_endpoint e ON e.tenant_id = ${tenantId}::uuid AND e.id = d.endpoint_id
    WHERE d.tenant_id = ${tenantId}::uuid AND d.id = ${deliveryId}::uuid FOR UPDATE OF d`;
  if (!row) throw new DomainError("not_found", "This message is not kept any more.");
  if (row.isOff) throw new DomainError("conflict", "Switch the webhook on first.");
  if (row.status === "waiting")
    throw new DomainError("conflict", "This message waits for its next try already.");
  await tx.$executeRaw`
    UPDATE webhook_delivery SET status = 'waiting', round_tries = 0, next_try_at = now()
    WHERE tenant_id = ${tenantId}::uuid AND id = ${deliveryId}::uuid`;
  await enqueue(tx, "webhook.send", { tenantId, deliveryId });
  await recordEvent(tx, session, {
    action: "webhook.replayed",
    object: { type: "webhook_endpoint", id: row.endpointId },
    after: { message: deliveryId },
  });
  return { endpointId: row.endpointId };
}
