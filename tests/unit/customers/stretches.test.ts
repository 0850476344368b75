import { describe, expect, it } from "vitest";
import { keyIn, stretchesAfter } from "#lib/customers/stretches.ts";

const ID = "01900000-0000-7000-8000-000000000001";
const byRevenue = { sort: "revenue", needsValue: false } as const;
const kinds = (stretches: ReturnType<typeof stretchesAfter>) => stretches.map(({ kind }) => kind);

describe("the list by revenue", () => {
  it("starts with the most, and ends with those not computed yet", () => {
    expect(kinds(stretchesAfter(null, byRevenue))).toEqual([
      "less_revenue",
      "without_orders",
      "not_computed",
    ]);
  });

  it("goes on among those with the same revenue first", () => {
    const stretches = stretchesAfter({ at: "revenue", revenueMinor: 900, id: ID }, byRevenue);
    expect(stretches[0]).toEqual({ kind: "equal_revenue", revenueMinor: 900, afterId: ID });
    expect(stretches[1]).toEqual({ kind: "less_revenue", thanMinor: 900 });
    expect(stretches).toHaveLength(4);
  });

  it("does not go back to a part already seen", () => {
    expect(kinds(stretchesAfter({ at: "no_orders", id: ID }, byRevenue))).toEqual([
      "without_orders",
      "not_computed",
    ]);
    expect(stretchesAfter({ at: "not_computed", id: ID }, byRevenue)).toEqual([
      { kind: "not_computed", beforeId: ID },
    ]);
  });

  it("leaves those not computed out of a segment", () => {
    expect(kinds(stretchesAfter(null, { ...byRevenue, needsValue: true }))).toEqual([
      "less_revenue",
      "without_orders",
    ]);
  });
});

describe("the list by number", () => {
  it("is one part", () => {
    const options = { sort: "number", needsValue: false } as const;
    expect(stretchesAfter({ at: "number", externalId: "C9" }, options)).toEqual([
      { kind: "by_number", afterNumber: "C9" },
    ]);
  });
});

describe("keyIn", () => {
  it("holds what the next page starts from", () => {
    const row = { id: ID, externalId: "C9", revenueMinor: 0 };
    const from = { kind: "less_revenue", thanMinor: null } as const;
    expect(keyIn(from, row)).toEqual({ at: "revenue", revenueMinor: 0, id: ID });
    expect(keyIn(from, { ...row, revenueMinor: null })).toEqual({ at: "no_orders", id: ID });
    expect(keyIn({ kind: "not_computed", beforeId: null }, row)).toEqual({
      at: "not_computed",
      id: ID,
    });
    expect(keyIn({ kind: "by_number", afterNumber: null }, row)).toEqual({
      at: "number",
      externalId: "C9",
    });
  });
});
