import { describe, expect, it } from "vitest";
import { customerQuery, isFiltered, parseCustomerFilter } from "#lib/customers/filter.ts";

describe("parseCustomerFilter", () => {
  it("reads what an address says", () => {
    const filter = parseCustomerFilter({ search: "  Ana ", segment: "at_risk", sort: "number" });
    expect(filter).toEqual({ search: "Ana", segment: "at_risk", sort: "number" });
  });

  it("takes what it does not know for not said", () => {
    const filter = parseCustomerFilter({ search: ["a", "b"], segment: "vip", sort: "luck" });
    expect(filter).toEqual({ search: "", segment: null, sort: "revenue" });
    expect(isFiltered(filter)).toBe(false);
  });

  it("cuts a search longer than any name", () => {
    expect(parseCustomerFilter({ search: "x".repeat(999) }).search).toHaveLength(200);
  });
});

describe("customerQuery", () => {
  it("leaves the defaults out", () => {
    expect(customerQuery({ search: "", segment: null, sort: "revenue" })).toBe("");
  });

  it("gives back the filter it was made from", () => {
    const filter = { search: "a&b=ü", segment: "no_orders", sort: "number" } as const;
    const params = Object.fromEntries(new URLSearchParams(customerQuery(filter, "key")));
    expect(parseCustomerFilter(params)).toEqual(filter);
    expect(params["after"]).toBe("key");
  });
});
