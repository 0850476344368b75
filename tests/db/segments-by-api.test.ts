import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Session } from "#lib/auth/types.ts";
import { runSegmentRefresh } from "#lib/segments/jobs.ts";
import { makeApiKey } from "#tests/support/api.ts";
import { addCustomers } from "#tests/support/orders.ts";
import { createApi } from "#tests/support/rest-api.ts";
import { makeTenant } from "#tests/support/tenant.ts";

type Api = ReturnType<typeof createApi>;

let session: Session;
let api: Api;
beforeEach(async () => {
  ({ session } = await makeTenant());
  api = createApi(
    await makeApiKey(session, ["segments:read", "segments:write", "orders:read", "customers:read"]),
  );
});

const NO_ORDERS = { none: [{ field: "orders.count", op: ">", value: 0 }] };
const make = (body: object, of = api) => of.ask("POST", "segments", { body });
const one = (id: string, of = api) => of.ask("GET", "segments/{id}", { params: { id } });
const change = (id: string, body: object, of = api) =>
  of.ask("PATCH", "segments/{id}", { params: { id }, body });
const idOf = async (response: Promise<Response>) => String((await api.read(response))["id"]);

describe("segments by the API", () => {
  it("are made of a rule, and their members are fresh once the job has run", async () => {
    const made = await make({ name: "Ohne Käufe", rule: NO_ORDERS });
    expect(made.status).toBe(201);
    const id = await idOf(Promise.resolve(made));
    expect(await api.read(one(id))).toMatchObject({
      ...{ id, name: "Ohne Käufe", kind: "rule", rule: NO_ORDERS, size: null },
      ...{ membership: "computing", version: 1 },
    });
    await addCustomers(session, { C1: { name: "Ann" }, C2: {}, C3: {} });
    await runSegmentRefresh({ tenantId: session.workspace.id });
    expect(await api.read(one(id))).toMatchObject({ size: 3, membership: "fresh" });
    const members = (query: string, of = api) =>
      of.read(of.ask("GET", "segments/{id}/members", { params: { id }, query }));
    const first = await members("limit=2");
    expect(first["items"]).toMatchObject([{ externalId: "C1", name: "Ann" }, { externalId: "C2" }]);
    const rest = await members(`limit=2&after=${String(first["next"])}`);
    expect(rest).toMatchObject({ items: [{ externalId: "C3" }], next: null });
    const masked = createApi(await makeApiKey(session, ["segments:read", "orders:read"]));
    expect((await members("limit=1", masked))["items"]).toMatchObject([{ name: null }]);
    const blind = createApi(await makeApiKey(session, ["segments:read"]));
    const told = await blind.ask("GET", "segments/{id}/members", { params: { id } });
    expect([told.status, (await one(id, blind)).status]).toEqual([403, 200]);
  });

  it("tell what is wrong with their rules, and are found by kind and name", async () => {
    const gone = { all: [{ field: "needs.unmet", op: "=", value: randomUUID() }] };
    const keys = createApi(
      await makeApiKey(session, ["segments:read", "segments:write", "orders:read", "signals:read"]),
    );
    const { problems } = await keys.read(make({ name: "100% unmet", rule: gone }, keys));
    expect(problems).toEqual([{ code: "need_gone", field: "needs.unmet", path: ["all", 0] }]);
    await keys.read(make({ name: "Without orders", rule: NO_ORDERS }, keys));
    const names = async (query: string) => {
      const { items } = await keys.read(keys.ask("GET", "segments", { query }));
      return z
        .array(z.object({ name: z.string() }))
        .parse(items)
        .map(({ name }) => name);
    };
    expect(await names("search=ORDERS")).toEqual(["Without orders"]);
    expect(await names("search=0%25&kind=rule")).toEqual(["100% unmet"]);
    expect(await names("kind=list")).toEqual([]);
    expect((await keys.ask("GET", "segments", { query: "kind=odd" })).status).toBe(422);
  });

  it("refuse a rule with its faults at their places, and a key that may not read what it asks", async () => {
    const bad = await make({ name: "Bad", rule: { all: [{ field: "orders.days", op: ">=" }] } });
    expect([bad.status, await bad.json()]).toMatchObject([
      422,
      { fields: { "/rule/all/0/value": ["Give a value."] } },
    ]);
    const empty = await make({ name: "Empty", rule: { all: [] } });
    expect([empty.status, await empty.json()]).toMatchObject([
      422,
      { fields: { "/rule/all": ["A group needs a condition."] } },
    ]);
    const value = { all: [{ field: "orders.amount", op: ">", value: 10 }] };
    expect((await make({ name: "Rich", rule: value })).status).toBe(403);
    const reader = createApi(await makeApiKey(session, ["segments:read"]));
    expect((await make({ name: "Mine", rule: NO_ORDERS }, reader)).status).toBe(403);
  });

  it("are changed, archived, restored and deleted; a stale version is refused", async () => {
    const id = await idOf(make({ name: "A", rule: NO_ORDERS }));
    expect(await api.read(change(id, { name: "B", version: 1 }))).toMatchObject({
      ...{ name: "B", version: 2 },
    });
    expect((await change(id, { name: "C", version: 1 })).status).toBe(409);
    expect(await api.read(change(id, { isArchived: true }))).toMatchObject({ isArchived: true });
    expect((await change(id, { name: "D" })).status).toBe(409);
    expect(await api.read(change(id, { isArchived: false, name: "D" }))).toMatchObject({
      ...{ isArchived: false, name: "D" },
    });
    expect((await make({ name: "d", rule: NO_ORDERS })).status).toBe(409);
    expect(await api.items("segments")).toMatchObject([{ id, name: "D" }]);
    expect((await api.ask("DELETE", "segments/{id}", { params: { id } })).status).toBe(200);
    expect((await one(id)).status).toBe(404);
  });

  it("cannot be seen nor touched with the key of another workspace", async () => {
    const id = await idOf(make({ name: "A", rule: NO_ORDERS }));
    const stranger = createApi(await makeApiKey((await makeTenant()).session, ["all"]));
    expect(await stranger.items("segments")).toEqual([]);
    for (const each of [id, randomUUID(), "no-id"]) {
      const params = { id: each };
      expect((await one(each, stranger)).status).toBe(404);
      expect((await change(each, { name: "X" }, stranger)).status).toBe(404);
      expect((await stranger.ask("DELETE", "segments/{id}", { params })).status).toBe(404);
      expect((await stranger.ask("GET", "segments/{id}/members", { params })).status).toBe(404);
    }
  });
});
