import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { WebhookEvent, WebhookFacts } from "../types.ts";

/**
 * Put an event into the outbox for every endpoint that asked for it, in the transaction of what happened; the worker
 * delivers it. Ids and counts only: nothing of a person leaves.
 */
export async function postEvent(
  tx: TenantTx,
  { workspace }: Session,
  event: WebhookEvent,
  facts: WebhookFacts,
): Promise<void> {
  const endpoints = await tx.webhookEndpoint.findMany({
    where: { offAt: null, events: { has: event } },
    select: { id: true },
  });
  if (endpoints.length === 0) return;
  const timestamp = (await databaseNow(tx)).toISOString();
  const body = JSON.stringify({ type: event, timestamp, data: facts });
  const rows = endpoints.map(({ id: endpointId }) => ({ id: newId(), endpointId, event, body }));
  await tx.webhookDelivery.createMany({ data: rows });
  for (const { id } of rows)
    await enqueue(tx, "webhook.send", { tenantId: workspace.id, deliveryId: id });
}
