import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { customersAddress } from "#lib/customers/filter.ts";
import {
  dismissDuplicate,
  getCustomerByExternalId,
  listCustomers,
  listDuplicates,
  mergeCustomers,
  runCustomerProfile,
  unmergeCustomers,
} from "#lib/customers/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { findCustomers } from "#lib/search/index.ts";
import { storedEvents } from "#tests/support/audit.ts";
import { importText } from "#tests/support/imports.ts";
import { asOwner } from "#tests/support/owner.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

const PEOPLE = `customer_id,name,email,phone,since,marketing consent,City
A,Dimitra Papadaki,,+43 664 1234567,2024-05-01,yes,Linz
B,D. Papadaki,d@x.example,0664/1234567,2023-01-01,no,Wien
C,Nikos Ioannou,n@x.example,,,,Linz
`;
const ORDERS = `order_id,customer_id,date,amount
O1,A,2026-01-10,10
O2,B,2026-01-11,20
O3,B,2026-01-12,30
`;

let tenant: TestTenant;
let session: Session;
const ids = new Map<string, string>();
beforeEach(async () => {
  tenant = await makeTenant();
  session = tenant.session;
  await importText(session, { kind: "customers", text: PEOPLE });
  await importText(session, { kind: "orders", text: ORDERS });
  for (const number of ["A", "B", "C"]) ids.set(number, (await customer(number)).id);
});

const idOf = (number: string) => ids.get(number) ?? "";
const customer = (number: string, who: Session = session) =>
  withTenant(who, "customer:read", (tx) => getCustomerByExternalId(tx, who, number));
const merge = (survivor: string, other: string, who: Session = session) =>
  withTenant(who, "customer:write", (tx) =>
    mergeCustomers(tx, who, {
      firstId: idOf(survivor),
      secondId: idOf(other),
      survivorId: idOf(survivor),
    }),
  );
const unmerge = (mergeId: string, who: Session = session) =>
  withTenant(who, "customer:write", (tx) => unmergeCustomers(tx, who, { mergeId }));
const lastMergeOf = async (number: string) => (await customer(number)).merges[0]?.id ?? "";

/** Every row of the workspace that a merge can touch, by key; what tells only when it was touched is left out. */
function everything(who: Session = session): Promise<unknown[][]> {
  return asOwner(async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT app_set_tenant($1)", [who.workspace.id]);
    const all: unknown[][] = [];
    for (const sql of [
      "SELECT to_jsonb(c) - 'updated_at' AS row FROM customer c ORDER BY id",
      "SELECT to_jsonb(o) AS row FROM customer_order o ORDER BY id",
      "SELECT to_jsonb(s) AS row FROM customer_consent s ORDER BY customer_id, purpose",
      "SELECT to_jsonb(m) AS row FROM customer_merge m ORDER BY id",
    ])
      all.push((await client.query(sql)).rows);
    return all;
  });
}

