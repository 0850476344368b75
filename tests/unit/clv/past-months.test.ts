import { describe, expect, it } from "vitest";
import { RENEWAL_PERIODS, RUNS_ON } from "#lib/clv/types.ts";
import { pastOfContracts, pastOfPurchases } from "#lib/clv-runs/past-months.ts";
import type { ContactColumns, ContractInput, PurchaseInput } from "#lib/clv-runs/run-input.ts";

const TERMS = {
  ...{
    contacts: null,
    retentionCostPerWeek: 0,
    customerCount: 3,
    cutoffDay: 100,
    horizonWeeks: 100,
    discountRateAnnual: 0,
  },
  ...{ marginRate: 0.5, tierCuts: { by: "customers" as const, tiers: [] }, unit: 100, seed: 1 },
  doubts: [],
};

type Order = readonly [customer: number, day: number, amount: number];

function ordered(rows: readonly Order[], terms: Partial<PurchaseInput> = {}): PurchaseInput {
  const purchases = {
    customers: Int32Array.from(rows, ([customer]) => customer),
    days: Int32Array.from(rows, ([, day]) => day),
    amounts: Float64Array.from(rows, ([, , amount]) => amount),
  };
  return { ...TERMS, basis: "orders", model: "auto", costPerOrder: 0, purchases, ...terms };
}

/** One contact of the first customer on each of the days, at 3.00. */
function contactsOn(...days: number[]): ContactColumns {
  const ones = () => new Int32Array(days.length).fill(1);
  return {
    ...{ customers: new Int32Array(days.length), days: Int32Array.from(days) },
    ...{ contacts: ones(), priced: ones() },
    ...{ costs: Float64Array.from(days, () => 3), squares: Float64Array.from(days, () => 9) },
  };
}

const ORDERS: readonly Order[] = [
  [0, 1, 10],
  [0, 70, 40],
  [1, 69, 20],
];

describe("what came before the cut-off, by orders", () => {
  it("is counted in months back from it, of margin, and only as whole months are known", () => {
    expect(pastOfPurchases(ordered(ORDERS))).toEqual([
      { month: -2, actualMinor: 0 },
      { month: -1, actualMinor: 1000 },
      { month: 0, actualMinor: 2000 },
    ]);
  });

  it("is less what orders cost, and contacts with who was a customer by then", () => {
    const contacts = contactsOn(0, 75, 101);
    expect(pastOfPurchases(ordered(ORDERS, { costPerOrder: 1, contacts }))).toEqual([
      { month: -2, actualMinor: 0 },
      { month: -1, actualMinor: 900 },
      { month: 0, actualMinor: 1600 },
    ]);
  });

  it("is a year at most, and adds up to what was bought in it", () => {
    const rows = Array.from({ length: 800 }, (_, day): Order => [0, day, 2]);
    const past = pastOfPurchases(ordered(rows, { cutoffDay: 799, marginRate: 1 }));
    expect(past.map(({ month }) => month)).toEqual(Array.from({ length: 12 }, (_, i) => i - 11));
    // 365.25 days hold 366 of a purchase each, the first of them at a quarter of a day after they begin.
    expect(past.reduce((sum, { actualMinor }) => sum + actualMinor, 0)).toBe(366 * 200);
  });

  it("is not told where there is no order, or none for a month", () => {
    expect(pastOfPurchases(ordered([]))).toEqual([]);
    expect(pastOfPurchases(ordered([[0, 90, 10]]))).toEqual([]);
  });
});

describe("what came before the cut-off, by contracts", () => {
  const MONTH = RENEWAL_PERIODS.indexOf("month");
  const held = (prices: readonly number[], periods = prices.map(() => MONTH)): ContractInput => ({
    ...{ ...TERMS, basis: "contracts", model: "sbg" },
    contracts: {
      customers: Int32Array.from(prices, (_, i) => i),
      starts: Int32Array.from(prices, () => 0),
      ends: Int32Array.from(prices, () => RUNS_ON),
      periods: Int32Array.from(periods),
      prices: Float64Array.from(prices),
    },
  });

  it("is every period begun at its price, of contracts that renew alike", () => {
    // From 1 January 1970 by the month, on days 0, 31, 59 and 90: one in each of the three months up to day 100.
    const past = pastOfContracts(held([10, 99], [MONTH, MONTH + 1]), "month");
    expect(past).toEqual([-2, -1, 0].map((month) => ({ month, actualMinor: 500 })));
  });

  it("adds up contracts of the same days, and ends with the one that ends", () => {
    const { contracts, ...terms } = held([10, 20, 40]);
    // The last is over on day 60, after its third month has begun on day 59.
    const ends = Int32Array.of(RUNS_ON, RUNS_ON, 60);
    const past = pastOfContracts({ ...terms, contracts: { ...contracts, ends } }, "month");
    expect(past.map(({ actualMinor }) => actualMinor)).toEqual([3500, 3500, 1500]);
  });

  it("is not told where a price is not known", () => {
    expect(pastOfContracts(held([10, Number.NaN]), "month")).toEqual([]);
  });
});
