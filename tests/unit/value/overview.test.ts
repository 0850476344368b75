import { describe, expect, it } from "vitest";
import { concentrationRanks } from "#lib/value/concentration.ts";
import { type Snapshot, valueOverview } from "#lib/value/overview.ts";

const NO_RATES = {
  marginRate: null,
  costPerOrderMinor: null,
  costPerReturnMinor: null,
  costPerContactMinor: {},
};
const SETTINGS = { rates: NO_RATES, isRefreshing: false };
const UNPRICED = {
  marginMinor: null,
  costToServeMinor: null,
  profitMinor: null,
  profitSquaredDeviations: null,
};

/** Champions with 900 and 700, one loyal customer with 400, one without orders. */
const SNAPSHOT: Snapshot = {
  asOfOn: "2026-06-30",
  chosenOn: null,
  computedAt: "2026-07-01T04:10:00.000Z",
  currency: "EUR",
  customers: 4,
  hasNoSpread: false,
  economics: null,
  concentration: [
    { percent: 0, customers: 0, revenueMinor: 0 },
    { percent: 33, customers: 1, revenueMinor: 900 },
    { percent: 67, customers: 2, revenueMinor: 1600 },
    { percent: 100, customers: 3, revenueMinor: 2000 },
  ],
  segments: [
    {
      ...UNPRICED,
      segment: "loyal",
      customers: 1,
      orderCount: 2,
      purchaseDays: 2,
      revenueMinor: 400,
      squaredDeviations: 0,
      firstOrderedOn: "2026-01-05",
      lastOrderedOn: "2026-03-01",
    },
    {
      ...UNPRICED,
      segment: "champions",
      customers: 2,
      orderCount: 6,
      purchaseDays: 5,
      revenueMinor: 1600,
      squaredDeviations: 20_000,
      firstOrderedOn: "2026-02-01",
      lastOrderedOn: "2026-06-30",
    },
    {
      ...UNPRICED,
      segment: "no_orders",
      customers: 1,
      orderCount: 0,
      purchaseDays: 0,
      revenueMinor: 0,
      squaredDeviations: 0,
      firstOrderedOn: null,
      lastOrderedOn: null,
    },
  ],
};

