import { describe, expect, it } from "vitest";
import { askedAttribute, askForAttribute, customersAddress } from "#lib/customers/filter.ts";

describe("what an address asks the customers list for", () => {
  it("is read, trimmed", () => {
    const query = customersAddress.read({
      search: "  Ana ",
      segment: ["at_risk", "champions"],
      lastOrderFrom: "2026-01-02",
      revenueAtLeast: "1000,5",
      monetary: "5",
      firstOrderFrom: "2026-01-01",
      firstOrderTo: "2026-01-31",
      bestByProfit: "25",
      sort: "number",
      columns: "orders",
    });
    expect(query).toEqual({
      search: "Ana",
      segments: ["champions", "at_risk"],
      lastOrder: { from: "2026-01-02", to: null },
      revenueAtLeast: 1000.5,
      recency: [],
      frequency: [],
      monetary: ["5"],
      profit: [],
      firstOrder: { from: "2026-01-01", to: "2026-01-31" },
      ordered: { from: null, to: null },
      bestByRevenue: null,
      bestByProfit: 25,
      madeBy: "",
      moved: "",
      mayUseFor: [],
      attributes: [],
      sort: "number",
      columns: ["orders"],
      view: "",
    });
    expect(customersAddress.countFilters(query)).toBe(7);
  });

  it("is not what nobody knows, and that can be told", () => {
    const said = { segment: "vip", sort: "luck", lastOrderTo: "31.12.2026", revenueAtLeast: "-1" };
    expect(customersAddress.read(said)).toEqual(customersAddress.usual);
    expect(customersAddress.unknown(said)).toEqual([
      { field: "segment", value: "vip" },
      { field: "lastOrderTo", value: "31.12.2026" },
      { field: "revenueAtLeast", value: "-1" },
    ]);
  });
});

describe("an attribute to filter by", () => {
  it("is asked for beside the filters, and is none of them", () => {
    const query = { ...customersAddress.usual, search: "Ana" };
    const said = Object.fromEntries(new URLSearchParams(askForAttribute(query, "City & town")));
    expect(askedAttribute(said)).toBe("City & town");
    expect(customersAddress.read(said)).toEqual(query);
    expect(askedAttribute({})).toBe("");
  });
});

describe("customersAddress.write", () => {
  it("leaves the defaults out", () => {
    expect(customersAddress.write(customersAddress.usual)).toBe("");
  });

  it("gives back the query it was made from", () => {
    const query = {
      ...customersAddress.usual,
      search: "a&b=ü",
      segments: ["loyal", "no_orders"] as const,
      lastOrder: { from: null, to: "2026-02-28" },
      sort: "number" as const,
      columns: [],
    };
    const params = new URLSearchParams(customersAddress.write(query, "key"));
    expect(customersAddress.read(params)).toEqual(query);
    expect(params.get("after")).toBe("key");
  });
});
