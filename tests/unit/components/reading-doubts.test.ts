import { describe, expect, it } from "vitest";
import { dateDoubt, decimalDoubt } from "#components/imports/reading-doubts.ts";

describe("dateDoubt", () => {
  it("asks nothing when every day can be read one way only", () => {
    expect(dateDoubt([["2025-03-04"], ["31.12.2025"]], ["orderedOn"])).toBeNull();
  });

  it("asks when day and month could be either, and knows no answer", () => {
    expect(dateDoubt([["03/04/2025"], ["05/06/2025"]], ["orderedOn"])).toEqual({
      example: "03/04/2025",
      suggested: null,
    });
  });

  it("suggests what the other rows speak for", () => {
    expect(dateDoubt([["03/04/2025"], ["25/12/2025"]], ["orderedOn"])?.suggested).toBe("dmy");
    expect(dateDoubt([["03/04/2025"], ["12/25/2025"]], ["orderedOn"])?.suggested).toBe("mdy");
  });

  it("looks at columns of days only", () => {
    expect(dateDoubt([["03/04/2025"]], ["channel"])).toBeNull();
    expect(dateDoubt([["03/04/2025"]], [null])).toBeNull();
  });
});

describe("decimalDoubt", () => {
  it("asks when a mark before three digits could part thousands or decimals", () => {
    expect(decimalDoubt([["1,234"]], ["amount"], "KWD")).toEqual({
      example: "1,234",
      suggested: null,
    });
  });

  it("suggests the only mark that makes an amount of the currency", () => {
    expect(decimalDoubt([["1.234"], ["11,50"]], ["amount"], "EUR")).toEqual({
      example: "1.234",
      suggested: ",",
    });
  });

  it("asks nothing about plain amounts", () => {
    expect(decimalDoubt([["1234.50"], ["12"]], ["amount"], "EUR")).toBeNull();
  });
});
