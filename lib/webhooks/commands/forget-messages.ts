import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/**
 * Forget messages: sent ones after 30 days, unless they wait for a replay's tries; received ones after 7, when a sender
 * has long given up repeating them.
 */
export async function forgetMessages(tx: TenantTx, { workspace }: Session): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM webhook_delivery WHERE tenant_id = ${workspace.id}::uuid AND status <> 'waiting'
      AND created_at < now() - interval '30 days'`;
  await tx.$executeRaw`
    DELETE FROM incoming_message WHERE tenant_id = ${workspace.id}::uuid AND received_at < now() - interval '7 days'`;
}
