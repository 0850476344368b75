import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { newWebhookSecret } from "#lib/auth/webhook-signature.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { parseOutsideUrl } from "#lib/http/outside-url.ts";
import type { CreateEndpoint } from "../schema.ts";
import type { MadeSecret } from "../types.ts";
import { sealSecret } from "./keep-secret.ts";

const MOST_ENDPOINTS = 50;

/**
 * Make an endpoint for events. Its secret is in the answer and shown nowhere else.
 *
 * @throws DomainError `invalid_input` for an address that is none of the open internet; `conflict` when there are 50
 */
export async function createEndpoint(
  tx: TenantTx,
  session: Session,
  { url, events }: CreateEndpoint,
): Promise<MadeSecret> {
  const { href } = parseOutsideUrl(url);
  if ((await tx.webhookEndpoint.count()) >= MOST_ENDPOINTS) throw tooMany();
  const id = newId();
  const secret = newWebhookSecret();
  await tx.webhookEndpoint.create({
    data: {
      ...{ id, url: href, events: [...events], secret: sealSecret(secret, id) },
      createdBy: session.actor.kind === "member" ? session.actor.membershipId : null,
    },
    select: { id: true },
  });
  await recordEvent(tx, session, {
    action: "webhook.created",
    object: { type: "webhook_endpoint", id },
    after: { events },
  });
  return { id, secret };
}

function tooMany(): DomainError {
  return new DomainError("conflict", `A workspace has at most ${MOST_ENDPOINTS} webhooks.`);
}
