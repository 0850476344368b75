import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { customersAddress } from "#lib/customers/filter.ts";
import { countCustomers, listCustomers } from "#lib/customers/index.ts";
import type { CustomerListRow } from "#lib/customers/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { best, ofCohort, withOrdersBy } from "#lib/value/customers-behind.ts";
import { getCohorts, getValueTrend, refreshMonths } from "#lib/value/index.ts";
import type { CohortTable } from "#lib/value/types.ts";
import { addOrders } from "#tests/support/orders.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { chooseRates, randomOrders, refresh } from "#tests/support/value.ts";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

const cohorts = () => withTenant(session, "value:read", (tx) => getCohorts(tx, session));

describe("a number of customers", () => {
  const orders = [
    ...randomOrders(21, 400),
    { customer: "LATE", day: "2026-05-31", amountMinor: 100 },
  ];

  it("in a cohort's row and in each of its cells leads to as many, by month", async () => {
    await addOrders(session, orders);
    await refresh(session);
    const table = await cohorts();
    expect(table.period).toBe("month");
    expect(await expectCohortsToLeadOn(table)).toBeGreaterThan(8);
  });

  it.each([
    ["quarter", 10],
    ["year", 90],
  ] as const)("likewise by %s", async (period, daysApart) => {
    await chooseRates(session, { marginRate: 0.4, costPerOrderMinor: 50n });
    const origin = Date.parse("2026-01-01");
    const apart = orders.map((order) => {
      const at = origin + daysApart * (Date.parse(order.day) - origin);
      return { ...order, day: new Date(at).toISOString().slice(0, 10) };
    });
    await addOrders(session, [
      ...apart,
      { customer: "FOREIGN", day: "2026-01-02", amountMinor: 100, currency: "JPY" },
    ]);
    await refresh(session);
    const table = await cohorts();
    expect(table.period).toBe(period);
    expect(await expectCohortsToLeadOn(table)).toBeGreaterThan(20);
  });

  it("at a month's end, of all with orders, and of the best leads to as many", async () => {
    await chooseRates(session, { marginRate: 0.4, costPerOrderMinor: 900n });
    await addOrders(session, orders);
    await refresh(session);
    await refreshMonths(session);
    const { months, value } = await withTenant(session, "value:read", (tx) =>
      getValueTrend(tx, session),
    );
    expect(months).toHaveLength(5);
    for (const { monthEndOn, customers } of months) {
      expect(await countBehind(withOrdersBy(monthEndOn))).toBe(customers);
    }
    expect(await countBehind(withOrdersBy(value.asOfOn))).toBe(value.customersWithOrders);
    for (const { customers, revenueMinor } of value.concentration.filter(isWhole)) {
      const rows = await rowsBehind(best(customers, "revenue"));
      expect(rows).toHaveLength(customers);
      expect(sumOf(rows, (row) => row.revenueMinor)).toBe(revenueMinor);
    }
    for (const { customers, profitMinor } of value.profitCurve?.points.filter(isWhole) ?? []) {
      const rows = await rowsBehind(best(customers, "profit"));
      expect(rows).toHaveLength(customers);
      expect(sumOf(rows, (row) => row.profitMinor)).toBe(profitMinor);
    }
    expect(await countBehind("?bestByRevenue=0")).toBe(0);
  });

  it("of the best is told to those who may read value only", async () => {
    const frontline = (await makeTenant()).sessionAs("frontline");
    for (const measure of ["revenue", "profit"] as const) {
      await expect(countBehind(best(3, measure), frontline)).rejects.toMatchObject({
        code: "forbidden",
      });
    }
  });

  it("leads to nobody in another workspace", async () => {
    await addOrders(session, orders);
    await refresh(session);
    const other = (await makeTenant()).session;
    expect(await countBehind(withOrdersBy("2026-05-31"), other)).toBe(0);
    expect(await countBehind(best(5, "revenue"), other)).toBe(0);
    expect(await countBehind("?orderedFrom=2026-01-01", other)).toBe(0);
  });

  const isWhole = ({ customers }: { customers: number }) => customers > 0;
  const sumOf = <Row>(rows: readonly Row[], of: (row: Row) => number | null) =>
    rows.reduce((sum, row) => sum + (of(row) ?? 0), 0);

  function countBehind(query: string, who: Session = session): Promise<number> {
    const filter = customersAddress.read(new URLSearchParams(query));
    return withTenant(who, "customer:read", (tx) => countCustomers(tx, who, filter));
  }

  async function rowsBehind(query: string): Promise<readonly CustomerListRow[]> {
    const filter = customersAddress.read(new URLSearchParams(query));
    const page = await withTenant(session, "customer:read", (tx) =>
      listCustomers(tx, session, filter, { limit: 500 }),
    );
    return page.items;
  }

  /** How many cells there were to follow. */
  async function expectCohortsToLeadOn({ cohorts: rows, period }: CohortTable): Promise<number> {
    let followed = 0;
    for (const { startOn, customers, cells } of rows) {
      expect(await countBehind(ofCohort(startOn, period))).toBe(customers);
      for (const { offset, active } of cells) {
        if (active === null) continue;
        const query = ofCohort(startOn, period, offset);
        expect(await rowsBehind(query), `${startOn} +${offset}`).toHaveLength(active);
        expect(await countBehind(query)).toBe(active);
        followed += 1;
      }
    }
    return followed;
  }
});
