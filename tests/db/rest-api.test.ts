import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { makeApiKey } from "#tests/support/api.ts";
import { storedEvents } from "#tests/support/audit.ts";
import { importText } from "#tests/support/imports.ts";
import { createApi } from "#tests/support/rest-api.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { keptBy, undoOf } from "#tests/support/undo.ts";

let session: Session;
let api: ReturnType<typeof createApi>;
beforeEach(async () => {
  ({ session } = await makeTenant());
  api = createApi(await makeApiKey(session, ["all"]));
});

const SIGNAL = { occurredOn: "2026-01-02", metric: "nps", score: 9, body: "Quick help" };
const signals = (of = session) => withTenant(of, "signal:read", (tx) => tx.signal.count());

describe("PUT by a number", () => {
  it("makes what is not there, changes what is, and leaves alone what is the same", async () => {
    const made = await api.put("signals", "R1", {
      ...SIGNAL,
      customerExternalId: "C1",
      source: "Shop",
    });
    expect(made.status).toBe(201);
    const again = await api.put("signals", "R1", { ...SIGNAL, source: "shop" });
    expect([again.status, (await api.read(again))["outcome"]]).toEqual([200, "unchanged"]);
    const changed = await api.read(
      api.put("signals", "R1", { ...SIGNAL, score: 3, source: "Shop" }),
    );
    expect(changed).toMatchObject({ externalId: "R1", outcome: "updated" });
    const one = await api.read(api.ask("GET", "signals/{id}", { params: { id: "external:R1" } }));
    expect(one).toMatchObject({
      ...{ id: changed["id"], source: "Shop", customerExternalId: "C1", score: 3, metric: "nps" },
      ...{ body: "Quick help", scale: { min: 0, max: 10, higherIsBetter: true } },
    });
  });

  it("names each bad field by its pointer, also by the rules of files, and writes nothing", async () => {
    const shape = await api.put("signals", "R1", { ...SIGNAL, score: "9", mood: "good" });
    expect(shape.status).toBe(422);
    expect(shape.headers.get("content-type")).toBe("application/problem+json");
    const pointers = (body: Record<string, unknown>) =>
      (body["errors"] as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(pointers(await api.read(shape))).toEqual(["#/score", "#"]);
    const outside = await api.put("signals", "R1", { ...SIGNAL, score: 11 });
    expect(pointers(await api.read(outside))).toEqual(["#/score"]);
    const noScale = await api.put("signals", "R1", { ...SIGNAL, metric: "csat" });
    expect(pointers(await api.read(noScale))).toEqual(["#/score"]);
    const noDay = await api.put("signals", "R1", { body: "Good" });
    expect(pointers(await api.read(noDay))).toEqual(["#/occurredOn"]);
    const future = await api.put("signals", "R1", { ...SIGNAL, occurredOn: "2199-01-01" });
    expect(pointers(await api.read(future))).toEqual(["#/occurredOn"]);
    const nothing = await api.put("signals", "R1", { occurredOn: "2026-01-02" });
    expect(pointers(await api.read(nothing))).toEqual(["#/score"]);
    expect(await signals()).toBe(0);
  });

  it("refuses a body that is no JSON, or larger than 8 MB", async () => {
    const large = await api.put("signals", "R1", { body: "x".repeat(9_000_000) });
    const empty = await api.ask("PUT", "signals/external/{externalId}", {
      params: { externalId: "R1" },
    });
    expect([large.status, empty.status]).toEqual([413, 422]);
  });

  it("keeps amounts in minor units, also of a currency without cents", async () => {
    const inYen = await makeTenant({ currency: "JPY" });
    const yen = createApi(await makeApiKey(inYen.session, ["all"]));
    const order = { customerExternalId: "C1", orderedOn: "2026-01-02" };
    await yen.put("orders", "O1", { ...order, amountMinor: 1050, currency: "JPY" });
    await api.put("orders", "O2", { ...order, amountMinor: 5 });
    expect(await yen.items("orders")).toMatchObject([{ amountMinor: 1050, currency: "JPY" }]);
    expect(await api.items("orders")).toMatchObject([{ amountMinor: 5, currency: "EUR" }]);
  });

  it("refuses an amount in another currency than the workspace's, as files do", async () => {
    const order = { customerExternalId: "C1", orderedOn: "2026-01-02", amountMinor: 5 };
    const contract = { customerExternalId: "C1", startedOn: "2026-01-02", priceMinor: 5 };
    for (const [name, item] of Object.entries({ orders: order, subscriptions: contract })) {
      const answer = await api.put(name, "X1", { ...item, currency: "USD" });
      expect([name, answer.status]).toEqual([name, 422]);
      expect(await api.read(answer)).toMatchObject({ errors: [{ pointer: "#/currency" }] });
      expect((await api.put(name, "X1", { ...item, currency: "EUR" })).status).toBe(201);
    }
  });

  it("finds the customer of an order by address too", async () => {
    await api.put("customers", "C1", { email: "ann@a.example" });
    const order = { orderedOn: "2026-01-02", amountMinor: 5 };
    await api.put("orders", "O1", { ...order, customerEmail: "Ann@a.example" });
    expect(await api.items("orders")).toMatchObject([{ customerExternalId: "C1" }]);
    const nobody = await api.put("orders", "O2", order);
    expect(await api.read(nobody)).toMatchObject({
      errors: [{ pointer: "#/customerExternalId" }],
    });
  });

  it("keeps of a customer what is not named", async () => {
    const first = {
      name: "Ann",
      attributes: { size: "L", "a/b": "c" },
      consents: { marketing: "given" },
    };
    expect((await api.put("customers", "C1", first)).status).toBe(201);
    const same = await api.read(
      api.put("customers", "C1", { name: "Ann", consents: { marketing: "given" } }),
    );
    expect(same["outcome"]).toBe("unchanged");
    const changed = await api.read(
      api.put("customers", "C1", { consents: { marketing: "refused" } }),
    );
    expect(changed["outcome"]).toBe("updated");
    const one = await api.read(
      api.ask("GET", "customers/{id}", { params: { id: String(changed["id"]) } }),
    );
    expect(one).toMatchObject({
      ...{ name: "Ann", attributes: { size: "L", "a/b": "c" } },
      consents: [{ purpose: "marketing", state: "withdrawn", source: "api", importId: null }],
    });
  });
});

describe("POST of many", () => {
  it("tells what became of each; a refused one does not stop the others", async () => {
    await api.put("signals", "R1", SIGNAL);
    await api.put("signals", "R2", SIGNAL);
    const { counts, results } = await api.read(
      api.bulk("signals", {
        items: [
          { ...SIGNAL, externalId: "R1" },
          { ...SIGNAL, externalId: "R2", score: 1 },
          { ...SIGNAL, externalId: "R3" },
          { ...SIGNAL, externalId: "R4", score: 12 },
          { ...SIGNAL, externalId: "R3", score: 2 },
          "nonsense",
        ],
      }),
    );
    expect(counts).toEqual({ created: 1, updated: 1, unchanged: 1, refused: 3 });
    expect(results).toMatchObject([
      { index: 0, externalId: "R1", outcome: "unchanged", errors: [] },
      { index: 1, externalId: "R2", outcome: "updated" },
      { index: 2, externalId: "R3", outcome: "created" },
      { index: 3, outcome: "refused", id: null, errors: [{ pointer: "#/items/3/score" }] },
      { index: 4, outcome: "refused", errors: [{ pointer: "#/items/4/externalId" }] },
      { index: 5, outcome: "refused", externalId: null, errors: [{ pointer: "#/items/5" }] },
    ]);
    expect(await signals()).toBe(3);
  });

  it("refuses what the database refuses with what is stored already, and nothing else", async () => {
    const complaint = { receivedOn: "2026-01-02", closedOn: "2026-01-03" };
    await api.put("complaints", "K1", complaint);
    const { results } = await api.read(
      api.bulk("complaints", {
        items: [
          { externalId: "K0", receivedOn: "2026-02-01" },
          { externalId: "K1", receivedOn: "2026-02-01" },
          { externalId: "K2", receivedOn: "2026-02-01" },
        ],
      }),
    );
    expect(results).toMatchObject([
      { outcome: "created" },
      { outcome: "refused" },
      { outcome: "created" },
    ]);
  });

  it("makes what is named on the way, or refuses it where it is not to", async () => {
    const named = { ...SIGNAL, customerExternalId: "C9", touchpoint: "Hotline" };
    const strict = await api.read(
      api.bulk("signals", { createMissing: [], items: [{ ...named, externalId: "R1" }] }),
    );
    expect(strict["counts"]).toMatchObject({ refused: 1 });
    await api.bulk("signals", { items: [{ ...named, externalId: "R1" }] });
    expect(await api.items("signals")).toMatchObject([
      { customerExternalId: "C9", touchpoint: "Hotline" },
    ]);
  });

  it("makes nothing of a name that would be kept as none", async () => {
    const signal = { ...SIGNAL, customerExternalId: "C9", externalId: "R1" };
    await api.bulk("signals", { items: [{ ...signal, touchpoint: "\u202e\u2066" }] });
    expect(await api.items("signals")).toMatchObject([{ externalId: "R1", touchpoint: null }]);
    expect((await api.bulk("signals", { source: "\u202e", items: [signal] })).status).toBe(422);
  });

  it("takes 1,000 items and no more", async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ ...SIGNAL, externalId: `R${at}` }));
    const { counts } = await api.read(api.bulk("signals", { items: many(1_000) }));
    expect(counts).toEqual({ created: 1_000, updated: 0, unchanged: 0, refused: 0 });
    expect((await api.bulk("signals", { items: many(1_001) })).status).toBe(422);
    expect((await api.bulk("signals", { items: [] })).status).toBe(422);
  });

  it("writes one event with counts and nothing of what was sent", async () => {
    await api.bulk("signals", {
      items: [{ ...SIGNAL, externalId: "R1", customerExternalId: "C1" }],
    });
    const written = (await storedEvents(session)).filter(
      ({ action }) => action === "signal.written",
    );
    expect(written).toMatchObject([
      { after: { created: 1, updated: 0, unchanged: 0, refused: 0 }, objectId: null },
    ]);
    expect(JSON.stringify(written)).not.toContain("Quick");
  });

  it("keeps a row from the Undo of the import that wrote it before, as changed by hand", async () => {
    const file = "response_id,date,metric,score\nR1,2025-01-03,NPS,9\nR2,2025-01-03,NPS,9\n";
    const { id } = await importText(session, {
      kind: "signals",
      fileName: "feedback.csv",
      text: file,
    });
    await api.put("signals", "R1", {
      occurredOn: "2025-01-03",
      metric: "nps",
      score: 2,
      source: "Feedback",
    });
    await undoOf(session, id);
    expect(await api.items("signals")).toMatchObject([{ externalId: "R1", score: 2 }]);
    expect(await keptBy(session, id)).toMatchObject([{ number: "R1" }]);
  });
});

