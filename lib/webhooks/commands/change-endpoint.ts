import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { parseOutsideUrl } from "#lib/http/outside-url.ts";
import type { ChangeEndpoint } from "../schema.ts";
import { lockEndpoint } from "./lock-endpoint.ts";

/**
 * Write another address or other events; what waits goes to the new address.
 *
 * @throws DomainError `not_found`; `invalid_input` for an address that is none of the open internet
 */
export async function changeEndpoint(
  tx: TenantTx,
  session: Session,
  { endpointId: id, url, events }: ChangeEndpoint,
): Promise<void> {
  const before = await lockEndpoint(tx, session, id);
  const { href } = parseOutsideUrl(url);
  await tx.webhookEndpoint.updateMany({ where: { id }, data: { url: href, events: [...events] } });
  await recordEvent(tx, session, {
    action: "webhook.changed",
    object: { type: "webhook_endpoint", id },
    before: { events: before.events },
    after: { events, isAddressChanged: before.url !== href },
  });
}
