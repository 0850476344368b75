import { describe, expect, it } from "vitest";
import { permissionsOf, sensitiveFieldsOf } from "#lib/segments/rule-needs.ts";
import { Rule } from "#lib/segments/schema.ts";
import { soundsSensitive } from "#lib/segments/sensitive-names.ts";

const RULE = Rule.parse({
  all: [
    { field: "orders.days", op: ">=", value: 3 },
    { field: "orders.count", op: ">=", value: 3 },
    {
      none: [
        { field: "value.tier", op: "=", value: 1 },
        { field: "attributes.Gender", op: "=", value: "f" },
        { any: [{ field: "attributes.Gender", op: "known" }] },
        { field: "attributes.City", op: "known" },
      ],
    },
  ],
});

describe("a rule", () => {
  it("needs each permission that its fields need, once", () => {
    expect(permissionsOf(RULE)).toEqual(["order:read", "value:read", "customer:personal"]);
  });

  it("tells which sensitive attributes it asks, wherever they stand", () => {
    expect(sensitiveFieldsOf(RULE, new Map())).toEqual(["attributes.Gender"]);
    expect(sensitiveFieldsOf(RULE, new Map([["Gender", false]]))).toEqual([]);
  });
});

describe("the name of an attribute", () => {
  it.each([
    ...["Gender", "customer_sex", "Geschlecht", "Age", "ageGroup", "Date of birth", "Religion"],
    ...["health status", "Santé", "ethnicity", "Nationalität", "Género", "social class"],
    ...["Gesundheitszustand", "trade union", "disability", "Einkommen", "KonfessionKürzel"],
  ])("%s sounds sensitive", (name) => {
    expect(soundsSensitive(name)).toBe(true);
  });

  it.each([
    ...["City", "agency", "Sussex", "language", "classic plan", "newsletter", "unionised-tariff"],
    ...["page views", "加入日", "1", "classification"],
  ])("%s does not", (name) => {
    expect(soundsSensitive(name)).toBe(false);
  });
});
