import { describe, expect, it } from "vitest";
import { historicCost, historicValue, splitPurchases, summarisePurchases } from "#lib/clv/index.ts";
import type { PurchaseColumns } from "#lib/clv/types.ts";

function columnsOf(
  rows: readonly [customer: number, day: number, amount: number][],
): PurchaseColumns {
  return {
    customers: Int32Array.from(rows, ([customer]) => customer),
    days: Int32Array.from(rows, ([, day]) => day),
    amounts: Float64Array.from(rows, ([, , amount]) => amount),
  };
}

const PURCHASES = columnsOf([
  [0, 3, 10],
  [0, 5, 20],
  [0, 5, 4],
  [0, 12, 40],
  [1, 19, 7],
  [4, 21, 9],
  [5, 3, 1],
  [5, 3, 1],
  [5, 8, 0],
  [5, 9, 30],
]);

describe("summarisePurchases", () => {
  it("counts purchase days after the first, up to the cut-off", () => {
    const { history, customers } = summarisePurchases(PURCHASES, 20);
    expect([...customers]).toEqual([0, 1, 5]);
    expect([...history.repeats]).toEqual([2, 0, 2]);
    expect([...history.lastDays]).toEqual([9, 0, 6]);
    expect([...history.ageDays]).toEqual([17, 1, 17]);
    // A purchase without an amount counts as one, and not for the mean.
    expect([...history.meanSpend]).toEqual([32, 0, 30]);
  });

  it("has nobody before the first purchase, or without any (inputs)", () => {
    expect(summarisePurchases(PURCHASES, 2).history.repeats).toHaveLength(0);
    expect(summarisePurchases(columnsOf([]), 20).history.repeats).toHaveLength(0);
  });
});

describe("splitPurchases", () => {
  it("keeps what came after the split apart, for who was known then", () => {
    const { split, customers } = splitPurchases(PURCHASES, 8, 20);
    expect([...customers]).toEqual([0, 5]);
    expect([...split.calibration.repeats]).toEqual([1, 1]);
    expect([...split.holdoutPurchases]).toEqual([1, 1]);
    expect([...split.holdoutSpend]).toEqual([40, 30]);
    expect(split).toMatchObject({ calibrationDays: 5, holdoutDays: 12 });
    // Days 5, 8 and 9 are in the week from day 3 on, day 12 in the next.
    expect([...split.weeklyRepeats]).toEqual([3, 1, 0]);
  });
});

describe("historicValue", () => {
  const options = { asOfDay: 1000, marginRate: 0.5, costPerPurchase: 0, discountRateAnnual: 0 };
  const purchases = {
    customers: Int32Array.of(0, 0, 2),
    days: Int32Array.of(0, 1000, 1001),
    amounts: Float64Array.of(100, 50, 7),
  };

  it("adds up contributions up to the day (correctness)", () => {
    expect([...historicValue(purchases, 3, options)]).toEqual([75, 0, 0]);
    expect([...historicValue(purchases, 3, { ...options, costPerPurchase: 30 })]).toEqual([
      15, 0, 0,
    ]);
  });

  it("lets them grow at a rate, 1,000 days at 10 % a year by 1.1 to the 2.738th", () => {
    const [grown] = historicValue(purchases, 3, { ...options, discountRateAnnual: 0.1 });
    expect(grown).toBeCloseTo(50 * 1.1 ** (1000 / 365.25) + 25, 9);
  });
});

describe("historicCost", () => {
  const costs = {
    customers: Int32Array.of(0, 0, 2, 2),
    days: Int32Array.of(0, 1000, 999, 1001),
    costs: Float64Array.of(10, 5, 3, 8),
  };
  const firstDays = Int32Array.of(0, 0, 1000);

  it("adds up costs from the first day as a customer up to the day (correctness)", () => {
    const options = { asOfDay: 1000, discountRateAnnual: 0 };
    expect([...historicCost(costs, firstDays, options)]).toEqual([15, 0, 0]);
    expect([...historicCost(costs, Int32Array.of(999, 0, 999), options)]).toEqual([5, 0, 3]);
  });

  it("lets them grow as value does, so that both are of one day (consistency)", () => {
    const options = { asOfDay: 1000, discountRateAnnual: 0.1 };
    const { customers, days, costs: amounts } = costs;
    const value = historicValue({ customers, days, amounts }, 1, {
      ...{ ...options, marginRate: 1, costPerPurchase: 0 },
    });
    expect(historicCost(costs, Int32Array.of(0, 0, 0), options)[0]).toBeCloseTo(value[0] ?? 0, 12);
    const [yearAgo] = historicCost(
      {
        ...{ customers: Int32Array.of(0, 0), days: Int32Array.of(0, 1461) },
        costs: Float64Array.of(10, 5),
      },
      Int32Array.of(0),
      { asOfDay: 1461, discountRateAnnual: 0.1 },
    );
    expect(yearAgo).toBeCloseTo(10 * 1.1 ** 4 + 5, 9);
  });
});
