import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { SwitchEndpoint } from "../schema.ts";
import { lockEndpoint } from "./lock-endpoint.ts";

/**
 * Switch an endpoint on or off. While it is off nothing is written for it; what waits is given up at its next try.
 *
 * @throws DomainError `not_found`
 */
export async function switchEndpoint(
  tx: TenantTx,
  session: Session,
  { endpointId: id, to }: SwitchEndpoint,
): Promise<void> {
  const { isOff } = await lockEndpoint(tx, session, id);
  if (isOff === (to === "off")) return;
  const off = { offAt: await databaseNow(tx), offReason: "by_hand" };
  await tx.webhookEndpoint.updateMany({
    where: { id },
    data: to === "off" ? off : { offAt: null, offReason: null },
  });
  await recordEvent(tx, session, {
    action: to === "off" ? "webhook.switched_off" : "webhook.switched_on",
    object: { type: "webhook_endpoint", id },
  });
}
