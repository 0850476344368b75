import { describe, expect, it } from "vitest";
import { paybackOf } from "#lib/bridge/payback.ts";

const MONTHS = [
  { month: 0, profitMinor: 400 },
  { month: 1, profitMinor: 200 },
  { month: 2, profitMinor: 200 },
];

describe("the payback of a cost", () => {
  it("is the first month whose end the earnings of each come to the cost", () => {
    const ages = [{ months: 3, customers: 20 }];
    expect(paybackOf(25, MONTHS, ages)).toEqual({ kind: "after", months: 2, n: 20 });
    expect(paybackOf(20, MONTHS, ages)).toEqual({ kind: "after", months: 1, n: 20 });
    expect(paybackOf(41, MONTHS, ages)).toEqual({ kind: "not_yet", months: 3, n: 20 });
  });

  it("counts in each month only who was there through all of it", () => {
    const ages = [
      { months: 1, customers: 30 },
      { months: 2, customers: 10 },
    ];
    const months = [
      { month: 0, profitMinor: 400 },
      { month: 1, profitMinor: 100 },
    ];
    // 400 of 40 and 100 of 10: 10 each in both months.
    expect(paybackOf(20, months, ages)).toEqual({ kind: "after", months: 2, n: 10 });
  });

  it("is not told of fewer than ten customers, nor of no cost", () => {
    expect(paybackOf(5, MONTHS, [{ months: 3, customers: 9 }])).toEqual({ kind: "too_few" });
    expect(paybackOf(null, MONTHS, [{ months: 3, customers: 20 }])).toEqual({ kind: "too_few" });
    expect(paybackOf(0, MONTHS, [{ months: 3, customers: 20 }])).toEqual({ kind: "too_few" });
    expect(paybackOf(5, [], [])).toEqual({ kind: "too_few" });
  });

  it("takes a month without an order as one that earned nothing", () => {
    const months = [{ month: 2, profitMinor: 200 }];
    expect(paybackOf(10, months, [{ months: 3, customers: 20 }])).toEqual({
      ...{ kind: "after", months: 3, n: 20 },
    });
  });
});
