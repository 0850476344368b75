import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { customersAddress } from "#lib/customers/filter.ts";
import {
  customerFileColumns,
  customerFileRows,
  listAttributeNames,
  listCustomers,
  recordCustomerExport,
} from "#lib/customers/index.ts";
import type { CustomerFilter } from "#lib/customers/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { refreshValue } from "#lib/value/index.ts";
import { storedEvents } from "#tests/support/audit.ts";
import { importText } from "#tests/support/imports.ts";
import { addOrders } from "#tests/support/orders.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

let tenant: TestTenant;
let session: Session;
beforeEach(async () => {
  tenant = await makeTenant();
  session = tenant.session;
});

describe("a file of customers", () => {
  type Taken = Parameters<typeof recordCustomerExport>[2];
  const take = (
    taken: { filter: CustomerFilter } | { chosen: number },
    who = session,
    why: Pick<Taken, "purpose" | "withoutContact"> = { purpose: "analysis", withoutContact: 0 },
  ) =>
    withTenant(who, "customer:export", (tx) => recordCustomerExport(tx, who, { ...taken, ...why }));

  it("leaves an event with how many were taken and by which filter, without what was searched for", async () => {
    await addOrders(session, [{ customer: "C1", day: "2026-01-10", amountMinor: 500 }]);
    await withTenant(session, "value:write", (tx) => refreshValue(tx, session, new Date()));
    const before = (await storedEvents(session)).length;
    await take({
      filter: {
        ...customersAddress.usual,
        search: "C",
        lastOrder: { from: "2020-01-01", to: null },
      },
    });
    await take({ chosen: 3 }, tenant.sessionAs("executive"));
    const told = (await storedEvents(session)).slice(before);
    expect(told).toMatchObject([
      {
        action: "customer.exported",
        objectType: "customer_list",
        after: { isSearched: true, fromOn: "2020-01-01", customers: 1 },
      },
      { action: "customer.exported", after: { customers: 3, isChosen: true } },
    ]);
    expect(JSON.stringify(told)).not.toContain('"C"');
  });

  it("has attributes that are called as parts of every object are", async () => {
    const text = "customer_id,constructor,toString\nC1,Ferrari,\nC2,,x\nC3,,\n";
    await importText(session, { kind: "customers", text });
    const told = await withTenant(session, "customer:read", async (tx) => {
      const byNumber = { ...customersAddress.usual, sort: "number" } as const;
      const { items } = await listCustomers(tx, session, byNumber, { limit: 10 });
      const attributes = await listAttributeNames(tx, session);
      const what = { contactable: new Set<string>(), attributes };
      const rows = await customerFileRows(tx, session, items, what);
      return [attributes, ...rows.map((row) => row.slice(-attributes.length))];
    });
    expect(told).toEqual([
      ["constructor", "toString"],
      ["Ferrari", null],
      [null, "x"],
      [null, null],
    ]);
  });

  it("has registration, consents and attributes, and of these no contact data where that is left out", async () => {
    const text =
      "customer_id,registered_on,consent_service,Region,Second mail\nC1,2024-05-06,contract,North,ann@b.example\nC2,,,South,none\n";
    await importText(session, { kind: "customers", text });
    const rowsFor = (who: Session, mayContact: boolean) =>
      withTenant(who, "customer:read", async (tx) => {
        const byNumber = { ...customersAddress.usual, sort: "number" } as const;
        const { items } = await listCustomers(tx, who, byNumber, { limit: 10 });
        const contactable = new Set(mayContact ? items.map(({ id }) => id) : []);
        const attributes = await listAttributeNames(tx, who);
        const columns = customerFileColumns(attributes);
        const rows = await customerFileRows(tx, who, items, { contactable, attributes });
        return rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])));
      });
    const told = { registered_on: "2024-05-06", consent_service: "contract" };
    const mail = "attributes.Second mail";
    expect(await rowsFor(session, true)).toMatchObject([
      { ...told, "attributes.Region": "North", [mail]: "ann@b.example" },
      { registered_on: null, consent_service: null, [mail]: "none" },
    ]);
    expect(await rowsFor(session, false)).toMatchObject([
      { ...told, [mail]: null },
      { [mail]: "none" },
    ]);
    const [hidden] = await rowsFor(tenant.sessionAs("executive"), false);
    expect(Object.keys(hidden ?? {}).at(-1)).toBe("consent_marketing");
    expect(hidden).toMatchObject({ registered_on: null, consent_service: null });
  });

  it("leaves none in another workspace, and is not for everybody", async () => {
    await take({ chosen: 1 });
    expect(await storedEvents((await makeTenant()).session)).toEqual([]);
    await expect(take({ chosen: 1 }, tenant.sessionAs("frontline"))).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
