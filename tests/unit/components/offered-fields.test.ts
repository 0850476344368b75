import { describe, expect, it } from "vitest";
import { offeredFields } from "#components/segments/offered-fields.ts";
import { offeredOperators } from "#components/segments/offered-operators.ts";
import type { FieldChoice } from "#lib/segments/field-choice.ts";
import { fieldGroup } from "#lib/segments/field-groups.ts";
import { FIELDS, OPERATORS_OF } from "#lib/segments/fields.ts";

const choice = (id: string, more: Partial<FieldChoice> = {}): FieldChoice => ({
  ...{ id, label: `the ${id}`, type: "number", unit: null, isSensitive: false },
  ...{ choices: [], labels: {}, samples: [], ...more },
});

describe("the fields that a condition may ask", () => {
  it("stand under what they are about, each once, and in their order there", () => {
    const shown = [...FIELDS.map(({ id }) => choice(id)), choice("attributes.orders")];
    const groups = offeredFields(shown, (group) => group);
    expect(groups.map(({ label }) => label)).toEqual([
      ...["orders", "rfm", "value", "complaints", "feedback", "contacts", "needs", "customer"],
      "attributes",
    ]);
    const ids = (name: string) =>
      groups.find(({ label }) => label === name)?.options.map(({ value }) => value);
    expect(ids("feedback")).toEqual(["signals.lastScore", "signals.count"]);
    expect(ids("customer")).toEqual(["customer.since", "consent"]);
    expect(ids("attributes")).toEqual(["attributes.orders"]);
    const offered = groups.flatMap(({ options }) => options.map(({ value }) => value));
    expect(offered.toSorted()).toEqual(shown.map(({ id }) => id).toSorted());
  });

  it("leave out a heading of which nothing is shown", () => {
    const groups = offeredFields([choice("orders.days")], (group) => group);
    expect(groups).toMatchObject([
      { label: "orders", options: [{ value: "orders.days", label: "the orders.days" }] },
    ]);
  });

  it("all belong to a heading of their own name, but for feedback, contacts and consent", () => {
    const renamed = FIELDS.filter(({ id }) => fieldGroup(id) !== id.split(".")[0]);
    expect(new Set(renamed.map(({ id }) => id.split(".")[0]))).toEqual(
      new Set(["signals", "interactions", "consent"]),
    );
  });
});

describe("the operators of a field", () => {
  const days = choice("orders.days", { unit: "count" });

  it("do not ask whether a count is known, which it always is", () => {
    const counts = FIELDS.filter(({ unit }) => unit === "count");
    expect(counts.map(({ id }) => id)).toContain("complaints.open");
    for (const { id, type, unit } of counts) {
      const offered = offeredOperators(">=", choice(id, { type, unit }));
      expect(offered).toEqual(["=", "!=", "<", "<=", ">", ">=", "between", "in"]);
    }
  });

  it("keep the one that stands there, in a rule that asks it all the same", () => {
    expect(offeredOperators("unknown", days).at(-1)).toBe("unknown");
    expect(offeredOperators("unknown", days)).not.toContain("known");
    expect(offeredOperators("contains", undefined)).toEqual(["contains"]);
  });

  it("ask it of what may not be known, and leave out what does not fit named values", () => {
    expect(offeredOperators("=", choice("orders.amount", { unit: "money" }))).toEqual(
      OPERATORS_OF.number,
    );
    const tier = choice("value.tier", { unit: "points", labels: { 1: "Gold" }, choices: ["1"] });
    expect(offeredOperators("=", tier)).not.toContain("between");
    const cell = choice("rfm.cell", { type: "text", choices: ["111"] });
    expect(offeredOperators("=", cell)).toEqual(["=", "!=", "in", "known", "unknown"]);
  });
});
