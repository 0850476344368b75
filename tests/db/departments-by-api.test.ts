import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { makeApiKey } from "#tests/support/api.ts";
import { storedActions } from "#tests/support/audit.ts";
import { createApi } from "#tests/support/rest-api.ts";
import { makeTenant } from "#tests/support/tenant.ts";

type Api = ReturnType<typeof createApi>;

let session: Session;
let api: Api;
beforeEach(async () => {
  ({ session } = await makeTenant());
  api = createApi(await makeApiKey(session, ["departments:read", "departments:write"]));
});

const make = (body: object, asked: object = {}, of = api) =>
  of.ask("POST", "departments", { body, ...asked });
const put = (name: string, body: object = {}, of = api) =>
  of.ask("PUT", "departments/named/{name}", { params: { name }, body });
const change = (id: string, body: object, of = api) =>
  of.ask("PATCH", "departments/{id}", { params: { id }, body });
const idOf = async (response: Response | Promise<Response>) =>
  String((await api.read(response))["id"]);
const list = (of = api) => of.items("departments");

describe("departments by the API", () => {
  it("are made at the top or under another, each name once", async () => {
    const made = await make({ name: "Sales" });
    expect(made.status).toBe(201);
    const sales = await idOf(made);
    const shop = await idOf(make({ name: " Shop ", parentId: sales }));
    expect(await list()).toEqual([
      { id: sales, name: "Sales", parentId: null, isArchived: false },
      { id: shop, name: "Shop", parentId: sales, isArchived: false },
    ]);
    const again = await make({ name: "Sales" });
    expect([again.status, await again.json()]).toMatchObject([409, { fields: { name: [{}] } }]);
    expect((await make({ name: "" })).status).toBe(422);
    expect((await make({ name: "Lab", parentId: randomUUID() })).status).toBe(404);
    expect(await storedActions(session)).toEqual(["department.created", "department.created"]);
  });

  it("are written by name: made, moved under a name, brought back, and left alone when nothing changes", async () => {
    expect((await put("Care")).status).toBe(201);
    expect((await put("Calls & chats", { parent: "Care" })).status).toBe(201);
    expect((await put("Calls & chats")).status).toBe(200);
    const [care, calls] = await list();
    expect(calls).toMatchObject({ name: "Calls & chats", parentId: care?.["id"] });
    await put("Calls & chats", { parent: null, isArchived: true });
    expect((await list())[1]).toMatchObject({ parentId: null, isArchived: true });
    expect(await api.read(put("Calls & chats", { parent: "Care" }))).toMatchObject({
      parentId: care?.["id"],
      isArchived: false,
    });
    expect(await storedActions(session)).toEqual([
      ...["department.created", "department.created", "department.moved", "department.archived"],
      ...["department.restored", "department.moved"],
    ]);
  });

  it("refuse a parent that is not there, a circle, and what has others under it", async () => {
    await put("Care");
    await put("Calls", { parent: "Care" });
    const unknown = await put("Lab", { parent: "Moon" });
    expect([unknown.status, await unknown.json()]).toMatchObject([
      422,
      { fields: { "/parent": ["There is no department called Moon. Make it first."] } },
    ]);
    expect((await put("Care", { parent: "Calls" })).status).toBe(422);
    expect((await put("Care", { isArchived: true })).status).toBe(409);
    expect((await put("Care", { boss: "Ann" })).status).toBe(422);
    expect((await list()).map(({ name }) => name)).toEqual(["Care", "Calls"]);
  });

  it("change the fields that are given, all or none", async () => {
    const care = await idOf(make({ name: "Care" }));
    const calls = await idOf(make({ name: "Calls", parentId: care }));
    const changed = await change(calls, { name: "Phone", parentId: null, isArchived: true });
    expect(await changed.json()).toEqual({
      ...{ id: calls, name: "Phone", parentId: null, isArchived: true },
    });
    expect((await change(calls, { isArchived: false, name: "Care" })).status).toBe(409);
    expect((await list())[1]).toMatchObject({ name: "Phone", isArchived: true });
    expect(await api.read(change(calls, {}))).toMatchObject({ name: "Phone", isArchived: true });
    expect((await change(calls, { parentId: care })).status).toBe(409);
    expect((await change("none", { name: "Lab" })).status).toBe(404);
  });

  it("are made once for one Idempotency-Key", async () => {
    const asked = { headers: { "idempotency-key": "once" } };
    const [first, second] = await Promise.all([
      make({ name: "Care" }, asked),
      make({ name: "Care" }, asked),
    ]);
    expect([first?.status, second?.status]).toEqual([201, 201]);
    expect(await first?.json()).toEqual(await second?.json());
    expect((await make({ name: "Lab" }, asked)).status).toBe(409);
    expect(await list()).toHaveLength(1);
  });

  it("need the scope to write", async () => {
    const reader = createApi(await makeApiKey(session, ["departments:read"]));
    const care = await idOf(make({ name: "Care" }));
    const answers = [
      await make({ name: "Lab" }, {}, reader),
      await put("Lab", {}, reader),
      await change(care, { name: "Lab" }, reader),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  it("reach nothing of another workspace, where the same name is another department", async () => {
    const care = await idOf(make({ name: "Care" }));
    const foreign = (await makeTenant()).session;
    const other = createApi(await makeApiKey(foreign, ["all"]));
    expect((await change(care, { name: "Taken" }, other)).status).toBe(404);
    expect((await make({ name: "Lab", parentId: care }, {}, other)).status).toBe(404);
    expect((await put("Lab", { parent: "Care" }, other)).status).toBe(422);
    expect((await put("Care", { isArchived: true }, other)).status).toBe(201);
    expect(await list()).toMatchObject([{ id: care, name: "Care", isArchived: false }]);
    expect(await list(other)).toMatchObject([{ name: "Care", isArchived: true }]);
  });
});