describe("a list", () => {
  it("comes in pages by key and is narrowed by day, customer and source", async () => {
    const given = (at: number) => ({
      ...{ ...SIGNAL, externalId: `R${at}`, occurredOn: `2026-01-0${at}` },
      customerExternalId: at % 2 ? "C1" : "C2",
    });
    await api.bulk("signals", { items: [1, 2, 3].map(given) });
    await api.bulk("signals", { source: "Shop", items: [4, 5].map(given) });
    const first = await api.read(api.ask("GET", "signals", { query: "limit=3" }));
    const rest = await api.items("signals", `limit=3&after=${first["next"]}`);
    const numbers = (rows: unknown) =>
      (rows as { externalId: string }[]).map(({ externalId }) => externalId);
    expect([numbers(first["items"]), numbers(rest)]).toEqual([
      ["R1", "R2", "R3"],
      ["R4", "R5"],
    ]);
    const elsewhere = await api.ask("GET", "orders", { query: `after=${first["next"]}` });
    expect(elsewhere.status).toBe(422);
    expect(numbers(await api.items("signals", "since=2026-01-02&until=2026-01-04"))).toEqual([
      ...["R2", "R3", "R4"],
    ]);
    expect(numbers(await api.items("signals", "customer=C1"))).toEqual(["R1", "R3", "R5"]);
    expect(numbers(await api.items("signals", "source=shop"))).toEqual(["R4", "R5"]);
  });

  it("refuses what it cannot be asked for", async () => {
    const asked = ["limit=0", "limit=201", "limit=x", "after=x", "since=soon", "colour=red"];
    asked.push("since=0000-01-01", "until=2201-01-01", "customer=C1%00", "source=%00");
    const answers = await Promise.all(asked.map((query) => api.ask("GET", "signals", { query })));
    expect(answers.map(({ status }) => status)).toEqual(asked.map(() => 422));
  });

  it("has every parameter once, and says which one comes again", async () => {
    const query = "customer=C1&customer=C2";
    const answer = await api.ask("GET", "orders", { query });
    expect([answer.status, await api.read(answer)]).toMatchObject([
      422,
      { errors: [{ pointer: "#/customer" }] },
    ]);
    expect((await api.ask("GET", "customers", { query: "q=%00" })).status).toBe(422);
  });

  it("of customers is narrowed by when they were changed", async () => {
    await api.put("customers", "C1", { name: "Ann" });
    expect(await api.items("customers", "updatedSince=2020-01-01T00:00:00Z")).toHaveLength(1);
    expect(await api.items("customers", "updatedUntil=2020-01-01T00:00:00Z")).toHaveLength(0);
    const query = "updatedSince=0000-01-01T00:00:00Z";
    expect((await api.ask("GET", "customers", { query })).status).toBe(422);
  });

  it("asks for the source where several have the number", async () => {
    await api.put("signals", "R1", SIGNAL);
    await api.put("signals", "R1", SIGNAL, { body: { ...SIGNAL, source: "Shop" } });
    const params = { id: "external:R1" };
    expect((await api.ask("GET", "signals/{id}", { params })).status).toBe(422);
    const one = await api.read(api.ask("GET", "signals/{id}", { params, query: "source=Shop" }));
    expect(one["source"]).toBe("Shop");
  });
});
