import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { seal } from "#lib/auth/seal.ts";
import type { Session } from "#lib/auth/types.ts";
import { customersAddress } from "#lib/customers/filter.ts";
import {
  countCustomers,
  getCustomer,
  getCustomerByExternalId,
  listCustomers,
} from "#lib/customers/index.ts";
import type { CustomerFilter, CustomerListRow } from "#lib/customers/types.ts";
import { decodePageKey, encodePageKey } from "#lib/db/page-key.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import type { Page } from "#lib/lists/types.ts";
import { refreshValue } from "#lib/value/index.ts";
import { importText } from "#tests/support/imports.ts";
import { addCustomers, addOrders, addOrdersOf, type TestOrder } from "#tests/support/orders.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

const ALL: CustomerFilter = customersAddress.usual;
const ORDERS: TestOrder[] = [
  { customer: "C1", day: "2026-01-10", amountMinor: 500 },
  { customer: "C2", day: "2026-02-10", amountMinor: 900 },
  { customer: "C3", day: "2026-03-10", amountMinor: 500 },
  { customer: "C4", day: "2026-03-11", amountMinor: 500 },
  { customer: "C5", day: "2026-03-12", amountMinor: 0 },
];

let tenant: TestTenant;
let session: Session;
beforeEach(async () => {
  tenant = await makeTenant();
  session = tenant.session;
});

const refresh = (who: Session = session) =>
  withTenant(who, "value:write", (tx) => refreshValue(tx, who, new Date()));
const list = (filter: Partial<CustomerFilter> = {}, who: Session = session, limit = 50) =>
  withTenant(who, "customer:read", (tx) =>
    listCustomers(tx, who, { ...ALL, ...filter }, { limit }),
  );
const count = (filter: Partial<CustomerFilter> = {}, who: Session = session) =>
  withTenant(who, "customer:read", (tx) => countCustomers(tx, who, { ...ALL, ...filter }));
const numbers = ({ items }: Page<CustomerListRow>) => items.map(({ externalId }) => externalId);

/** Every page after the other, by the keys the list gives. */
const walk = async (filter: Partial<CustomerFilter>, limit: number, who: Session = session) => {
  const seen: string[] = [];
  for (let after: string | null = null, isFirst = true; isFirst || after; isFirst = false) {
    const page: Page<CustomerListRow> = await withTenant(who, "customer:read", (tx) =>
      listCustomers(tx, who, { ...ALL, ...filter }, { after, limit }),
    );
    expect(page.items.length).toBeLessThanOrEqual(limit);
    seen.push(...numbers(page));
    after = page.next;
  }
  return seen;
};

