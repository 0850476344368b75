import { describe, expect, it } from "vitest";
import { evaluateRule } from "#lib/segments/evaluate-rule.ts";
import { resolveRule } from "#lib/segments/resolve-rule.ts";
import type { RuleContext } from "#lib/segments/resolved-rule.ts";
import { Rule } from "#lib/segments/schema.ts";
import type { CustomerFacts } from "#lib/segments/types.ts";

const CONTEXT: RuleContext = {
  onDay: "2026-11-21",
  currency: "EUR",
  attributes: new Map([
    ["visits", "number"],
    ["City", "choice"],
    ["born", "day"],
    ["newsletter", "yes_no"],
  ] as const),
  needs: new Set(["n-1"]),
};

const CUSTOMER: CustomerFacts = {
  fields: {
    "orders.days": 3,
    "orders.amount": 12_050,
    "orders.lastOn": "2026-10-22",
    "orders.channel": ["web", "shop"],
    "orders.product": [],
    "value.pAlive": null,
  },
  attributes: {
    visits: " 12,5 ",
    City: "Zürich",
    born: "31.01.1980",
    newsletter: "Ja",
    empty: " ",
  },
};

function meets(rule: unknown, customer = CUSTOMER): boolean {
  return evaluateRule(resolveRule(Rule.parse(rule), CONTEXT), customer);
}

function holds(field: string, op: string, value?: unknown): boolean {
  return meets({ all: [value === undefined ? { field, op } : { field, op, value }] });
}

describe("a condition", () => {
  it.each([
    ["orders.days", "=", 3, true],
    ["orders.days", "!=", 3, false],
    ["orders.days", "<", 3, false],
    ["orders.days", "<=", 3, true],
    ["orders.days", ">", 3, false],
    ["orders.days", ">=", 3, true],
    ["orders.days", "between", [3, 4], true],
    ["orders.days", "in", [1, 3], true],
    ["orders.days", "in", [1, 2], false],
    ["orders.amount", ">=", 120.5, true],
    ["orders.amount", ">", 120.5, false],
    ["orders.lastOn", "=", "2026-10-22", true],
    ["orders.lastOn", ">=", { daysAgo: 30 }, true],
    ["orders.lastOn", "<", { daysAgo: 30 }, false],
    ["orders.lastOn", "between", ["2026-01-01", { daysAgo: 31 }], false],
    ["orders.channel", "=", "shop", true],
    ["orders.channel", "in", ["phone", "web"], true],
    ["orders.channel", "=", "phone", false],
    ["orders.channel", "!=", "phone", true],
    ["orders.channel", "!=", "shop", false],
    ["orders.product", "!=", "P1", false],
    ["attributes.visits", ">", 12, true],
    ["attributes.City", "=", "Zürich", true],
    ["attributes.City", "=", "zürich", false],
    ["attributes.City", "contains", "zuri", true],
    ["attributes.City", "contains", "...", false],
    ["attributes.born", "<", "1980-02-01", true],
    ["attributes.newsletter", "=", true, true],
    ["attributes.newsletter", "=", false, false],
  ])("%s %s %j is %s", (field, op, value, expected) => {
    expect(holds(field, op, value)).toBe(expected);
  });

  it("tells whether there is anything to compare at all", () => {
    expect(holds("orders.days", "known")).toBe(true);
    expect(holds("value.pAlive", "known")).toBe(false);
    expect(holds("orders.product", "known")).toBe(false);
    expect(holds("signals.lastScore", "known")).toBe(false);
    expect(holds("attributes.empty", "known")).toBe(false);
  });

  it("tells where there is nothing to compare, but for what is gone altogether", () => {
    expect(holds("orders.days", "unknown")).toBe(false);
    expect(holds("orders.channel", "unknown")).toBe(false);
    expect(holds("value.pAlive", "unknown")).toBe(true);
    expect(holds("orders.product", "unknown")).toBe(true);
    expect(holds("attributes.City", "unknown")).toBe(false);
    expect(holds("attributes.born", "unknown")).toBe(false);
    expect(holds("attributes.gone", "unknown")).toBe(false);
  });

  it("is false where nothing is known, and true inside none", () => {
    const conditions = [
      { field: "value.pAlive", op: "<", value: 0.5 },
      { field: "value.pAlive", op: ">=", value: 0.5 },
      { field: "signals.lastScore", op: "!=", value: 3 },
      { field: "orders.product", op: "=", value: "P1" },
    ];
    for (const condition of conditions) {
      expect(meets({ all: [condition] })).toBe(false);
      expect(meets({ none: [condition] })).toBe(true);
    }
  });
});

describe("a group", () => {
  const yes = { field: "orders.days", op: "=", value: 3 };
  const no = { field: "orders.days", op: "=", value: 4 };

  it.each([
    [{ all: [yes, yes] }, true],
    [{ all: [yes, no] }, false],
    [{ any: [no, yes] }, true],
    [{ any: [no, no] }, false],
    [{ none: [no, no] }, true],
    [{ none: [no, yes] }, false],
    [{ all: [yes, { none: [no, { all: [yes, no] }] }] }, true],
    [{ none: [{ none: [yes] }] }, true],
  ])("%j is %s", (rule, expected) => {
    expect(meets(rule)).toBe(expected);
  });
});