describe("a merge", () => {
  it("gives the survivor the orders and what was missing, and an objection holds", async () => {
    await merge("A", "B");
    const { rows } = await orderOwners();
    expect(rows).toEqual([{ customer_id: idOf("A"), count: 3 }]);
    expect(await customer("A")).toMatchObject({
      name: "Dimitra Papadaki",
      email: "d@x.example",
      phone: "+43 664 1234567",
      registeredOn: "2023-01-01",
      attributes: [{ name: "City", value: "Linz" }],
      consents: [{ purpose: "marketing", state: "withdrawn" }],
      merges: [{ externalId: "B", name: "D. Papadaki", orders: 2, isLast: true }],
    });
  });

  it("leaves the number of the other as a way to the survivor: page, list and palette", async () => {
    await merge("A", "B");
    expect((await customer("B")).externalId).toBe("A");
    const { items } = await withTenant(session, "customer:read", (tx) =>
      listCustomers(tx, session, { ...customersAddress.usual, search: "B" }, { limit: 5 }),
    );
    expect(items.map(({ externalId }) => externalId)).toEqual(["A"]);
    const found = await withTenant(session, "customer:read", (tx) =>
      findCustomers(tx, session, "b", 5),
    );
    expect(found.map(({ externalId }) => externalId)).toEqual(["A"]);
  });

  it("is taken back exactly, one merge after the other", async () => {
    const start = await everything();
    await merge("A", "B");
    const once = await everything();
    await merge("C", "A");
    expect((await customer("B")).externalId).toBe("C");
    const [last, first] = (await customer("C")).merges;
    await expect(unmerge(first?.id ?? "")).rejects.toMatchObject({ code: "conflict" });
    await unmerge(last?.id ?? "");
    expect(await everything()).toEqual(once);
    await unmerge(await lastMergeOf("A"));
    expect(await everything()).toEqual(start);
  });

  it("keeps what somebody wrote since when it is taken back", async () => {
    await merge("A", "B");
    await importText(session, {
      kind: "customers",
      text: "customer_id,email,City\nA,new@x.example,Graz\n",
    });
    await unmerge(await lastMergeOf("A"));
    expect(await customer("A")).toMatchObject({
      email: "new@x.example",
      registeredOn: "2024-05-01",
      attributes: [{ name: "City", value: "Graz" }],
    });
  });

  it("brings later files of the merged number to the survivor, who keeps their own values", async () => {
    await merge("A", "B");
    const again = await importText(session, { kind: "customers", text: PEOPLE });
    expect(again.counts).toMatchObject({ created: 0, rejected: 0 });
    expect(await customer("A")).toMatchObject({
      name: "Dimitra Papadaki",
      email: "d@x.example",
      attributes: [{ value: "Linz" }],
      consents: [{ purpose: "marketing", state: "withdrawn" }],
    });
    const text = "order_id,customer_id,date,amount\nO2,B,2026-01-11,20\nO9,B,2026-02-01,5\n";
    const dry = await importText(session, { kind: "orders", text, isDryRun: true });
    expect(dry.counts).toMatchObject({ created: 1, updated: 0, unchanged: 1 });
    const orders = await importText(session, { kind: "orders", text });
    expect(orders.counts).toMatchObject({ created: 1, updated: 0, unchanged: 1 });
    expect((await orderOwners()).rows).toEqual([{ customer_id: idOf("A"), count: 4 }]);
  });

  it("stands in the audit log without a name, and is not for everybody", async () => {
    await expect(merge("A", "B", tenant.sessionAs("frontline"))).rejects.toMatchObject({
      code: "forbidden",
    });
    await merge("A", "B");
    await unmerge(await lastMergeOf("A"));
    const told = (await storedEvents(session)).filter(({ action }) =>
      action.startsWith("customer."),
    );
    expect(told.map(({ action }) => action)).toEqual(["customer.merged", "customer.unmerged"]);
    expect(JSON.stringify(told)).not.toMatch(/Papadaki|x\.example/);
  });

  it("is refused for one customer twice, a third as survivor, and another workspace's", async () => {
    const [a, b, c] = [idOf("A"), idOf("B"), idOf("C")];
    const asked = (firstId: string, secondId: string, survivorId: string, who = session) =>
      withTenant(who, "customer:write", (tx) =>
        mergeCustomers(tx, who, { firstId, secondId, survivorId }),
      );
    await expect(asked(a, a, a)).rejects.toMatchObject({ code: "invalid_input" });
    await expect(asked(a, b, c)).rejects.toMatchObject({ code: "invalid_input" });
    const stranger = (await makeTenant()).session;
    await expect(asked(a, b, a, stranger)).rejects.toMatchObject({ code: "not_found" });
    await merge("A", "B");
    const id = await lastMergeOf("A");
    await expect(unmerge(id, stranger)).rejects.toMatchObject({ code: "not_found" });
    await unmerge(id);
    await expect(unmerge(id)).rejects.toMatchObject({ code: "not_found" });
  });
});

function orderOwners() {
  return asOwner(async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT app_set_tenant($1)", [session.workspace.id]);
    return client.query("SELECT customer_id, count(*)::int FROM customer_order GROUP BY 1");
  });
}

describe("candidates for a merge", () => {
  const look = () => runCustomerProfile({ tenantId: session.workspace.id });
  const pairs = async (who: Session = session) =>
    (await withTenant(who, "customer:write", (tx) => listDuplicates(tx, { limit: 50 }))).items.map(
      ({ first, second, evidence }) => ({
        pair: [first.externalId, second.externalId].toSorted().join("+"),
        evidence,
        firstId: first.id,
        secondId: second.id,
      }),
    );

  it("share a phone number in any spelling, an address, or a name and another trait", async () => {
    const text = `customer_id,name,email,since\nD,Ann Lee,ann@x.example,2020-01-01\nE,A. Lee,ann@x.example,\nF,ann  lee,,2020-01-01\nG,Ann Lee,,2021-01-01\n`;
    await importText(session, { kind: "customers", text });
    await look();
    await look();
    const found = new Map((await pairs()).map(({ pair, evidence }) => [pair, evidence]));
    expect(Object.fromEntries(found)).toEqual({
      "A+B": ["phone"],
      "D+E": ["email"],
      "D+F": ["name", "registered_on"],
    });
    expect(await pairs((await makeTenant()).session)).toEqual([]);
  });

  it("are not proposed again once somebody said no, and merged ones are gone", async () => {
    await look();
    const [open] = await pairs();
    const { firstId = "", secondId = "" } = open ?? {};
    const dismiss = (who: Session) =>
      withTenant(who, "customer:write", (tx) => dismissDuplicate(tx, who, { firstId, secondId }));
    await expect(dismiss((await makeTenant()).session)).rejects.toMatchObject({
      code: "not_found",
    });
    await dismiss(session);
    await expect(dismiss(session)).rejects.toMatchObject({ code: "not_found" });
    await look();
    expect(await pairs()).toEqual([]);
    await merge("A", "B");
    await look();
    expect(await pairs()).toEqual([]);
  });
});
