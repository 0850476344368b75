import { describe, expect, it } from "vitest";
import { Rule } from "#lib/segments/schema.ts";

/** What is said of a rule that is refused: each fault with its path. */
function faultsOf(rule: unknown): string[] {
  const parsed = Rule.safeParse(rule);
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

function only(field: string, op: string, value?: unknown) {
  return { all: [value === undefined ? { field, op } : { field, op, value }] };
}

/** Groups of `all`, one inside the other, with a condition at the bottom. */
function nested(groups: number): unknown {
  let part: unknown = { field: "orders.days", op: ">=", value: 1 };
  for (let depth = 0; depth < groups; depth++) part = { all: [part] };
  return part;
}

describe("a rule", () => {
  it("of groups in groups and conditions of every kind is read as it is written", () => {
    const rule = {
      all: [
        { field: "orders.days", op: ">=", value: 3 },
        { field: "orders.lastOn", op: ">=", value: { daysAgo: 30 } },
        { field: "orders.lastOn", op: "between", value: ["2026-01-01", { daysAgo: 1 }] },
        {
          any: [
            { field: "orders.channel", op: "in", value: ["web", "shop"] },
            { field: "attributes.Straße 1", op: "contains", value: "Größe" },
            { field: "attributes.newsletter", op: "=", value: true },
            { none: [{ field: "signals.lastScore", op: "known" }] },
          ],
        },
      ],
    };
    expect(Rule.parse(rule)).toEqual(rule);
  });

  it("may have 200 conditions and no more", () => {
    const conditions = (count: number) =>
      Array.from({ length: count }, () => ({ field: "orders.days", op: ">=", value: 3 }));
    expect(faultsOf({ any: conditions(200) })).toEqual([]);
    expect(faultsOf({ any: [...conditions(100), { all: conditions(101) }] })).toEqual([
      ": A rule has at most 200 conditions; this one has 201.",
    ]);
  });

  it("may have groups six deep and no deeper, however deep it is", () => {
    expect(faultsOf(nested(6))).toEqual([]);
    expect(faultsOf(nested(7))).toEqual([": Groups can be nested 6 deep at most."]);
    expect(faultsOf(nested(5_000))).toEqual([": Groups can be nested 6 deep at most."]);
  });

  it("starts with a group, and no group is empty", () => {
    expect(faultsOf({ field: "orders.days", op: ">=", value: 3 })).toEqual([
      ": A rule starts with a group: all, any or none.",
    ]);
    expect(faultsOf({ all: [] })).toEqual(["all: A group needs a condition."]);
    expect(faultsOf({ all: [{ any: [] }] })).toEqual(["all.0.any: A group needs a condition."]);
  });

  it.each([null, 3, "all", [], {}])("is not %j", (rule) => {
    expect(faultsOf(rule)).toHaveLength(1);
  });

  it("has one kind of group at a time, and nothing that it does not know", () => {
    const condition = { field: "orders.days", op: ">=", value: 3 };
    const one = "Give one of all, any, none, or a field with its operator and value.";
    expect(faultsOf({ all: [condition], any: [condition] })).toEqual([`: ${one}`]);
    expect(faultsOf({ all: [{ ...condition, any: [condition] }] })).toEqual([`all.0: ${one}`]);
    expect(faultsOf({ all: [condition], name: "Loyal" })).toEqual([
      ": Nothing is called “name” here.",
    ]);
  });
});

describe("a condition", () => {
  it.each([
    [only("orders.weight", ">", 3), "all.0.field: There is no field “orders.weight”."],
    [only("attributes.", ">", 3), "all.0.field: There is no field “attributes.”."],
    [
      only("orders.days", "~", 3),
      "all.0.op: Use one of = != < <= > >= between in contains known unknown.",
    ],
    [
      only("orders.channel", ">", "web"),
      "all.0.op: “>” does not fit “orders.channel”. Use one of = != in known unknown.",
    ],
    [only("orders.days", ">="), "all.0.value: Give a value."],
    [only("orders.days", "known", 3), "all.0.value: “known” takes no value."],
    [only("orders.days", "unknown", 3), "all.0.value: “unknown” takes no value."],
    [only("orders.days", "between", [3]), "all.0.value: Give two values: [from, to]."],
    [
      only("orders.days", "between", [5, 3]),
      "all.0.value: The first value must not be above the second.",
    ],
    [only("orders.days", "in", 3), "all.0.value: Give a list of values."],
    [only("orders.days", ">=", [3]), "all.0.value: Give one value, or use “in”."],
    [only("orders.days", ">=", 2.5), "all.0.value: Give a whole number of 0 or more."],
    [only("orders.days", ">=", "3"), "all.0.value: Give a whole number of 0 or more."],
    [only("rfm.recency", "=", 6), "all.0.value: Give a whole number from 1 to 5."],
    [only("rfm.cell", "=", "556"), "all.0.value: Give one of 111, 112, 113, …."],
    [only("value.pAlive", "<", 20), "all.0.value: Give a number from 0 to 1."],
    [only("consent", "=", "sales"), "all.0.value: Give one of service, feedback, marketing."],
    [
      only("orders.lastOn", ">", "2026-02-30"),
      `all.0.value: Give a day as "2026-11-21" or { "daysAgo": 30 }.`,
    ],
    [
      only("orders.lastOn", ">", { daysAgo: -1 }),
      "all.0.value: Give whole days ago from 0 to 36500.",
    ],
    [only("orders.channel", "=", " "), "all.0.value: Give a text."],
    [only("orders.channel", "=", "a\0b"), "all.0.value: The text holds what is no character."],
    [only("orders.channel", "=", "\ud800"), "all.0.value: The text holds what is no character."],
    [only("attributes.City", "contains", ""), "all.0.value: Give the text to look for."],
    [only("attributes.City", "=", "x".repeat(201)), "all.0.value: Use at most 200 characters."],
  ])("%j is refused with the reason and the place", (rule, fault) => {
    expect(faultsOf(rule)).toEqual([fault]);
  });

  it("may compare an attribute with a value of any kind, for its kind may change", () => {
    for (const value of [3, "Wien", "2026-01-31", true, { daysAgo: 3 }])
      expect(faultsOf(only("attributes.Größe", "=", value))).toEqual([]);
  });

  it("of several that are wrong tells all", () => {
    const faults = faultsOf({
      any: [
        { field: "orders.days", op: ">=", value: -1 },
        { field: "nothing", op: "=", value: 1 },
      ],
    });
    expect(faults).toHaveLength(2);
  });
});
