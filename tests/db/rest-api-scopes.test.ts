import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { createEndpoint } from "#lib/webhooks/index.ts";
import type { WebhookEvent } from "#lib/webhooks/types.ts";
import { makeApiKey } from "#tests/support/api.ts";
import { importText } from "#tests/support/imports.ts";
import { createApi } from "#tests/support/rest-api.ts";
import { makeTenant } from "#tests/support/tenant.ts";

let session: Session;
let api: ReturnType<typeof createApi>;
beforeEach(async () => {
  ({ session } = await makeTenant());
  api = createApi(await makeApiKey(session, ["all"]));
});

const SIGNAL = { occurredOn: "2026-01-02", metric: "nps", score: 9 };
const made = () =>
  withTenant(session, "import:read", async (tx) => ({
    customers: await tx.customer.count(),
    departments: await tx.department.count(),
    signals: await tx.signal.count(),
  }));

describe("a key without the scopes of what a write names", () => {
  it("makes no customer and no department, and tells so item by item", async () => {
    const key = await makeApiKey(session, ["signals:write"]);
    const items = [
      { ...SIGNAL, externalId: "R1", customerExternalId: "C1" },
      { ...SIGNAL, externalId: "R2", customerEmail: "ann@a.example" },
      { ...SIGNAL, externalId: "R3", department: "Service" },
      { ...SIGNAL, externalId: "R4", touchpoint: "Hotline" },
    ];
    const answer = await api.read(api.bulk("signals", { items }, { key }));
    expect(answer["results"]).toMatchObject([
      {
        outcome: "refused",
        errors: [{ detail: expect.stringContaining("This key may not make customers.") }],
      },
      {
        outcome: "refused",
        errors: [{ detail: expect.stringContaining("This key may not make customers.") }],
      },
      {
        outcome: "refused",
        errors: [{ detail: expect.stringContaining("This key may not make departments.") }],
      },
      { outcome: "created" },
    ]);
    expect(await made()).toEqual({ customers: 0, departments: 0, signals: 1 });
    await api.put("customers", "C1", { email: "ann@a.example" });
    await importText(session, {
      kind: "signals",
      text: "response_id,date,metric,score,department\nX,2026-01-01,NPS,9,Service\n",
    });
    expect(await api.read(api.bulk("signals", { items }, { key }))).toMatchObject({
      counts: { created: 3, refused: 0 },
    });
  });

  it("makes them with their scopes", async () => {
    const key = await makeApiKey(session, [
      "signals:write",
      "customers:write",
      "departments:write",
    ]);
    const item = { ...SIGNAL, customerExternalId: "C1", department: "Service" };
    expect((await api.put("signals", "R1", item, { key })).status).toBe(201);
    expect(await made()).toEqual({ customers: 1, departments: 1, signals: 1 });
  });

  it("tells of an unwished one that the request makes none", async () => {
    const item = { ...SIGNAL, customerExternalId: "C1", createMissing: [] };
    expect(await api.read(api.put("signals", "R1", item))).toMatchObject({
      errors: [{ detail: "No such customer is known, and this request makes none." }],
    });
  });
});

describe("personal data", () => {
  it.each([["imports:read"], ["imports:write"], ["customers:write"]])(
    "is not read with signals:read and %s",
    async (scope) => {
      await api.put("signals", "R1", { ...SIGNAL, customerExternalId: "C1" });
      const key = await makeApiKey(session, ["signals:read", scope]);
      expect(await api.items("signals", "", { key })).toMatchObject([
        { customerId: null, customerExternalId: null },
      ]);
      const wide = await makeApiKey(session, ["signals:read", scope, "customers:read"]);
      expect(await api.items("signals", "", { key: wide })).toMatchObject([
        { customerExternalId: "C1" },
      ]);
    },
  );

  it("of rejected rows is read with customers:read only", async () => {
    const text = "order_id,customer_id,date,amount\nO1,C1,2025-01-01,Mira\n";
    const { id } = await importText(session, { kind: "orders", text });
    const valuesWith = async (scopes: string[]) => {
      const key = await makeApiKey(session, scopes);
      const asked = { key, params: { id } };
      const { items } = await api.read(api.ask("GET", "imports/{id}/rejects", asked));
      return (items as { value: string }[]).map(({ value }) => value);
    };
    expect(await valuesWith(["imports:read"])).toEqual([""]);
    expect(await valuesWith(["imports:read", "customers:read"])).toEqual(["Mira"]);
  });

  it("is not written with imports:write but through files", async () => {
    const key = await makeApiKey(session, ["imports:write"]);
    expect((await api.put("customers", "C1", { name: "Ann" }, { key })).status).toBe(403);
    expect((await api.put("orders", "O1", {}, { key })).status).toBe(403);
  });
});

describe("an endpoint that asked for what is written", () => {
  const EVENTS: readonly WebhookEvent[] = [
    "signals.written",
    "interactions.written",
    "complaints.written",
  ];
  const told = (of = session) =>
    withTenant(of, "webhook:write", async (tx) =>
      (await tx.webhookDelivery.findMany({ orderBy: { id: "asc" } })).map(({ body }) =>
        JSON.parse(body),
      ),
    );
  beforeEach(async () => {
    const input = { url: "https://hooks.example.com/in", events: [...EVENTS] };
    await withTenant(session, "webhook:write", (tx) => createEndpoint(tx, session, input));
  });

  it("is told once a request, with counts; not of what stays or is refused", async () => {
    const items = [1, 2].map((at) => ({
      ...SIGNAL,
      externalId: `R${at}`,
      customerExternalId: "C1",
    }));
    await api.bulk("signals", { items });
    const [written] = await told();
    expect(written).toMatchObject({ type: "signals.written", data: { created: 2, updated: 0 } });
    expect(Object.keys(written.data).toSorted()).toEqual(["created", "sourceId", "updated"]);
    await api.bulk("signals", { items });
    await api.put("signals", "R3", { ...SIGNAL, score: 99 });
    await api.put("orders", "O1", {
      customerExternalId: "C1",
      orderedOn: "2026-01-02",
      amountMinor: 5,
    });
    expect(await told()).toHaveLength(1);
    await api.put("interactions", "I1", { occurredOn: "2026-01-02" });
    await api.put("complaints", "K1", { receivedOn: "2026-01-02" });
    expect((await told()).map(({ type }) => type)).toEqual(EVENTS);
  });

  it("is told nothing of another workspace", async () => {
    const other = await makeTenant();
    await createApi(await makeApiKey(other.session, ["all"])).put("signals", "R1", SIGNAL);
    expect([await told(), await told(other.session)]).toEqual([[], []]);
  });
});
