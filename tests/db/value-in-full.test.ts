import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { customersAddress } from "#lib/customers/filter.ts";
import { countCustomers, listCustomers } from "#lib/customers/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { economicsOf } from "#lib/value/economics.ts";
import { getCohorts, getRfmGrid, getValueAbsence } from "#lib/value/index.ts";
import type { RfmCell } from "#lib/value/types.ts";
import { addOrders } from "#tests/support/orders.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import {
  chooseRates,
  factsOf,
  overview,
  randomOrders,
  refresh,
  storedValues,
} from "#tests/support/value.ts";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

const read = <T>(work: Parameters<typeof withTenant<T>>[2]) =>
  withTenant(session, "value:read", work);
const grid = () => read((tx) => getRfmGrid(tx, session));
const cohorts = () => read((tx) => getCohorts(tx, session));

describe("margin, cost to serve and profit", () => {
  it("are stored for each customer as economics.ts prices them", async () => {
    await chooseRates(session, { marginRate: 0.375, costPerOrderMinor: 333n });
    await addOrders(session, randomOrders(11, 300));
    await refresh(session);
    const rates = { marginRate: 0.375, costPerOrderMinor: 333 };
    for (const row of await storedValues(session)) {
      const sums = { revenueMinor: Number(row.revenueMinor), orderCount: row.orderCount ?? 0 };
      expect({
        marginMinor: Number(row.marginMinor),
        costToServeMinor: Number(row.costToServeMinor),
        profitMinor: Number(row.profitMinor),
      }).toEqual(economicsOf(sums, rates));
    }
  });

  it("add up: customers, segments, cells, curve and total", async () => {
    await chooseRates(session, { marginRate: 0.3, costPerOrderMinor: 900n });
    await addOrders(session, randomOrders(12, 400));
    await refresh(session);
    const value = await overview(session);
    const profits = (await storedValues(session)).map((row) => Number(row.profitMinor));
    const total = profits.reduce((sum, profit) => sum + profit, 0);
    const sumOf = <Row>(rows: readonly Row[], of: (row: Row) => number | null) =>
      rows.reduce((sum, row) => sum + (of(row) ?? 0), 0);
    expect(value?.profitMinor).toBe(total);
    expect(sumOf(value?.segments ?? [], (segment) => segment.profitMinor)).toBe(total);
    expect(sumOf((await grid()).cells, (cell) => cell.profitMinor)).toBe(total);
    expect(value?.profitCurve?.points.at(-1)).toMatchObject({
      customers: profits.length,
      profitMinor: total,
    });
    const gains = profits.filter((profit) => profit > 0);
    expect(value?.profitCurve?.peak ?? value?.profitCurve?.rest).toMatchObject(
      total > 0
        ? { customers: gains.length, profitMinor: gains.reduce((sum, gain) => sum + gain, 0) }
        : { customers: profits.length - gains.length },
    );
  });

  it("have the interval of the customers' profit", async () => {
    await chooseRates(session, { marginRate: 0.5, costPerOrderMinor: 100n });
    await addOrders(session, randomOrders(13, 300));
    await refresh(session);
    const profits = (await storedValues(session)).map((row) => Number(row.profitMinor));
    const mean = profits.reduce((sum, profit) => sum + profit, 0) / profits.length;
    const deviations = profits.reduce((sum, profit) => sum + (profit - mean) ** 2, 0);
    const error = Math.sqrt(deviations / (profits.length - 1) / profits.length);
    const value = await overview(session);
    expect(value?.profitPerCustomerMinor).toBeCloseTo(mean, 6);
    const reach = ((value?.profitPerCustomerInterval?.[1] ?? 0) - mean) / error;
    expect(reach).toBeGreaterThan(1.96);
    expect(reach).toBeLessThan(2);
  });

  it("wait for a new computation after the rates have changed, and say so", async () => {
    await addOrders(session, [{ customer: "A", day: "2026-01-01", amountMinor: 10_000 }]);
    await refresh(session);
    expect(await overview(session)).toMatchObject({ profitMinor: null, profitCurve: null });
    await chooseRates(session, { marginRate: 0.4, costPerOrderMinor: 500n });
    expect(await overview(session)).toMatchObject({ profitMinor: null, isRefreshing: true });
    await refresh(session);
    expect(await overview(session)).toMatchObject({
      marginMinor: 4_000,
      costToServeMinor: 500,
      profitMinor: 3_500,
      isRefreshing: false,
      rates: { marginRate: 0.4, costPerOrderMinor: 500 },
    });
  });

  it("filter the customers list, and only for those who may read value", async () => {
    await chooseRates(session, { marginRate: 0.5, costPerOrderMinor: 100n });
    await addOrders(session, [
      { customer: "GAIN", day: "2026-01-01", amountMinor: 10_000 },
      { customer: "LOSS", day: "2026-01-01", amountMinor: 100 },
    ]);
    await refresh(session);
    const filter = { ...customersAddress.usual, profit: ["loss"] as const };
    const found = await withTenant(session, "customer:read", (tx) =>
      listCustomers(tx, session, filter, { limit: 10 }),
    );
    expect(found.items.map(({ externalId }) => externalId)).toEqual(["LOSS"]);
    const frontline = (await makeTenant()).sessionAs("frontline");
    await expect(
      withTenant(frontline, "customer:read", (tx) => countCustomers(tx, frontline, filter)),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the RFM cells", () => {
  it("are 125, and each leads to as many customers as it counts", async () => {
    await addOrders(session, randomOrders(14, 400));
    await refresh(session);
    const { cells, value } = await grid();
    expect(cells).toHaveLength(125);
    expect(cells.reduce((sum, cell) => sum + cell.customers, 0)).toBe(value.customersWithOrders);
    const held = cells.filter(({ customers }) => customers > 0);
    expect(held.length).toBeGreaterThan(10);
    for (const cell of held) expect(await countIn(cell)).toBe(cell.customers);
  });

  it("know nothing of another workspace", async () => {
    await addOrders(session, randomOrders(15, 60));
    await refresh(session);
    const other = (await makeTenant()).session;
    await expect(
      withTenant(other, "value:read", (tx) => getRfmGrid(tx, other)),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("say that the last computation is of before they were stored", async () => {
    await addOrders(session, randomOrders(16, 20));
    await refresh(session);
    await withTenant(
      session,
      "value:write",
      (tx) =>
        tx.$executeRaw`UPDATE value_snapshot SET cells = NULL, economics = NULL, cohorts = NULL
        WHERE tenant_id = ${session.workspace.id}::uuid`,
    );
    await expect(grid()).rejects.toMatchObject({ code: "not_found" });
    await expect(cohorts()).rejects.toMatchObject({ code: "not_found" });
    expect(await read((tx) => getValueAbsence(tx, session))).toBe("older");
  });

  function countIn({ recency, frequency, monetary }: RfmCell): Promise<number> {
    const score = (value: number) => [String(value) as "1" | "2" | "3" | "4" | "5"];
    const filter = {
      ...customersAddress.usual,
      recency: score(recency),
      frequency: score(frequency),
      monetary: score(monetary),
    };
    return withTenant(session, "customer:read", (tx) => countCustomers(tx, session, filter));
  }
});

describe("cohorts", () => {
  it("count whom they say: everybody in the first period, and what all brought in the end", async () => {
    const orders = randomOrders(17, 400);
    await chooseRates(session, { marginRate: 0.4, costPerOrderMinor: 50n });
    await addOrders(session, [
      ...orders,
      { customer: "LATE", day: "2026-05-31", amountMinor: 100 },
    ]);
    await refresh(session);
    const table = await cohorts();
    expect(table.period).toBe("month");
    const everybody = table.cohorts.reduce((sum, { customers }) => sum + customers, 0);
    const parts = await Promise.all(
      table.segments.map((segment) => read((tx) => getCohorts(tx, session, segment))),
    );
    const inParts = parts.flatMap(({ cohorts: of }) => of.map(({ customers }) => customers));
    expect(inParts.reduce((sum, customers) => sum + customers, 0)).toBe(everybody);
    const facts = factsOf(orders);
    for (const { startOn, customers, cells } of table.cohorts) {
      const members = facts.filter(({ customer }) => firstMonth(customer) === startOn.slice(0, 7));
      if (startOn === "2026-05-01") continue;
      expect(customers).toBe(members.length);
      expect(cells[0]?.active).toBe(customers);
      const last = cells.findLast(({ active }) => active !== null);
      const revenues = members.map(({ revenueMinor }) => revenueMinor);
      const mean = revenues.reduce((sum, revenue) => sum + revenue, 0) / customers;
      if (customers < 5) {
        expect(last?.revenuePerCustomerMinor).toBeNull();
        continue;
      }
      expect(last?.revenuePerCustomerMinor).toBeCloseTo(mean, 6);
      const deviations = revenues.reduce((sum, revenue) => sum + (revenue - mean) ** 2, 0);
      const error = Math.sqrt(deviations / (customers - 1) / customers);
      const reach = ((last?.revenuePerCustomerInterval?.[1] ?? 0) - mean) / error;
      expect(reach).toBeGreaterThan(1.9);
      expect(reach).toBeLessThan(2.8);
    }

    function firstMonth(customer: string): string {
      const days = orders.filter((order) => order.customer === customer).map(({ day }) => day);
      return days.sort()[0]?.slice(0, 7) ?? "";
    }
  });
});
