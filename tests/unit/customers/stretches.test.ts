import { describe, expect, it } from "vitest";
import { keyIn, stretchesAfter } from "#lib/customers/stretches.ts";
import { CUSTOMER_RANKINGS } from "#lib/customers/types.ts";

const ID = "01900000-0000-7000-8000-000000000001";
const kinds = (stretches: ReturnType<typeof stretchesAfter>) => stretches.map(({ kind }) => kind);

describe.each(CUSTOMER_RANKINGS)("the list by %s", (sort) => {
  const ranked = { sort, needsValue: false };

  it("starts with those who have an amount, and ends with those not computed yet", () => {
    expect(kinds(stretchesAfter(null, ranked))).toEqual([
      "next_amounts",
      "no_amount",
      "not_computed",
    ]);
  });

  it("goes on among those with the same amount first", () => {
    const stretches = stretchesAfter({ at: sort, amountMinor: 900, id: ID }, ranked);
    expect(stretches[0]).toEqual({ kind: "equal_amount", by: sort, amountMinor: 900, afterId: ID });
    expect(stretches[1]).toEqual({ kind: "next_amounts", by: sort, afterMinor: 900 });
    expect(stretches).toHaveLength(4);
  });

  it("does not go back to a part already seen", () => {
    expect(kinds(stretchesAfter({ at: "no_amount", id: ID }, ranked))).toEqual([
      "no_amount",
      "not_computed",
    ]);
    expect(stretchesAfter({ at: "not_computed", id: ID }, ranked)).toEqual([
      { kind: "not_computed", beforeId: ID },
    ]);
  });

  it("leaves those not computed out of a segment", () => {
    expect(kinds(stretchesAfter(null, { ...ranked, needsValue: true }))).toEqual([
      "next_amounts",
      "no_amount",
    ]);
  });

  it("starts anew with a key of another order", () => {
    const other = sort === "revenue" ? "profit" : "revenue";
    expect(stretchesAfter({ at: other, amountMinor: 900, id: ID }, ranked)).toEqual(
      stretchesAfter(null, ranked),
    );
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
    const row = { id: ID, externalId: "C9", revenueMinor: 0, profitMinor: -5 };
    const from = { kind: "next_amounts", by: "revenue", afterMinor: null } as const;
    expect(keyIn(from, row)).toEqual({ at: "revenue", amountMinor: 0, id: ID });
    expect(keyIn(from, { ...row, revenueMinor: null })).toEqual({ at: "no_amount", id: ID });
    for (const by of ["profit", "least_profit"] as const) {
      expect(keyIn({ ...from, by }, row)).toEqual({ at: by, amountMinor: -5, id: ID });
      expect(keyIn({ ...from, by }, { ...row, profitMinor: null })).toEqual({
        at: "no_amount",
        id: ID,
      });
    }
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
