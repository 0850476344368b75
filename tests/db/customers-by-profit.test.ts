import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { customersAddress } from "#lib/customers/filter.ts";
import { listCustomers } from "#lib/customers/index.ts";
import type { CustomerFilter, CustomerListRow } from "#lib/customers/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import type { Page } from "#lib/lists/types.ts";
import { addCustomers, addOrders, type TestOrder } from "#tests/support/orders.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";
import { chooseRates, refresh } from "#tests/support/value.ts";

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

type Asked = Partial<CustomerFilter> & { after?: string | null };

const list = ({ after = null, ...filter }: Asked = {}, who: Session = session, limit = 50) =>
  withTenant(who, "customer:read", (tx) =>
    listCustomers(tx, who, { ...customersAddress.usual, ...filter }, { after, limit }),
  );
const numbers = ({ items }: Page<CustomerListRow>) => items.map(({ externalId }) => externalId);

/** Every page after the other, by the keys the list gives. */
const walk = async (filter: Partial<CustomerFilter>, limit: number) => {
  const seen: string[] = [];
  for (let after: string | null = null, isFirst = true; isFirst || after; isFirst = false) {
    const page: Page<CustomerListRow> = await list({ ...filter, after }, session, limit);
    expect(page.items.length).toBeLessThanOrEqual(limit);
    seen.push(...numbers(page));
    after = page.next;
  }
  return seen;
};

describe("the list by profit", () => {
  beforeEach(async () => {
    await addOrders(session, ORDERS);
    await addCustomers(session, { N1: null, N2: null });
    await chooseRates(session, { marginRate: 0.5, costPerOrderMinor: 250n });
    await refresh(session);
    await addCustomers(session, { L1: null, L2: null });
  });

  it("goes from most to least, or from least to most, and ends with those of whom none is known", async () => {
    const profits = async (sort: "profit" | "least_profit") =>
      (await list({ sort })).items.map(({ profitMinor }) => profitMinor);
    expect(await profits("profit")).toEqual([200, 0, 0, 0, -250, null, null, null, null]);
    expect(await profits("least_profit")).toEqual([-250, 0, 0, 0, 200, null, null, null, null]);
    const last = numbers(await list({ sort: "least_profit" })).slice(-4);
    expect(last.slice(0, 2).toSorted()).toEqual(["N1", "N2"]);
    expect(last.slice(2)).toEqual(["L2", "L1"]);
  });

  it.each([1, 2, 3, 4, 9])("shows everybody once in both directions, %i a page", async (limit) => {
    for (const sort of ["profit", "least_profit"] as const) {
      const whole = numbers(await list({ sort }));
      expect(whole).toHaveLength(9);
      expect(await walk({ sort }, limit)).toEqual(whole);
      expect(await walk({ sort, search: "C" }, limit)).toEqual(whole.slice(0, 5));
    }
  });

  it("has nobody with a profit until there is a margin", async () => {
    await chooseRates(session, { marginRate: null, costPerOrderMinor: null });
    await refresh(session);
    const { items } = await list({ sort: "profit" });
    expect(items).toHaveLength(9);
    expect(items.every(({ profitMinor }) => profitMinor === null)).toBe(true);
    expect(await walk({ sort: "least_profit" }, 2)).toHaveLength(9);
  });

  it("is by number, and without profit, for those who may not read value", async () => {
    const { items } = await list({ sort: "profit" }, tenant.sessionAs("frontline"));
    expect(items.map(({ externalId }) => externalId)).toEqual(
      items.map(({ externalId }) => externalId).toSorted(),
    );
    expect(items.every(({ profitMinor }) => profitMinor === null)).toBe(true);
  });

  it("shows nothing of another workspace", async () => {
    const other = (await makeTenant()).session;
    expect(await list({ sort: "profit" }, other)).toEqual({ items: [], next: null });
  });
});
