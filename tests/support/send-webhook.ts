import { sendWebhook } from "#lib/webhooks/index.ts";
import { reachOf } from "./hook-server.ts";

/** A process that tries one delivery, for a test that kills it: `send-webhook.ts <workspace> <message> <port>`. */
const [tenantId = "", deliveryId = "", port = ""] = process.argv.slice(2);
await sendWebhook({ tenantId, deliveryId }, reachOf(Number(port)));
