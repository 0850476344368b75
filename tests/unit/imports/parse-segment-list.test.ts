import { describe, expect, it } from "vitest";
import { parseSegmentList } from "#lib/imports/parse-segment-list.ts";
import type { ImportField, RowContext } from "#lib/imports/types.ts";

const COLUMNS: ImportField[] = ["segment", "customerExternalId", "customerEmail", "hasLeft"];
const CONTEXT: RowContext = {
  headers: ["segment", "customer", "email", "left"],
  currency: "EUR",
  timeZone: "UTC",
  latestOn: "2026-11-22",
  identify: () => "",
};

const parse = (...cells: string[]) => parseSegmentList({ line: 2, cells }, COLUMNS, CONTEXT);

describe("an entry of a segment list", () => {
  it("names a segment and a customer, who belongs to it", () => {
    expect(parse(" Landlords ", "C1", "", "")).toMatchObject({
      rows: [{ segment: "Landlords", customerExternalId: "C1", hasLeft: false, line: 2 }],
    });
  });

  it("lets the customer leave by a yes or a day", () => {
    const left = (text: string) => {
      const parsed = parse("Landlords", "C1", "", text);
      return "rows" in parsed ? parsed.rows[0]?.hasLeft : null;
    };
    expect(["yes", "no", "2026-03-01", ""].map(left)).toEqual([true, false, true, false]);
    expect(left("perhaps")).toBeNull();
  });

  it("is the same entry however the segment is spelt", () => {
    const number = (segment: string) => {
      const parsed = parse(segment, "C1", "", "");
      return "rows" in parsed ? parsed.rows[0]?.externalId : null;
    };
    expect(number("LANDLORDS")).toBe(number("landlords"));
    expect(number("Families")).not.toBe(number("Landlords"));
  });

  it("is rejected without a segment, and without a customer", () => {
    for (const segment of ["", "\u202e \u2066"])
      expect(parse(segment, "C1", "", "")).toMatchObject({ rejects: [{ column: "segment" }] });
    expect(parse("Landlords", "", "", "")).toMatchObject({ rejects: [{ column: "customer" }] });
  });
});
