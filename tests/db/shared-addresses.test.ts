import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { signWebhook } from "#lib/auth/webhook-signature.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { listRejects } from "#lib/imports/index.ts";
import type { ImportKind } from "#lib/imports/types.ts";
import { createHook, receiveMessage } from "#lib/webhooks/index.ts";
import { CreateHook } from "#lib/webhooks/schema.ts";
import { makeApiKey } from "#tests/support/api.ts";
import { importText } from "#tests/support/imports.ts";
import { createApi } from "#tests/support/rest-api.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const SHARED = "desk@firm.example";
const REASON =
  "Two or more customers have this address. Give the customer's number, or merge them first.";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
  const text = `customer_id,email\nC1,${SHARED}\nC2,Desk@Firm.example\nC3,ann@firm.example\n`;
  await importText(session, { kind: "customers", text });
});

type LinkedKind = Exclude<ImportKind, "customers" | "activity_rates">;

/** A head, and what a row says between its number and whose it is. */
const FILES: Readonly<Record<LinkedKind, { head: string; cells: string; mapping?: object }>> = {
  orders: {
    ...{ head: "order_id,date,amount,email", cells: "2025-01-03,10.00" },
    mapping: {
      columns: {
        ...{ order_id: "orderExternalId", date: "orderedOn", amount: "amount" },
        email: "customerEmail",
      },
    },
  },
  subscriptions: {
    head: "subscription_id,start,price,period,email",
    cells: "2025-01-03,9,monthly",
  },
  signals: { head: "response_id,date,comment,email", cells: "2025-01-03,Hello" },
  interactions: { head: "call_id,timestamp,type,email", cells: "2025-01-03T09:00:00Z,chat" },
  complaints: { head: "complaint_id,received,reason,email", cells: "2025-01-03,Late" },
  win_loss: { head: "deal_id,close date,stage,email", cells: "2025-01-03,Closed Won" },
  acquisition_costs: { head: "cost_id,from,amount,email", cells: "2025-01-03,40" },
  segment_lists: { head: "segment,remark,email", cells: "new" },
};

const owners = () =>
  withTenant(session, "customer:read", async (tx) => {
    const select = { customer: { select: { externalId: true } } };
    const rows = [
      ...(await tx.customerOrder.findMany({ select })),
      ...(await tx.subscription.findMany({ select })),
      ...(await tx.signal.findMany({ select })),
      ...(await tx.interaction.findMany({ select })),
      ...(await tx.complaint.findMany({ select })),
      ...(await tx.winLoss.findMany({ select })),
      ...(await tx.acquisitionCost.findMany({ select })),
      ...(await tx.segmentListing.findMany({ select })),
    ];
    return rows.map(({ customer }) => customer?.externalId);
  });

describe.each(Object.entries(FILES))("a file of %s", (kind, { head, cells, mapping }) => {
  it("has a row rejected whose address two customers share, and the others go in", async () => {
    const text = `${head}\nN1,${cells},${SHARED}\nN2,${cells},ann@firm.example\n`;
    const dry = await importText(session, { kind, text, mapping, isDryRun: true });
    const done = await importText(session, { kind, text, mapping });
    expect(done.failure).toBeNull();
    expect(done.counts).toEqual({ created: 1, updated: 0, unchanged: 0, rejected: 1 });
    expect(done.customersCreated).toBe(0);
    expect(dry.counts).toEqual(done.counts);
    expect(dry.customersCreated).toBe(0);
    const { items } = await withTenant(session, "import:read", (tx) =>
      listRejects(tx, session, done.id, { limit: 10 }),
    );
    expect(items).toEqual([{ line: 2, column: "", value: SHARED, reason: REASON }]);
    expect(await owners()).toEqual(["C3"]);
  });

  it("is not stopped by customers of another workspace who share it", async () => {
    session = (await makeTenant()).session;
    const text = `${head}\nN1,${cells},${SHARED}\n`;
    expect((await importText(session, { kind, text, mapping })).counts).toMatchObject({
      created: 1,
    });
    expect(await owners()).toEqual([SHARED]);
  });
});

it("a line of a wide survey says so once, though it holds several answers", async () => {
  const text = `Response ID,Date,Email,Recommend?,Why?\nR1,2025-01-01,${SHARED},9,Friendly\n`;
  const columns = {
    ...{ "Response ID": "signalExternalId", Date: "occurredOn", Email: "customerEmail" },
    ...{ "Recommend?": "answers.Recommend?", "Why?": "answers.Why?" },
  };
  const mapping = { columns, questions: { "Recommend?": { metric: "nps" } } };
  const done = await importText(session, { kind: "signals", text, mapping });
  expect(done.counts).toMatchObject({ created: 0, rejected: 1 });
  const { items } = await withTenant(session, "import:read", (tx) =>
    listRejects(tx, session, done.id, { limit: 10 }),
  );
  expect(items).toHaveLength(1);
});

const ITEM = { externalId: "N1", customerEmail: SHARED, occurredOn: "2025-01-03", body: "Hello" };

describe("an address that two customers share", () => {
  it("is refused for an item of the API with the same words, alone and among others", async () => {
    const api = createApi(await makeApiKey(session, ["all"]));
    const { externalId, ...body } = ITEM;
    const alone = await api.put("signals", externalId, body);
    expect(alone.status).toBe(422);
    expect(await alone.text()).toContain(REASON);
    const items = [ITEM, { ...ITEM, externalId: "N2", customerEmail: "ann@firm.example" }];
    expect(await api.read(api.bulk("signals", { items }))).toMatchObject({
      counts: { created: 1, refused: 1 },
      results: [{ errors: [{ detail: REASON }] }, { outcome: "created" }],
    });
    expect(await owners()).toEqual(["C3"]);
  });

  it("makes a message to a hook refused as a whole, and says which item", async () => {
    const hook = await makeHook("items");
    const other = { ...ITEM, externalId: "N2", customerEmail: "ann@firm.example" };
    await expect(send(hook, { items: [other, ITEM] })).rejects.toMatchObject({
      code: "invalid_input",
      detail: { fields: { "/items/1/customerEmail": [REASON] } },
    });
    expect(await owners()).toEqual([]);
    await send(hook, { items: [other, { ...ITEM, customerExternalId: "C2" }] });
    expect((await owners()).toSorted()).toEqual(["C2", "C3"]);
  });

  it("makes a message of Formbricks refused too", async () => {
    const hook = await makeHook("formbricks");
    const data = {
      ...{ id: "r1", createdAt: "2025-01-20T08:00:00.000Z", data: { why: "Slow" } },
      contactAttributes: { email: SHARED },
    };
    await expect(send(hook, { event: "responseFinished", data })).rejects.toMatchObject({
      code: "invalid_input",
      detail: { fields: { "/data": [REASON] } },
    });
    expect(await owners()).toEqual([]);
  });
});

const makeHook = (format: string) =>
  withTenant(session, "webhook:write", (tx) =>
    createHook(tx, session, CreateHook.parse({ name: "Survey", format })),
  );

function send({ id: hookId, secret }: { id: string; secret: string }, message: object) {
  const body = Buffer.from(JSON.stringify(message));
  const messageId = randomUUID();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signatures = signWebhook({ id: messageId, timestamp, body: body.toString() }, [secret]);
  return receiveMessage({ hookId, messageId, timestamp, signatures, body });
}
