import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { getValueAbsence, getValueOverview } from "#lib/value/index.ts";
import { addOrders, type TestOrder } from "#tests/support/orders.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import {
  COMPUTED_AT,
  chooseAsOf,
  factsOf,
  overview,
  randomOrders,
  refresh,
} from "#tests/support/value.ts";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

describe("the value overview", () => {
  it("adds up: segments, curve and totals tell the same", async () => {
    const orders = randomOrders(7, 500);
    await addOrders(session, orders);
    await refresh(session);
    const value = await withTenant(session, "value:read", (tx) => getValueOverview(tx, session));
    const revenueMinor = orders.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    const sum = (of: (segment: (typeof value.segments)[number]) => number) =>
      value.segments.reduce((total, segment) => total + of(segment), 0);
    expect(value).toMatchObject({ revenueMinor, orderCount: 500, asOfOn: value.lastOrderedOn });
    expect(sum((segment) => segment.revenueMinor)).toBe(revenueMinor);
    expect(sum((segment) => segment.customers)).toBe(value.customersWithOrders);
    expect(value.concentration).toHaveLength(101);
    expect(value.concentration.at(-1)).toMatchObject({
      customers: value.customersWithOrders,
      revenueMinor,
      revenueShare: 1,
    });
  });

  it("has the interval of the customers' revenue", async () => {
    const orders = randomOrders(8, 300);
    await addOrders(session, orders);
    await refresh(session);
    const revenues = factsOf(orders).map((fact) => fact.revenueMinor);
    const mean = revenues.reduce((sum, revenue) => sum + revenue, 0) / revenues.length;
    const deviations = revenues.reduce((sum, revenue) => sum + (revenue - mean) ** 2, 0);
    const error = Math.sqrt(deviations / (revenues.length - 1) / revenues.length);
    const value = await overview(session);
    expect(value?.revenuePerCustomerMinor).toBeCloseTo(mean, 6);
    // t(0.975, ≥ 90) is 1.98 to 1.99
    const reach = ((value?.revenuePerCustomerInterval?.[1] ?? 0) - mean) / error;
    expect(reach).toBeGreaterThan(1.96);
    expect(reach).toBeLessThan(2);
  });

  it("says why there is none", async () => {
    const absence = () => withTenant(session, "value:read", (tx) => getValueAbsence(tx, session));
    expect(await overview(session)).toBeNull();
    expect(await absence()).toBe("no_orders");
    await addOrders(session, [{ customer: "A", day: "2026-01-01", amountMinor: 1 }]);
    expect(await absence()).toBe("computing");
    await expect(
      withTenant(session, "value:read", (tx) => getValueOverview(tx, session)),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("knows that an import came after it", async () => {
    await addOrders(session, [{ customer: "A", day: "2026-01-01", amountMinor: 1 }]);
    await refresh(session);
    expect((await overview(session))?.isRefreshing).toBe(false);
    await withTenant(session, "import:write", (tx) =>
      tx.import.create({
        data: {
          fileName: "later.csv",
          kind: "orders",
          status: "succeeded",
          contentKey: "later",
          bytesTotal: 1n,
          origin: "api",
          finishedAt: new Date(COMPUTED_AT.getTime() + 1_000),
        },
      }),
    );
    expect((await overview(session))?.isRefreshing).toBe(true);
    await refresh(session, new Date(COMPUTED_AT.getTime() + 2_000));
    expect((await overview(session))?.isRefreshing).toBe(false);
  });

  it("is closed to those who may not read value", async () => {
    const { sessionAs } = await makeTenant();
    const frontline = sessionAs("frontline");
    await expect(overview(frontline)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the day to count back from", () => {
  const orders: TestOrder[] = [
    { customer: "A", day: "2026-01-10", amountMinor: 100 },
    { customer: "B", day: "2026-03-10", amountMinor: 700 },
  ];

  it("leaves later orders out, and says that somebody chose it", async () => {
    await addOrders(session, orders);
    await refresh(session);
    expect(await overview(session)).toMatchObject({ asOfOn: "2026-03-10", isAsOfChosen: false });
    await chooseAsOf(session, "2026-01-31");
    expect(await overview(session)).toMatchObject({ asOfOn: "2026-03-10", isRefreshing: true });
    await refresh(session);
    expect(await overview(session)).toMatchObject({
      asOfOn: "2026-01-31",
      isAsOfChosen: true,
      isRefreshing: false,
      customers: 2,
      customersWithOrders: 1,
      revenueMinor: 100,
    });
  });

  it("goes back to the last order, also from the day of an order", async () => {
    await addOrders(session, orders);
    await chooseAsOf(session, "2026-01-10");
    await refresh(session);
    await chooseAsOf(session, null);
    expect(await overview(session)).toMatchObject({ asOfOn: "2026-01-10", isRefreshing: true });
    await refresh(session);
    expect(await overview(session)).toMatchObject({ asOfOn: "2026-03-10", isAsOfChosen: false });
  });

  it("cannot lie before the first order", async () => {
    await addOrders(session, orders);
    await expect(chooseAsOf(session, "2026-01-09")).rejects.toMatchObject({
      code: "invalid_input",
      detail: { fields: { asOfOn: [expect.stringContaining("no order")] } },
    });
  });

  it("is not another workspace's to choose", async () => {
    await addOrders(session, orders);
    const other = (await makeTenant()).session;
    await addOrders(other, orders);
    await chooseAsOf(session, "2026-01-31");
    expect(await refresh(other)).toMatchObject({ asOfOn: "2026-03-10" });
  });
});
