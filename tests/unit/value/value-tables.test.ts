import { expect, it } from "vitest";
import { valueOverview } from "#lib/value/overview.ts";
import { concentrationTable, segmentsTable } from "#lib/value/value-tables.ts";

const VALUE = valueOverview(
  {
    asOfOn: "2026-06-30",
    chosenOn: null,
    computedAt: "2026-07-01T04:10:00.000Z",
    currency: "JPY",
    customers: 1,
    hasNoSpread: true,
    economics: null,
    concentration: [
      { percent: 0, customers: 0, revenueMinor: 0 },
      { percent: 20, customers: 0, revenueMinor: 0 },
      { percent: 100, customers: 1, revenueMinor: 1250 },
    ],
    segments: [
      {
        segment: "new",
        marginMinor: null,
        costToServeMinor: null,
        profitMinor: null,
        profitSquaredDeviations: null,
        customers: 1,
        orderCount: 1,
        purchaseDays: 1,
        revenueMinor: 1250,
        squaredDeviations: 0,
        firstOrderedOn: "2026-06-30",
        lastOrderedOn: "2026-06-30",
      },
    ],
  },
  {
    rates: {
      marginRate: null,
      costPerOrderMinor: null,
      costPerReturnMinor: null,
      costPerContactMinor: {},
    },
    isRefreshing: false,
  },
);

it("writes amounts in the currency's own digits", () => {
  expect(concentrationTable(VALUE).rows.at(-1)).toEqual([100, 1, "1250", "1.000000", "JPY"]);
});

it("leaves empty what is not known", () => {
  const { columns, rows } = segmentsTable(VALUE);
  const cell = (name: string) => rows[0]?.[columns.indexOf(name)];
  expect([
    cell("segment"),
    cell("revenue"),
    cell("profit_before_contacts"),
    cell("revenue_per_customer"),
    cell("revenue_per_customer_low"),
  ]).toEqual(["new", "1250", null, null, null]);
});

it("leaves empty what a fifth without a whole customer has made", () => {
  expect(concentrationTable(VALUE).rows[1]).toEqual([20, 0, null, null, "JPY"]);
});
