import { describe, expect, it } from "vitest";
import { ImportMapping, importMappingFor } from "#lib/imports/schema.ts";
import type { ImportKind } from "#lib/imports/types.ts";

const ORDER = { id: "customerExternalId", day: "orderedOn", sum: "amount" };

function problemsOf(kind: ImportKind, mapping: unknown): string[] {
  const parsed = importMappingFor(kind).safeParse(mapping);
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
}

describe("a mapping", () => {
  it("is taken when it names fields, formats and a currency", () => {
    const mapping = { columns: ORDER, dateFormat: "dmy", decimalSeparator: ",", currency: "EUR" };
    expect(ImportMapping.parse(mapping)).toEqual(mapping);
    expect(problemsOf("orders", mapping)).toEqual([]);
    expect(problemsOf("orders", { columns: { ...ORDER, day: "orderedAt" } })).toEqual([]);
    expect(
      problemsOf("customers", { columns: { nr: "externalId", c: "attributes.City" } }),
    ).toEqual([]);
  });

  it("names a source as it is kept, and none by what would not be kept", () => {
    const source = " Shop \u202e  orders ";
    expect(ImportMapping.parse({ source })).toMatchObject({ source: "Shop orders" });
    for (const none of [" ", "\u202e", "\u2066 \u2069"])
      expect(problemsOf("orders", { source: none })).toHaveLength(1);
  });

  it("may name no column, to say only how dates are written", () => {
    expect(problemsOf("orders", { columns: {}, dateFormat: "mdy" })).toEqual([]);
  });

  it("may say which of the first ten rows holds the headers", () => {
    expect(problemsOf("orders", { columns: {}, headerRow: 10 })).toEqual([]);
    for (const headerRow of [0, 11, 1.5, "2"])
      expect(problemsOf("orders", { columns: {}, headerRow })[0]).toBe(
        "The header row is a whole number from 1 to 10.",
      );
  });

  it("is refused when it leaves out a required field", () => {
    expect(problemsOf("orders", { columns: { id: "customerExternalId" } })).toEqual([
      "Say which column holds the order date or the order time.",
      "Say which column holds the amount.",
    ]);
    expect(problemsOf("customers", { columns: { a: "email" } })).toEqual([
      "Say which column holds the customer number.",
    ]);
  });

  it("is refused when two columns hold one field", () => {
    expect(problemsOf("orders", { columns: { ...ORDER, total: "amount" } })).toEqual([
      "Two columns hold the amount. Choose one.",
    ]);
  });

  it("is refused for a field that is none, or of the other kind", () => {
    expect(problemsOf("orders", { columns: { ...ORDER, x: "prize" } })[0]).toMatch(
      /^"prize" is not a field of orders\. Use one of: orderExternalId, /,
    );
    expect(problemsOf("orders", { columns: { ...ORDER, x: "email" } })[0]).toMatch(
      /^"email" is not a field of orders\./,
    );
  });

  it.each(["attributes.", `attributes.${"x".repeat(61)}`, "attributes. x"])(
    "is refused for the attribute name in %j",
    (field) => {
      expect(problemsOf("customers", { columns: { id: "externalId", x: field } })).toHaveLength(1);
    },
  );

  it.each([
    [{ dateFormat: "european" }, "The date format is ymd, dmy or mdy."],
    [{ decimalSeparator: ";" }, "The decimal separator is a point or a comma."],
    [{ currency: "EURO" }, "The currency is a three-letter ISO code, such as EUR."],
    [{ columns: [] }, "Say for each header which field it holds."],
  ])("is refused for %j", (part, message) => {
    expect(problemsOf("orders", { columns: ORDER, ...part })).toEqual([message]);
  });

  it("is refused for settings that do not exist", () => {
    expect(problemsOf("orders", { columns: ORDER, timezone: "UTC" })).toHaveLength(1);
  });
});
