import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { rateNeed } from "#lib/needs/index.ts";
import { makeApiKey } from "#tests/support/api.ts";
import { storedActions } from "#tests/support/audit.ts";
import { createApi } from "#tests/support/rest-api.ts";
import { makeTenant } from "#tests/support/tenant.ts";

type Api = ReturnType<typeof createApi>;

let session: Session;
let api: Api;
beforeEach(async () => {
  ({ session } = await makeTenant());
  api = createApi(await makeApiKey(session, ["needs:read", "needs:write"]));
});

const NEED = { statement: "Somebody calls before they come", kind: "functional" };
const make = (body: object, of = api) => of.ask("POST", "needs", { body });
const change = (id: string, body: object, of = api) =>
  of.ask("PATCH", "needs/{id}", { params: { id }, body });
const get = (id: string, of = api) => of.ask("GET", "needs/{id}", { params: { id } });
const idOf = async (response: Response) => String((await api.read(response))["id"]);

describe("needs by the API", () => {
  it("are made, read, listed, changed and archived", async () => {
    const made = await make(NEED);
    expect(made.status).toBe(201);
    const id = await idOf(made);
    expect(await api.read(get(id))).toEqual({
      ...{ ...NEED, id, segment: null, note: null, isArchived: false, evidence: 0 },
      ...{ importance: null, satisfaction: null, opportunity: null, kano: null },
    });
    expect(await api.read(change(id, { note: "Why", isArchived: true }))).toMatchObject({
      ...{ ...NEED, note: "Why", isArchived: true },
    });
    expect(await api.items("needs")).toMatchObject([{ id, isArchived: true }]);
    expect(await storedActions(session)).toEqual([
      ...["need.created", "need.changed", "need.archived"],
    ]);
  });

  it("are refused with what is wrong: no statement, an unknown kind, segment, field or id, an archived one", async () => {
    expect((await make({ ...NEED, statement: " " })).status).toBe(422);
    expect((await make({ ...NEED, kind: "other" })).status).toBe(422);
    expect((await make({ ...NEED, segmentId: randomUUID() })).status).toBe(422);
    expect((await make({ ...NEED, more: 1 })).status).toBe(422);
    expect((await get(randomUUID())).status).toBe(404);
    const id = await idOf(await make(NEED));
    await change(id, { isArchived: true });
    expect((await change(id, { note: "Late" })).status).toBe(409);
  });

  it("are narrowed by words, kind, segment and evidence, page by page", async () => {
    const ids = [];
    for (const statement of ["They call", "They come", "They listen"])
      ids.push(await idOf(await make({ ...NEED, statement })));
    await change(ids[2] ?? "", { kind: "social" });
    const found = async (query: string) => (await api.items("needs", query)).map(({ id }) => id);
    expect(await found("search=they+c")).toEqual(ids.slice(0, 2));
    expect(await found("kind=social")).toEqual(ids.slice(2));
    expect(await found(`segment=${randomUUID()}`)).toEqual([]);
    expect(await found("evidence=none&band=unmeasured")).toEqual(ids);
    const first = await api.read(api.ask("GET", "needs", { query: "search=they&limit=1" }));
    const after = String(first["next"]);
    expect(await found(`search=they&limit=2&after=${after}`)).toEqual(ids.slice(1));
    for (const query of ["kind=odd", "segment=x", "stale=yes"])
      expect((await api.ask("GET", "needs", { query })).status).toBe(422);
  });

  it("are deleted; one on which something rests only when that may go along", async () => {
    const remove = (id: string, query = "", of = api) =>
      of.ask("DELETE", "needs/{id}", { params: { id }, query });
    const id = await idOf(await make(NEED));
    await withTenant(session, "need:write", (tx) =>
      rateNeed(tx, session, {
        ...{ needId: id, aspect: "importance", n: 40, top2: 30, mean: null },
        ...{ reportedIn: "Panel 2026, page 12", askedOn: "2026-05-01" },
      }),
    );
    const refused = await remove(id);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      detail:
        "1 report rests on this need. Say that the need may be deleted all the same, or archive it instead: then nothing is lost.",
      fields: { withLinks: [expect.any(String)] },
    });
    expect((await remove(id, "withLinks=perhaps")).status).toBe(422);
    expect(await api.read(remove(id, "withLinks=true"))).toEqual({ id });
    expect((await get(id)).status).toBe(404);
    expect((await remove(id)).status).toBe(404);
    expect(await storedActions(session)).toEqual([
      ...["need.created", "need.rated", "need.deleted"],
    ]);
  });

  it("ask for their scopes, and are another workspace's own", async () => {
    const id = await idOf(await make(NEED));
    const reader = createApi(await makeApiKey(session, ["needs:read"]));
    expect((await make(NEED, reader)).status).toBe(403);
    const other = (await makeTenant()).session;
    const stranger = createApi(await makeApiKey(other, ["needs:read", "needs:write"]));
    expect((await get(id, stranger)).status).toBe(404);
    expect((await change(id, { note: "Mine" }, stranger)).status).toBe(404);
    const params = { id };
    expect((await stranger.ask("DELETE", "needs/{id}", { params })).status).toBe(404);
    expect((await reader.ask("DELETE", "needs/{id}", { params })).status).toBe(403);
    expect(await stranger.items("needs")).toEqual([]);
  });
});
