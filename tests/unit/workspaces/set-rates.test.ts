import { describe, expect, it } from "vitest";
import { SetRates } from "#lib/workspaces/schema.ts";

const fieldsOf = (input: object) =>
  SetRates.safeParse(input).error?.issues.map((issue) => issue.path.join("."));

describe("SetRates", () => {
  it("reads a percentage as a rate from 0 to 1, with point or comma", () => {
    expect(SetRates.parse({ marginPercent: "37.5", costPerOrder: "3,20" })).toEqual({
      marginRate: 0.375,
      costPerOrder: 3.2,
    });
  });

  it("takes an empty field for not set, and 0 for 0", () => {
    expect(SetRates.parse({ marginPercent: "", costPerOrder: " " })).toEqual({
      marginRate: null,
      costPerOrder: null,
    });
    expect(SetRates.parse({ marginPercent: "0", costPerOrder: "0" }).marginRate).toBe(0);
  });

  it.each(["101", "-1", "forty", "1e2", "1.234,5"])("refuses a margin of %s", (marginPercent) => {
    expect(fieldsOf({ marginPercent, costPerOrder: "" })).toEqual(["marginPercent"]);
  });

  it("refuses a cost that is no amount", () => {
    expect(fieldsOf({ marginPercent: "", costPerOrder: "€3" })).toEqual(["costPerOrder"]);
  });
});
