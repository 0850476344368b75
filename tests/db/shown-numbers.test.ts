import { beforeEach, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { customersAddress } from "#lib/customers/filter.ts";
import { getCustomer, getCustomerByExternalId, listCustomers } from "#lib/customers/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { parseRecordQuery } from "#lib/records/filter.ts";
import { exportRecords } from "#lib/records/index.ts";
import { findCustomers } from "#lib/search/index.ts";
import { makeApiKey } from "#tests/support/api.ts";
import { importText } from "#tests/support/imports.ts";
import { createApi } from "#tests/support/rest-api.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";
import { keptBy, undoOf } from "#tests/support/undo.ts";

const ADDRESS = "anna.maier@mail.example";
const ORDERS = `order_id,customer_id,date,amount\nA1,${ADDRESS},2025-03-01,50.00\nA2,C2,2025-03-02,60.00\n`;

let tenant: TestTenant;
let owner: Session;
let executive: Session;
let id: string;
beforeEach(async () => {
  tenant = await makeTenant();
  owner = tenant.session;
  executive = tenant.sessionAs("executive");
  await importText(owner, { kind: "orders", text: ORDERS });
  id = (await withTenant(owner, "order:read", (tx) => getCustomerByExternalId(tx, owner, ADDRESS)))
    .id;
});

const inFile = (session: Session, customer: string) =>
  withTenant(session, "order:read", async (tx) => {
    const query = parseRecordQuery("orders", new URLSearchParams({ customer }));
    const asked = { kind: "orders", query } as const;
    const { rows } = await exportRecords(tx, session, asked, { after: null, limit: 10 });
    return rows.map(([number, whose]) => [number, whose]);
  });
const found = (session: Session, text: string) =>
  withTenant(session, "customer:read", async (tx) =>
    (await findCustomers(tx, session, text, 5)).map(({ externalId }) => externalId),
  );

it("a number that is an address is the customer's id to whoever may not read personal data", async () => {
  const listed = (session: Session) =>
    withTenant(session, "customer:read", async (tx) => {
      const query = { ...customersAddress.read(new URLSearchParams()), sort: "number" } as const;
      const { items } = await listCustomers(tx, session, query, { after: null, limit: 10 });
      return items.map(({ externalId }) => externalId).toSorted();
    });
  expect(await listed(owner)).toEqual(["C2", ADDRESS]);
  expect(await listed(executive)).toEqual([id, "C2"].toSorted());
  const page = (session: Session) =>
    withTenant(session, "customer:read", (tx) => getCustomer(tx, session, id));
  expect([(await page(owner)).externalId, (await page(executive)).externalId]).toEqual([
    ADDRESS,
    id,
  ]);
  expect(await inFile(owner, "")).toEqual([
    ["A2", "C2"],
    ["A1", ADDRESS],
  ]);
  expect(await inFile(executive, "")).toEqual([
    ["A2", "C2"],
    ["A1", id],
  ]);
});

it("the id leads to the orders as the address does, which finds nobody for them", async () => {
  expect(await inFile(executive, id)).toEqual([["A1", id]]);
  expect(await inFile(owner, ADDRESS)).toEqual([["A1", ADDRESS]]);
  expect(await inFile(executive, ADDRESS)).toEqual([]);
  const other = (await makeTenant()).session;
  expect(await inFile(other, id)).toEqual([]);
});

it("a row that Undo kept does not tell the address either", async () => {
  const text = `customer_id,name\n${ADDRESS},Anna\nC9,Cyd\n`;
  const { id: importId } = await importText(owner, { kind: "customers", text });
  await importText(owner, {
    kind: "customers",
    text: text.replace("Anna", "Ann").replace("Cyd", "Cy"),
  });
  await undoOf(owner, importId);
  const kept = async (session: Session) =>
    (await keptBy(session, importId)).map(({ number }) => number);
  expect(await kept(owner)).toEqual([ADDRESS, "C9"]);
  expect(await kept(tenant.sessionAs("department_head"))).toEqual(["", "C9"]);
});

it("a search finds by the address only for whoever may read it", async () => {
  expect(await found(owner, "anna.m")).toEqual([ADDRESS]);
  expect(await found(executive, "anna.m")).toEqual([]);
  expect(await found(executive, "C2")).toEqual(["C2"]);
  await expect(
    withTenant(executive, "customer:read", (tx) => getCustomerByExternalId(tx, executive, ADDRESS)),
  ).rejects.toMatchObject({ code: "not_found" });
});

it("a key that reads orders alone is not told the address, one that reads customers is", async () => {
  const orders = createApi(await makeApiKey(owner, ["orders:read"]));
  const both = createApi(await makeApiKey(owner, ["orders:read", "customers:read"]));
  const whose = async (api: typeof orders) =>
    (await api.items("orders")).map((order) => order["customerExternalId"]);
  expect(await whose(orders)).toEqual([id, "C2"]);
  expect(await whose(both)).toEqual([ADDRESS, "C2"]);
  const query = `customer=${encodeURIComponent(ADDRESS)}`;
  expect((await orders.ask("GET", "orders", { query })).status).toBe(403);
  expect(await both.items("orders", query)).toHaveLength(1);
});
