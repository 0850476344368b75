import { describe, expect, it } from "vitest";
import { inferAttributeType, readNumber, readYesNo } from "#lib/customers/attributes.ts";
import { customersAddress } from "#lib/customers/filter.ts";

const facts = { filled: 100, distinct: 50, numbers: 0, days: 0, yesNos: 0 };

describe("the type of an attribute", () => {
  it.each([
    ["number", { numbers: 100 }],
    ["text", { numbers: 99 }],
    ["day", { days: 100 }],
    ["yes_no", { yesNos: 100, distinct: 2 }],
    ["yes_no", { yesNos: 100, numbers: 100, distinct: 2 }],
    ["choice", { distinct: 20 }],
    ["text", { distinct: 21 }],
    ["text", { filled: 3, distinct: 3 }],
    ["text", { filled: 0, distinct: 0 }],
  ] as const)("is %s for %j", (type, some) => {
    expect(inferAttributeType({ ...facts, ...some })).toBe(type);
  });

  it("reads values as files write them", () => {
    expect(["7,5", " -2 ", "1e5", "12 kg", "+3"].map(readNumber)).toEqual([7.5, -2, null, null, 3]);
    expect(["Ja", "NO", "maybe", "1"].map(readYesNo)).toEqual([true, false, null, true]);
  });
});

describe("a filter by attributes", () => {
  it("stands in the address and is read back", () => {
    const query = {
      ...customersAddress.usual,
      attributes: [
        { name: "Visits", kind: "numbers", from: "3", to: null },
        { name: "Last seen", kind: "days", from: null, to: "2026-01-31" },
        { name: "Member", kind: "yes_no", values: ["no"] },
        { name: "a.b&c", kind: "values", values: ["x", "y=z"] },
        { name: "Note", kind: "contains", text: "blue" },
      ],
    } as const;
    const written = customersAddress.write(query);
    expect(customersAddress.read(new URLSearchParams(written))).toEqual(query);
  });

  it.each([
    "attribute.min.V=many",
    "attribute.from.D=2026-13-01",
    "attribute.yn.M=perhaps",
    "attribute.is.C=",
    "attribute.zz.C=1",
  ])("leaves out %s", (said) => {
    expect(customersAddress.read(new URLSearchParams(said)).attributes).toEqual([]);
  });
});
