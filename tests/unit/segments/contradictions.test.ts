import { describe, expect, it } from "vitest";
import { evaluateRule } from "#lib/segments/evaluate-rule.ts";
import { resolveRule } from "#lib/segments/resolve-rule.ts";
import type { RuleContext } from "#lib/segments/resolved-rule.ts";
import { Rule } from "#lib/segments/schema.ts";
import type { CustomerFacts, Part } from "#lib/segments/types.ts";
import { createRandom, type Random } from "#lib/stats/create-random.ts";
import { pick } from "#tests/support/random-rules.ts";

const SEED = 20_261_123;
const RULES = 3_000;
const CONTEXT: RuleContext = {
  onDay: "2026-11-21",
  currency: "EUR",
  attributes: new Map([
    ["City", "choice"],
    ["newsletter", "yes_no"],
  ] as const),
  needs: new Set(),
};

/** Every value of each field that tells any two rules below apart, and none. */
const DOMAINS = {
  "orders.days": [0, 1, 2, 3, 4, 5],
  "value.pAlive": [null, 0, 0.1, 0.25, 0.3, 0.5, 0.6, 0.75, 0.8, 1],
  "orders.lastOn": [null, ...[1, 2, 3, 4, 5].map((day) => `2026-10-0${day}`)],
  "orders.channel": [
    [],
    ["a"],
    ["b"],
    ["c"],
    ["d"],
    ["a", "b"],
    ["a", "c"],
    ["b", "c"],
    ["a", "b", "c"],
  ],
} as const;
const ATTRIBUTES = { City: ["", "Bern", "Linz", "Wien", "Ulm"], newsletter: ["", "yes", "no"] };
const FIELDS = [...Object.keys(DOMAINS), "attributes.City", "attributes.newsletter"];

/** One customer for each way in which two fields can be filled, the others as a rule never asks them. */
function customersOf(fields: readonly string[]): CustomerFacts[] {
  const choices = fields.map((field): readonly CustomerFacts[] => {
    const name = field.replace("attributes.", "");
    const stored = Object.entries(ATTRIBUTES).find(([each]) => each === name)?.[1];
    if (stored) return stored.map((value) => ({ fields: {}, attributes: { [name]: value } }));
    const facts = Object.entries(DOMAINS).find(([each]) => each === field)?.[1] ?? [];
    return facts.map((fact) => ({ fields: { [field]: fact }, attributes: {} }));
  });
  return choices.reduce<CustomerFacts[]>(
    (known, own) =>
      known.flatMap((one) =>
        own.map((other) => ({
          fields: { ...one.fields, ...other.fields },
          attributes: { ...one.attributes, ...other.attributes },
        })),
      ),
    [{ fields: {}, attributes: {} }],
  );
}

function condition(random: Random, field: string): Part {
  const number = ["<", "<=", ">", ">=", "=", "!=", "between", "in", "known", "unknown"] as const;
  const ops = {
    "orders.days": number,
    "value.pAlive": number,
    "orders.lastOn": ["<", "<=", ">", ">=", "=", "between", "known", "unknown"] as const,
    "orders.channel": ["=", "!=", "in", "known", "unknown"] as const,
    "attributes.City": ["=", "!=", "in", "contains", "known", "unknown"] as const,
    "attributes.newsletter": ["=", "known", "unknown"] as const,
  };
  const values: Readonly<Record<string, readonly (number | string | boolean)[]>> = {
    "orders.days": [0, 1, 2, 3, 4],
    "value.pAlive": [0, 0.25, 0.5, 0.75],
    "orders.lastOn": ["2026-10-02", "2026-10-03", "2026-10-04"],
    "orders.channel": ["a", "b", "c"],
    "attributes.City": ["Bern", "Linz", "Wien"],
    "attributes.newsletter": [true, false],
  };
  const op = pick(random, Object.entries(ops).find(([each]) => each === field)?.[1] ?? number);
  const one = () => pick(random, values[field] ?? []);
  if (op === "known" || op === "unknown") return { field, op };
  if (op === "contains") return { field, op, value: pick(random, ["n", "bern", "wi"]) };
  if (op === "in") return { field, op, value: [one(), one()] };
  if (op !== "between") return { field, op, value: one() };
  const [from, to] = [one(), one()].toSorted((a, b) => (a < b ? -1 : 1));
  return { field, op, value: [from ?? 0, to ?? 0] };
}