describe("what is wrong with a rule that can be asked all the same", () => {
  const problemsOf = (rule: unknown) =>
    resolveRule(Rule.parse(rule), CONTEXT).problems.map(
      ({ code, path }) => `${code} ${path.join(".")}`,
    );
  const days = (op: string, value: unknown) => ({ field: "orders.days", op, value });

  it("is an attribute that vanished: as if nothing were known of it", () => {
    const rule = { all: [days(">", 1), { none: [{ field: "attributes.gone", op: "known" }] }] };
    expect(problemsOf(rule)).toEqual(["attribute_gone all.1.none.0"]);
    expect(meets(rule)).toBe(true);
    expect(meets({ any: [{ field: "attributes.gone", op: "known" }] })).toBe(false);
  });

  it("is a need that is put away, as long as no other is named beside it", () => {
    const asks = (op: string, value: unknown) => ({
      any: [{ field: "needs.unmet", op, value }],
    });
    expect(problemsOf(asks("=", "n-2"))).toEqual(["need_gone any.0"]);
    expect(problemsOf(asks("in", ["n-1", "n-2"]))).toEqual([]);
  });

  it("is an attribute whose values are of another kind now", () => {
    const rule = { any: [{ field: "attributes.City", op: ">", value: 3 }] };
    expect(problemsOf(rule)).toEqual(["attribute_changed any.0"]);
    expect(meets(rule)).toBe(false);
  });

  it.each([
    [{ all: [days(">=", 3), days("<", 2)] }, ["contradiction all.1"]],
    [{ all: [days(">", 2), { all: [days("<=", 2)] }] }, ["contradiction all.1.all.0"]],
    [{ all: [days("=", 2), days("!=", 2)] }, ["contradiction all.1"]],
    [{ all: [days("=", 2), days(">", 2)] }, ["contradiction all.1"]],
    [{ all: [days("in", [1, 2]), days("in", [3])] }, ["contradiction all.1"]],
    [{ all: [days(">", 2), { none: [days(">", 2)] }] }, ["contradiction all.0"]],
    [{ any: [days("=", 9), { all: [days("=", 1), days("=", 2)] }] }, ["contradiction any.1.all.1"]],
    [{ all: [days(">=", 3), { none: [days(">=", 2)] }] }, ["contradiction all.0"]],
    [{ all: [days(">", 2), { none: [{ any: [days(">=", 3)] }] }] }, ["contradiction all.0"]],
    [{ none: [days(">=", 0)] }, ["contradiction none.0"]],
    [{ all: [days(">", 2), days("<", 3)] }, ["contradiction all.1"]],
    [
      {
        all: [
          { field: "attributes.newsletter", op: "known" },
          { none: [{ field: "attributes.newsletter", op: "=", value: true }] },
          { none: [{ field: "attributes.newsletter", op: "=", value: false }] },
        ],
      },
      ["contradiction all.0"],
    ],
    [
      {
        all: [
          { field: "orders.lastOn", op: "<", value: { daysAgo: 30 } },
          { field: "orders.lastOn", op: ">=", value: "2026-11-01" },
        ],
      },
      ["contradiction all.1"],
    ],
    [
      {
        all: [
          { field: "attributes.City", op: "=", value: "Wien" },
          { field: "attributes.City", op: "=", value: "Linz" },
        ],
      },
      ["contradiction all.1"],
    ],
  ])("is that nobody can meet %j", (rule, expected) => {
    expect(problemsOf(rule)).toEqual(expected);
    expect(meets(rule)).toBe(false);
  });

  it("is found at once in a rule of 200 long lists", () => {
    const values = Array.from({ length: 100 }, (_, i) => `Town ${i}`);
    const lists = (last: string) =>
      Array.from({ length: 200 }, (_, i) => ({
        ...{ field: "attributes.City", op: "in" },
        value: i === 199 ? [last] : values,
      }));
    const started = performance.now();
    expect(problemsOf({ all: lists("Town 99") })).toEqual([]);
    expect(problemsOf({ all: lists("Wien") })).toEqual(["contradiction all.199"]);
    // Some 50 ms; a slow machine may take ten times as long.
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it.each([
    { all: [days(">=", 3), days("<=", 3)] },
    { any: [days(">=", 3), days("<", 2)] },
    { all: [days("!=", 3), days("in", [3, 4])] },
    { all: [days(">=", 2), { none: [days(">=", 3)] }] },
    { none: [{ field: "attributes.newsletter", op: "known" }] },
    {
      all: [
        { field: "orders.channel", op: "=", value: "web" },
        { field: "orders.channel", op: "=", value: "shop" },
      ],
    },
  ])("is nothing for %j", (rule) => {
    expect(problemsOf(rule)).toEqual([]);
  });
});
