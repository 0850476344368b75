import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { getValueTrend, refreshMonths } from "#lib/value/index.ts";
import { addOrders, addOrdersOf } from "#tests/support/orders.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { chooseRates, overview, randomOrders, refresh } from "#tests/support/value.ts";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

const trend = () => withTenant(session, "value:read", (tx) => getValueTrend(tx, session));

describe("value at each month's end", () => {
  const ORDERS = [
    { customer: "A", day: "2026-01-10", amountMinor: 1_000 },
    { customer: "B", day: "2026-01-20", amountMinor: 3_000 },
    { customer: "A", day: "2026-03-05", amountMinor: 500 },
    { customer: "C", day: "2026-04-02", amountMinor: 800 },
  ];

  it("begins with the first order and ends with the last whole month", async () => {
    await chooseRates(session, { marginRate: 0.5, costPerOrderMinor: 100n });
    await addOrders(session, ORDERS);
    await refresh(session);
    expect(await refreshMonths(session)).toBe(3);
    const { months, segments } = await trend();
    expect(
      months.map((month) => [
        month.monthEndOn,
        month.customers,
        month.orderCount,
        month.revenueMinor,
      ]),
    ).toEqual([
      ["2026-01-31", 2, 2, 4_000],
      ["2026-02-28", 2, 2, 4_000],
      ["2026-03-31", 2, 3, 4_500],
    ]);
    expect(months.map(({ revenueInMonth }) => revenueInMonth)).toEqual([4_000, 0, 500]);
    expect(months.at(-1)).toMatchObject({ profitPerCustomerMinor: 975 });
    const march = segments.filter(({ monthEndOn }) => monthEndOn === "2026-03-31");
    expect(march.reduce((sum, { costToServeMinor }) => sum + (costToServeMinor ?? 0), 0)).toBe(300);
  });

  it("is not computed twice, and again from where orders have changed", async () => {
    const ids = await addOrders(session, ORDERS);
    await refresh(session);
    expect(await refreshMonths(session)).toBe(3);
    expect(await refreshMonths(session)).toBe(0);
    await addOrdersOf(session, ids, [{ customer: "B", day: "2026-02-14", amountMinor: 200 }]);
    expect(await refreshMonths(session)).toBe(2);
    await refresh(session);
    expect((await trend()).months.map(({ revenueMinor }) => revenueMinor)).toEqual([
      4_000, 4_200, 4_700,
    ]);
  });

  it("is priced again when the rates change, and is not compared with what it was priced before", async () => {
    await addOrders(session, ORDERS);
    await refresh(session);
    await refreshMonths(session);
    await chooseRates(session, { marginRate: 0.5, costPerOrderMinor: null });
    await refresh(session);
    expect(await trend()).toMatchObject({ isRefreshing: true });
    expect(await refreshMonths(session)).toBe(3);
    const after = await trend();
    expect(after.isRefreshing).toBe(false);
    expect(after.segments.every(({ costToServeMinor }) => costToServeMinor === null)).toBe(true);
  });

  it("forgets months whose orders are gone", async () => {
    await addOrders(session, ORDERS);
    await refresh(session);
    await refreshMonths(session);
    await withTenant(session, "order:write", (tx) =>
      tx.customerOrder.deleteMany({ where: { orderedOn: { lt: new Date("2026-02-01") } } }),
    );
    await refresh(session);
    expect(await refreshMonths(session)).toBe(1);
    expect((await trend()).months.map(({ monthEndOn }) => monthEndOn)).toEqual(["2026-03-31"]);
  });

  it("scores a month's end as it was then", async () => {
    const orders = randomOrders(18, 300);
    await addOrders(session, [...orders, { customer: "Z", day: "2026-05-01", amountMinor: 1 }]);
    await refresh(session);
    await refreshMonths(session);
    const april = (await trend()).segments.filter(({ monthEndOn }) => monthEndOn === "2026-04-30");
    const other = (await makeTenant()).session;
    await addOrders(other, orders);
    await refresh(other);
    const value = await overview(other);
    const counted = (rows: readonly { segment: string; customers: number }[]) =>
      new Map(rows.map(({ segment, customers }) => [segment, customers]));
    expect(counted(april)).toEqual(counted(value?.segments ?? []));
  });

  it("touches no other workspace", async () => {
    await addOrders(session, ORDERS);
    await refresh(session);
    await refreshMonths(session);
    const other = (await makeTenant()).session;
    await addOrders(other, randomOrders(19, 40));
    await refresh(other);
    await refreshMonths(other);
    expect((await trend()).months.map(({ revenueMinor }) => revenueMinor)).toEqual([
      4_000, 4_000, 4_500,
    ]);
  });
});
