import { describe, expect, it } from "vitest";
import { profitOf } from "#lib/value/profit.ts";

const sales = { revenueMinor: 10_000, orderCount: 3 };

describe("profitOf", () => {
  it("is revenue by margin less the cost of each order", () => {
    expect(profitOf(sales, { marginRate: 0.4, costPerOrderMinor: 500 })).toBe(2_500);
  });

  it("may be a loss", () => {
    expect(profitOf(sales, { marginRate: 0.1, costPerOrderMinor: 500 })).toBe(-500);
  });

  it("counts no cost where none is set", () => {
    expect(profitOf(sales, { marginRate: 0.4, costPerOrderMinor: null })).toBe(4_000);
  });

  it("is not known until the margin is set", () => {
    expect(profitOf(sales, { marginRate: null, costPerOrderMinor: 500 })).toBeNull();
  });
});
