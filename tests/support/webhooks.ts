import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  createEndpoint,
  getEndpoint,
  listDeliveries,
  postEvent,
  replayDelivery,
  sendWebhook,
  switchEndpoint,
} from "#lib/webhooks/index.ts";
import { WEBHOOK_EVENTS, type WebhookEvent } from "#lib/webhooks/types.ts";
import { asApplication } from "./audit.ts";
import { HOOK_HOST, type HookServer } from "./hook-server.ts";

/** What tests do with webhooks, as the workspace of the moment unless another is told. */
export function createWebhookTools(server: HookServer, current: () => Session) {
  const write = <T>(work: Parameters<typeof withTenant<T>>[2], who = current()) =>
    withTenant(who, "webhook:write", work);
  const make = (who = current(), events: readonly WebhookEvent[] = WEBHOOK_EVENTS) => {
    const given = { url: `https://${HOOK_HOST}/in`, events: [...events] };
    return write((tx) => createEndpoint(tx, who, given), who);
  };
  const post = (who = current()) =>
    write((tx) => postEvent(tx, who, "import.finished", { importId: "i", created: 3 }), who);
  const log = async (endpointId: string, who = current()) =>
    (await write((tx) => listDeliveries(tx, endpointId, { limit: 100 }), who)).items;
  return {
    write,
    make,
    post,
    log,
    endpoint: (id: string, who = current()) => write((tx) => getEndpoint(tx, who, id), who),
    replay: (deliveryId: string, who = current()) =>
      write((tx) => replayDelivery(tx, who, { deliveryId }), who),
    switchTo: (endpointId: string, to: "on" | "off") =>
      write((tx) => switchEndpoint(tx, current(), { endpointId, to })),
    send: (deliveryId: string, who = current()) =>
      sendWebhook({ tenantId: who.workspace.id, deliveryId }, server.reach),
    /** As if the time of its next try had come. */
    comeDue: () => asApplication(current(), "UPDATE webhook_delivery SET next_try_at = now()"),
    /** Make an endpoint and one message for it. */
    posted: async () => {
      const made = await make();
      await post();
      const [message] = await log(made.id);
      return { ...made, messageId: message?.id ?? "" };
    },
  };
}

/** Feedback as a message to a hook brings it. */
export const HOOK_ITEM = {
  externalId: "a-1",
  customerEmail: "ann@example.com",
  occurredOn: "2026-11-20",
  metric: "nps",
  score: 9,
  touchpoint: "Shop",
};
