import { beforeAll, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { makeApiKey } from "#tests/support/api.ts";
import { ITEMS } from "#tests/support/api-document.ts";
import { importText } from "#tests/support/imports.ts";
import { createApi } from "#tests/support/rest-api.ts";
import { makeTenant } from "#tests/support/tenant.ts";

/** Lists of the API, each with two rows at least. */
const LISTS = [...Object.keys(ITEMS), "departments", "needs", "segments", "imports"] as const;

let session: Session;
let api: ReturnType<typeof createApi>;
const nextOf = new Map<string, string>();

beforeAll(async () => {
  ({ session } = await makeTenant());
  api = createApi(await makeApiKey(session, ["all"]));
  for (const [name, item] of Object.entries(ITEMS)) {
    const items = ["C1", "C2"].map((externalId) => ({ ...item, externalId }));
    const sent = name === "customers" ? items.map(({ externalId }) => ({ externalId })) : items;
    expect((await api.bulk(name, { items: sent })).status).toBe(200);
  }
  for (const name of ["One", "Two"]) {
    await api.ask("POST", "departments", { body: { name } });
    await api.ask("POST", "needs", { body: { statement: `${name} answer`, kind: "functional" } });
    await api.ask("POST", "segments", {
      body: { name, rule: { all: [{ field: "orders.days", op: ">=", value: 3 }] } },
    });
    await importText(session, { kind: "customers", text: `customer_id\n${name}\n` });
  }
  for (const list of LISTS) {
    const { next } = await api.read(api.ask("GET", list, { query: "limit=1" }));
    expect([list, typeof next]).toEqual([list, "string"]);
    nextOf.set(list, String(next));
  }
});

it.each(LISTS)("the list of %s goes on after its own key", async (list) => {
  const after = encodeURIComponent(nextOf.get(list) ?? "");
  const answer = await api.ask("GET", list, { query: `limit=1&after=${after}` });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ items: [{}] });
});

it.each(LISTS)("the list of %s refuses the keys of all others, and bare ids", async (list) => {
  const others = LISTS.filter((each) => each !== list).map((each) => nextOf.get(each) ?? "");
  for (const key of [...others, session.workspace.id, "x"]) {
    const answer = await api.ask("GET", list, { query: `after=${encodeURIComponent(key)}` });
    expect([list, key, answer.status]).toEqual([list, key, 422]);
    expect(await answer.json()).toMatchObject({ detail: "`after` is not a key of this list." });
  }
});

it("q and search together are refused, and so is a name that no list has", async () => {
  const both = await api.ask("GET", "customers", { query: "q=a&search=b" });
  expect(both.status).toBe(422);
  expect(await both.json()).toMatchObject({
    errors: [{ pointer: "#/search", detail: "Say q, or search, which is the same; not both." }],
  });
  for (const query of ["q=a", "search=a"])
    expect((await api.ask("GET", "customers", { query })).status).toBe(200);
  const [customer] = await api.items("customers");
  const params = { id: String(customer?.["id"]) };
  expect((await api.ask("GET", "customers/{id}", { params, query: "wishes=1" })).status).toBe(422);
});
