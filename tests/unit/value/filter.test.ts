import { describe, expect, it } from "vitest";
import { sortSegments, valueAddress } from "#lib/value/filter.ts";
import type { SegmentValue } from "#lib/value/types.ts";
import { smallOverview } from "#tests/support/value-overview.ts";

function segment(name: SegmentValue["segment"], over: Partial<SegmentValue>): SegmentValue {
  const [usual] = smallOverview().segments;
  if (!usual) throw new Error("The small overview has a segment");
  return { ...usual, segment: name, ...over };
}

const SEGMENTS = [
  segment("loyal", { revenueMinor: 900, profitMinor: -40, profitPerCustomerMinor: -8 }),
  segment("champions", { revenueMinor: 500, profitMinor: 200, profitPerCustomerMinor: 40 }),
  segment("new", { revenueMinor: 700, profitMinor: null, profitPerCustomerMinor: null }),
];
const sorted = (params: Record<string, string>) =>
  sortSegments(SEGMENTS, valueAddress.read(params)).map((each) => each.segment);

describe("the query of a Value page", () => {
  it("is profit, by revenue, when nothing is said, and then stands in no address", () => {
    expect(valueAddress.read({})).toEqual({
      ...{ measure: "profit", sort: "revenue" },
      ...{ segment: "", month: "" },
    });
    expect(valueAddress.write(valueAddress.read({ sort: "nonsense" }))).toBe("");
    const asked = { measure: "revenue", sort: "profit", segment: "", month: "2026-08" } as const;
    expect(valueAddress.write(asked)).toBe("?measure=revenue&sort=profit&month=2026-08");
  });

  it("sorts from most to least, what is not known last", () => {
    expect(sorted({})).toEqual(["loyal", "new", "champions"]);
    expect(sorted({ sort: "profit" })).toEqual(["champions", "loyal", "new"]);
    expect(sorted({ sort: "each" })).toEqual(["champions", "loyal", "new"]);
  });
});