describe("valueOverview", () => {
  it("takes shares over customers with orders, most revenue first", () => {
    const value = valueOverview(SNAPSHOT, SETTINGS);
    expect(value).toMatchObject({ customers: 4, customersWithOrders: 3, revenueMinor: 2000 });
    expect(value.segments.map(({ segment }) => segment)).toEqual(["champions", "loyal"]);
    expect(value.segments[0]?.revenueShare).toBeCloseTo(0.8, 12);
    expect(value.segments[0]?.customerShare).toBeCloseTo(2 / 3, 12);
  });

  it("takes the interval over all from the segments: mean 666.67 of 900, 700 and 400", () => {
    const { revenuePerCustomerMinor, revenuePerCustomerInterval } = valueOverview(
      SNAPSHOT,
      SETTINGS,
    );
    expect(revenuePerCustomerMinor).toBeCloseTo(2000 / 3, 9);
    // s = 251.66, t(0.975, 2) = 4.27: 666.67 ± 620.5
    expect(revenuePerCustomerInterval?.[0]).toBeCloseTo(46.2, 0);
    expect(revenuePerCustomerInterval?.[1]).toBeCloseTo(1287.1, 0);
  });

  it("never lets an interval of revenue start below 0", () => {
    const wide = SNAPSHOT.segments.map((row) => ({ ...row, squaredDeviations: 1e9 }));
    const value = valueOverview({ ...SNAPSHOT, segments: wide }, SETTINGS);
    expect(value.revenuePerCustomerInterval?.[0]).toBe(0);
  });

  it("shows no interval for two customers", () => {
    const value = valueOverview(SNAPSHOT, SETTINGS);
    expect(value.segments[0]?.revenuePerCustomerInterval).toBeNull();
  });

  it("shows count and revenue of a segment of four, but no mean of theirs", () => {
    const of = (customers: number) => {
      const segments = SNAPSHOT.segments.map((row) => ({ ...row, customers }));
      return valueOverview({ ...SNAPSHOT, segments }, SETTINGS).segments[0];
    };
    expect(of(4)).toMatchObject({
      customers: 4,
      revenueMinor: 1600,
      revenuePerCustomerMinor: null,
      revenuePerCustomerInterval: null,
    });
    expect(of(5)?.revenuePerCustomerMinor).toBe(320);
    expect(of(5)?.revenuePerCustomerInterval).not.toBeNull();
  });

  it("has no share of a fifth that holds no whole customer", () => {
    const fifthOf = (customers: number) => {
      const concentration = concentrationRanks(customers).map((rank) => ({
        ...rank,
        revenueMinor: 100 * rank.customers,
      }));
      return valueOverview({ ...SNAPSHOT, concentration }, SETTINGS).concentration[20];
    };
    const none = { percent: 20, customers: 0, revenueMinor: null, revenueShare: null };
    expect(fifthOf(2)).toEqual(none);
    expect(fifthOf(4)).toEqual(none);
    expect(fifthOf(5)).toEqual({
      percent: 20,
      customers: 1,
      revenueMinor: 100,
      revenueShare: 0.2,
    });
  });

  it("prices a snapshot of before profit was stored with the rates of now", () => {
    const rates = { ...NO_RATES, marginRate: 0.5, costPerOrderMinor: 10 };
    const value = valueOverview(SNAPSHOT, { ...SETTINGS, rates });
    expect(value).toMatchObject({
      marginMinor: 1000,
      costToServeMinor: 80,
      profitMinor: 920,
      profitCurve: null,
    });
    expect(value.segments.map(({ profitMinor }) => profitMinor)).toEqual([740, 180]);
  });

  it("keeps to the rates it was computed with, whatever they are now", () => {
    const computed = { ...NO_RATES, marginRate: 0.5 };
    const economics = { ratesVersion: 3, rates: computed, concentration: [], peak: null };
    const segments = SNAPSHOT.segments.map((row) => ({
      ...row,
      ...(row.segment === "no_orders"
        ? {}
        : { marginMinor: row.revenueMinor / 2, profitMinor: row.revenueMinor / 2 }),
      profitSquaredDeviations: row.squaredDeviations / 4,
    }));
    const value = valueOverview(
      { ...SNAPSHOT, segments, economics },
      { ...SETTINGS, rates: { ...NO_RATES, marginRate: 0.9 } },
    );
    expect(value).toMatchObject({ rates: computed, profitMinor: 1000, costToServeMinor: null });
    expect(value.profitPerCustomerMinor).toBeCloseTo(1000 / 3, 9);
    // Half of the interval of revenue, without its floor at 0
    expect(value.profitPerCustomerInterval?.[0]).toBeCloseTo(23.1, 0);
    expect(value.profitPerCustomerInterval?.[1]).toBeCloseTo(643.5, 0);
  });

  it("spans the first and the last order and says what to doubt", () => {
    const value = valueOverview(SNAPSHOT, SETTINGS);
    expect(value).toMatchObject({ firstOrderedOn: "2026-01-05", lastOrderedOn: "2026-06-30" });
    expect(value.doubts).toEqual(["few_customers", "short_history"]);
  });

  it("has no number where nobody has ordered", () => {
    const nobody = SNAPSHOT.segments.filter(({ segment }) => segment === "no_orders");
    const value = valueOverview({ ...SNAPSHOT, segments: nobody, concentration: [] }, SETTINGS);
    expect(value).toMatchObject({
      revenuePerCustomerMinor: null,
      revenuePerCustomerInterval: null,
      gini: null,
      firstOrderedOn: null,
      segments: [],
      concentration: [],
    });
  });
});
