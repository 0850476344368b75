import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { ALL_CUSTOMERS } from "#lib/customers/filter.ts";
import { recordCustomerExport } from "#lib/customers/index.ts";
import type { CustomerFilter } from "#lib/customers/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { refreshValue } from "#lib/value/index.ts";
import { storedEvents } from "#tests/support/audit.ts";
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
      filter: { ...ALL_CUSTOMERS, search: "C", lastOrder: { from: "2020-01-01", to: null } },
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

  it("leaves none in another workspace, and is not for everybody", async () => {
    await take({ chosen: 1 });
    expect(await storedEvents((await makeTenant()).session)).toEqual([]);
    await expect(take({ chosen: 1 }, tenant.sessionAs("frontline"))).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