const ONLY_TESTS = ["test"];
const KINDS = ["test", "test", "all", "none", "twice", "any"];

/** A group in which whatever stands in it is one question with the outermost one. */
function parts(random: Random, fields: readonly string[], depth: number): Part[] {
  return Array.from({ length: 1 + Math.floor(random() * 3) }, (): Part => {
    const plain = () => parts(random, fields, 0);
    const kind = pick(random, depth === 0 ? ONLY_TESTS : KINDS);
    if (kind === "all") return { all: parts(random, fields, depth - 1) };
    if (kind === "none") return { none: plain() };
    if (kind === "twice") return { none: [...plain(), { none: plain() }] };
    return kind === "any" ? { any: plain() } : condition(random, pick(random, fields));
  });
}

function isMetBySomebody(rule: Rule, fields: readonly string[]): boolean {
  const resolved = resolveRule(rule, CONTEXT);
  return customersOf(fields).some((customer) => evaluateRule(resolved, customer));
}

const isContradiction = (rule: Rule) => resolveRule(rule, CONTEXT).problems.length > 0;

/** Nobody bought on three days and on fewer. */
const APART = [
  { field: "orders.days", op: ">=", value: 3 },
  { field: "orders.days", op: "<", value: 3 },
];

describe("a contradiction", { timeout: 60_000 }, () => {
  it("is never claimed of a rule that somebody can meet", () => {
    let claimed = 0;
    for (let at = 0; at < RULES; at++) {
      const random = createRandom(SEED, at);
      const fields = [pick(random, FIELDS), pick(random, FIELDS)];
      const written = parts(random, fields, 2);
      const rule = Rule.parse(
        random() < 0.8 ? { all: written } : { none: parts(random, fields, 0) },
      );
      if (!isContradiction(rule)) continue;
      claimed += 1;
      expect(isMetBySomebody(rule, fields), JSON.stringify(rule)).toBe(false);
    }
    expect(claimed).toBeGreaterThan(RULES / 10);
  });

  it("is always seen where one field is asked for and ruled out, but for parts of texts", () => {
    for (let at = 0; at < RULES; at++) {
      const random = createRandom(SEED + 1, at);
      const field = pick(random, FIELDS);
      const must = parts(random, [field], 0);
      const rule = Rule.parse({ all: [...must, { none: parts(random, [field], 0) }] });
      if (JSON.stringify(rule).includes("contains")) continue;
      expect(isContradiction(rule), JSON.stringify(rule)).toBe(!isMetBySomebody(rule, [field]));
    }
  });

  it.each([
    { any: [{ all: APART }] },
    { all: [{ any: [{ all: APART }] }] },
    { none: [{ none: [{ all: APART }] }] },
  ])("is told once, however groups lie in each other: %j", (rule) => {
    const { problems } = resolveRule(Rule.parse(rule), CONTEXT);
    expect(problems.map(({ code, field }) => [code, field])).toEqual([
      ["contradiction", "orders.days"],
    ]);
  });

  it.each([
    ["value.percentile", ">", 100],
    ["value.percentile", "<", 0],
    ["value.pAlive", ">", 1],
    ["signals.lastScore", ">", 10],
    ["rfm.recency", ">", 5],
    ["value.tier", "<", 1],
  ] as const)("is what lies beyond a field: %s %s %s", (field, op, value) => {
    const asked = (of: "<=" | ">=" | "<" | ">") =>
      isContradiction(Rule.parse({ all: [{ field, op: of, value }] }));
    expect([asked(op), asked(op === "<" ? "<=" : ">=")]).toEqual([true, false]);
  });
});