describe("the list of customers", () => {
  beforeEach(async () => {
    await addOrders(session, ORDERS);
    await addCustomers(session, { N1: null, N2: null });
    await refresh();
    await addCustomers(session, { L1: null, L2: null, L3: null });
  });

  it("goes from most revenue over none and no orders to those not computed yet", async () => {
    const { items, next } = await list();
    expect(next).toBeNull();
    expect(items.map(({ revenueMinor }) => revenueMinor)).toEqual([
      900,
      500,
      500,
      500,
      0,
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(items.slice(5).map(({ segment }) => segment)).toEqual([
      "no_orders",
      "no_orders",
      null,
      null,
      null,
    ]);
    expect(items[0]).toMatchObject({
      externalId: "C2",
      orderCount: 1,
      lastOrderedOn: "2026-02-10",
      isMasked: false,
    });
  });

  it.each([1, 2, 3, 4, 9])("shows everybody once, %i a page", async (limit) => {
    const whole = numbers(await list());
    expect(await walk({}, limit)).toEqual(whole);
    expect(await walk({ sort: "number" }, limit)).toEqual(whole.toSorted());
  });

  it("shows one segment, in both orders", async () => {
    const { items } = await list();
    const segment = items[0]?.segment ?? "no_orders";
    const segments = [segment];
    const members = items.filter((each) => each.segment === segment);
    expect(await walk({ segments }, 1)).toEqual(members.map(({ externalId }) => externalId));
    expect(await walk({ segments, sort: "number" }, 2)).toEqual(
      members.map(({ externalId }) => externalId).toSorted(),
    );
    expect(await count({ segments })).toBe(members.length);
    expect(await walk({ segments: ["no_orders"] }, 1)).toEqual(["N1", "N2"]);
  });

  it("counts what it shows", async () => {
    expect(await count()).toBe(10);
    expect(await count({ search: "L" })).toBe(3);
  });

  it("refuses a key that is none, one of before numbers were sealed, and another workspace's", async () => {
    const keyOf = (key: object) => encodePageKey("customers", key);
    const other = (await makeTenant()).session;
    const theirs = seal("C1", "page_key", other.workspace.id);
    for (const after of [
      "garbage",
      "e30",
      keyOf({ at: "number", externalId: "C1" }),
      keyOf({ at: "number", sealed: "" }),
      keyOf({ at: "number", sealed: theirs }),
    ]) {
      await expect(
        withTenant(session, "customer:read", (tx) =>
          listCustomers(tx, session, ALL, { after, limit: 5 }),
        ),
      ).rejects.toMatchObject({ code: "invalid_input" });
    }
  });

  it("has keys that tell no number", async () => {
    const { items, next } = await list({ sort: "number" }, session, 1);
    const sealed = z.object({ at: z.literal("number"), sealed: z.string() }).strict();
    const key = decodePageKey("customers", sealed, next);
    expect(Buffer.from(key?.sealed ?? "", "base64url").toString()).not.toContain(
      items[0]?.externalId,
    );
  });

  it("shows nothing of another workspace", async () => {
    const other = (await makeTenant()).session;
    expect(await list({}, other)).toEqual({ items: [], next: null });
    expect(await count({}, other)).toBe(0);
  });
});

describe("a search", () => {
  beforeEach(async () => {
    await addCustomers(session, {
      "K-100": { name: "Ångström Ltd", email: "office@angstrom.example" },
      "K-101": { name: "Anna Rossi", email: "anna@rossi.example" },
      "K-20": { name: "Bert O’Neil", email: "bert@oneil.example" },
      "50%_x": { name: "ANNABEL", email: "zoe@oneil.example" },
    });
    await refresh();
  });

  it.each([
    ["anna", ["50%_x", "K-101"]],
    ["ANNA R", ["K-101"]],
    ["ång", ["K-100"]],
    ["bert@", ["K-20"]],
    ["OFFICE@", ["K-100"]],
    ["K-10", ["K-100", "K-101"]],
    ["k-2", ["K-20"]],
    ["50%", ["50%_x"]],
    ["%", []],
    ["ossi", []],
    ["a\0nna", ["50%_x", "K-101"]],
  ])("for %j finds what begins so", async (search, found) => {
    expect(numbers(await list({ search, sort: "number" }))).toEqual(found);
    expect(numbers(await list({ search })).toSorted()).toEqual(found);
    expect(await count({ search })).toBe(found.length);
  });

  it("finds numbers only where names are hidden", async () => {
    const head = tenant.sessionAs("department_head");
    expect(await count({ search: "anna" }, head)).toBe(0);
    expect(await count({ search: "bert@" }, head)).toBe(0);
    expect(numbers(await list({ search: "K-20" }, head))).toEqual(["K-20"]);
  });
});

describe("personal data and value", () => {
  beforeEach(async () => {
    const ids = await addCustomers(session, {
      C1: { name: "Anna", email: "a@x.example" },
      C2: null,
    });
    await addOrdersOf(session, ids, ORDERS.slice(0, 2));
    await refresh();
  });

  it("hides name and address from a department head, and says so", async () => {
    const { items } = await list({ sort: "number" }, tenant.sessionAs("department_head"));
    expect(items[0]).toMatchObject({ name: null, email: null, isMasked: true, revenueMinor: 500 });
  });

  it("shows the front line who it is, not what they brought in, and not in that order", async () => {
    const { items } = await list({}, tenant.sessionAs("frontline"));
    expect(items.map(({ externalId }) => externalId)).toEqual(["C1", "C2"]);
    expect(items[0]).toMatchObject({
      name: "Anna",
      isMasked: false,
      revenueMinor: null,
      orderCount: 1,
    });
  });

  it("holds on a customer's own page", async () => {
    const of = async (who: Session) =>
      withTenant(who, "customer:read", (tx) => getCustomerByExternalId(tx, who, "C1"));
    expect(await of(tenant.sessionAs("department_head"))).toMatchObject({
      name: null,
      attributes: [],
      consents: [],
      value: { revenueMinor: 500 },
    });
    expect(await of(tenant.sessionAs("frontline"))).toMatchObject({
      name: "Anna",
      revenueMinor: null,
      value: { revenueMinor: null, purchaseDays: 1 },
      imports: [],
    });
  });
});

describe("a customer", () => {
  const read = (id: string, who: Session = session) =>
    withTenant(who, "customer:read", (tx) => getCustomer(tx, who, id));

  it("has facts, value and the imports that made or changed it, the last one first", async () => {
    const kind = "customers";
    const made = await importText(session, { kind, text: "customer_id,city\nC1,Linz\n" });
    await importText(session, { kind, text: "customer_id,city\nC1,Wien\n" });
    const text = "customer_id,since,city\nC1,2025-05-01,Graz\n";
    const changed = await importText(session, { kind, text });
    const order = "order_id,customer_id,date,amount\nO1,C1,2026-01-10,5\n";
    const bought = await importText(session, { kind: "orders", text: order });
    await refresh();
    const customer = await withTenant(session, "customer:read", (tx) =>
      getCustomerByExternalId(tx, session, "C1"),
    );
    expect(customer).toMatchObject({
      externalId: "C1",
      registeredOn: "2025-05-01",
      attributes: [{ name: "city", value: "Graz", type: "text" }],
      value: { firstOrderedOn: "2026-01-10", lastOrderedOn: "2026-01-10", orderCount: 1 },
    });
    expect(customer.imports.map(({ id: importId, action }) => [importId, action])).toEqual([
      [bought.id, "orders"],
      [changed.id, "updated"],
      [made.id, "created"],
    ]);
  });

  it("has no value before it is computed, nor without orders", async () => {
    const ids = await addCustomers(session, { C1: null });
    const id = ids.get("C1") ?? "";
    expect(await read(id)).toMatchObject({ segment: null, value: null });
    await refresh();
    expect(await read(id)).toMatchObject({ segment: "no_orders", value: null, orderCount: null });
  });

  it("is not there: unknown, no id at all, or another workspace's are one answer", async () => {
    const other = (await makeTenant()).session;
    const foreign = (await addCustomers(other, { C1: null })).get("C1") ?? "";
    const missing = { code: "not_found", message: "This customer does not exist." };
    for (const id of [randomUUID(), "x", "", foreign]) {
      await expect(read(id)).rejects.toMatchObject(missing);
    }
    const byNumber = (number: string) =>
      withTenant(session, "customer:read", (tx) => getCustomerByExternalId(tx, session, number));
    await expect(byNumber("C1")).rejects.toMatchObject(missing);
    await expect(byNumber("a\0")).rejects.toMatchObject(missing);
  });
});
