import { expect, it } from "vitest";
import { z } from "zod";
import { openApiDocument, WEBHOOK_MESSAGES } from "#lib/api/index.ts";
import { mergeCustomers } from "#lib/customers/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { createEndpoint } from "#lib/webhooks/index.ts";
import { WEBHOOK_EVENTS } from "#lib/webhooks/types.ts";
import { makeApiKey } from "#tests/support/api.ts";
import { importText } from "#tests/support/imports.ts";
import { createApi } from "#tests/support/rest-api.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { undoOf } from "#tests/support/undo.ts";

const Webhooks = z.record(
  z.string(),
  z.object({
    post: z.object({
      requestBody: z.object({
        content: z.object({
          "application/json": z.object({ schema: z.object({ $ref: z.string() }) }),
        }),
      }),
    }),
  }),
);
const Document = z.object({
  webhooks: Webhooks,
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});

it("the document shows every message that a workspace sends, as it is sent", async () => {
  const { session } = await makeTenant();
  const api = createApi(await makeApiKey(session, ["all"]));
  await withTenant(session, "webhook:write", (tx) =>
    createEndpoint(tx, session, { url: "https://example.com/in", events: [...WEBHOOK_EVENTS] }),
  );
  const text =
    "response_id,customer_id,date,comment\nR1,C1,2026-01-02,Late\nR2,C2,2026-01-02,Fine\n";
  await importText(session, { kind: "signals", text });
  const last = await importText(session, { kind: "customers", text: "customer_id\nC3\n" });
  const [first, second] = await withTenant(session, "customer:read", (tx) =>
    tx.customer.findMany({ select: { id: true }, orderBy: { externalId: "asc" } }),
  );
  const firstId = first?.id ?? "";
  const ids = { firstId, secondId: second?.id ?? "", survivorId: firstId };
  await undoOf(session, last.id);
  await withTenant(session, "customer:write", (tx) => mergeCustomers(tx, session, ids));
  await api.put("complaints", "K1", { receivedOn: "2026-01-02", body: "Late" });
  await api.put("interactions", "I1", { occurredOn: "2026-01-02", kind: "visit" });
  const posted = await withTenant(session, "webhook:write", (tx) =>
    tx.webhookDelivery.findMany({ select: { event: true, body: true } }),
  );
  const { webhooks, components } = Document.parse(openApiDocument());
  expect(Object.keys(webhooks).sort()).toEqual([...WEBHOOK_EVENTS].sort());
  expect(new Set(posted.map(({ event }) => event))).toEqual(new Set(WEBHOOK_EVENTS));
  for (const { event, body } of posted) {
    const ref = webhooks[event]?.post.requestBody.content["application/json"].schema.$ref ?? "";
    const schema = z.fromJSONSchema(components.schemas[ref.split("/").at(-1) ?? ""] ?? false);
    const read = schema.safeParse(JSON.parse(body));
    expect(read.error?.issues ?? [], event).toEqual([]);
    const [own] = WEBHOOK_MESSAGES.filter((each) => each.event === event);
    expect(own?.shape.schema.safeParse(JSON.parse(body)).data, event).toEqual(JSON.parse(body));
  }
});
