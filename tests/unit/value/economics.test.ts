import { describe, expect, it } from "vitest";
import { costStates, economicsOf, ratesKey } from "#lib/value/economics.ts";

const sales = { revenueMinor: 10_000, orderCount: 3 };
const NO_RATES = {
  marginRate: null,
  costPerOrderMinor: null,
  costPerReturnMinor: null,
  costPerContactMinor: {},
};

describe("economicsOf", () => {
  it("is revenue by margin less the cost of each order", () => {
    expect(economicsOf(sales, { marginRate: 0.4, costPerOrderMinor: 500 })).toEqual({
      marginMinor: 4_000,
      costToServeMinor: 1_500,
      profitMinor: 2_500,
    });
  });

  it("may be a loss", () => {
    expect(economicsOf(sales, { marginRate: 0.1, costPerOrderMinor: 500 }).profitMinor).toBe(-500);
  });

  it("has no cost to serve where none is set, and takes nothing from profit", () => {
    expect(economicsOf(sales, { marginRate: 0.4, costPerOrderMinor: null })).toEqual({
      marginMinor: 4_000,
      costToServeMinor: null,
      profitMinor: 4_000,
    });
  });

  it("knows a cost of 0, which is set", () => {
    expect(economicsOf(sales, { marginRate: 0.4, costPerOrderMinor: 0 }).costToServeMinor).toBe(0);
  });

  it("has no profit until the margin is set, and the cost all the same", () => {
    expect(economicsOf(sales, { marginRate: null, costPerOrderMinor: 500 })).toEqual({
      marginMinor: null,
      costToServeMinor: 1_500,
      profitMinor: null,
    });
  });

  it("rounds half a unit up", () => {
    const { marginMinor } = economicsOf(
      { revenueMinor: 5, orderCount: 1 },
      { ...NO_RATES, marginRate: 0.5 },
    );
    expect(marginMinor).toBe(3);
  });
});

describe("costStates", () => {
  it("names every cost that is not set", () => {
    expect(costStates(NO_RATES)).toEqual({
      order: "not_set",
      return: "not_set",
      contact: "not_set",
    });
  });

  it("tells a cost that is counted from one that is no part of this profit", () => {
    const rates = { marginRate: 0.4, costPerOrderMinor: 0, costPerReturnMinor: 640 };
    expect(costStates({ ...rates, costPerContactMinor: { phone: 450 } })).toEqual({
      order: "counted",
      return: "not_counted",
      contact: "not_counted",
    });
  });
});

describe("ratesKey", () => {
  it("differs where a stored number would", () => {
    const keys = [NO_RATES, { ...NO_RATES, marginRate: 0 }, { ...NO_RATES, costPerOrderMinor: 0 }];
    expect(new Set(keys.map(ratesKey)).size).toBe(3);
  });
});
