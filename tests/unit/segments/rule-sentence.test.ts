import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import segments from "#lib/format/messages/en/segments.json" with { type: "json" };
import { FIELDS } from "#lib/segments/fields.ts";
import { ruleSentence, sentenceParts } from "#lib/segments/rule-sentence.ts";
import { Rule } from "#lib/segments/schema.ts";

const WORDS = {
  t: createTranslator({ locale: "en", messages: { segments }, namespace: "segments" }),
  locale: "en",
  currency: "EUR",
  attributes: new Map([
    ["visits", "number"],
    ["City", "choice"],
    ["born", "day"],
    ["newsletter", "yes_no"],
  ] as const),
  needs: new Map([["01900000-0000-7000-8000-000000000001", "Know when it comes"]]),
  tiers: ["Platinum", "Gold", "Silver"],
};

function sentence(rule: unknown): string {
  return ruleSentence(Rule.parse(rule), WORDS);
}

/** The words of one condition. */
function phrase(field: string, op: string, value?: unknown): string {
  const condition = value === undefined ? { field, op } : { field, op, value };
  return sentence({ all: [condition] }).replace(/^Customers (.*)\.$/, "$1");
}

const often = { field: "orders.days", op: ">=", value: 3 };
const unhappy = { field: "signals.lastScore", op: "<", value: 7 };
const complaint = { field: "complaints.open", op: ">=", value: 1 };
const web = { field: "orders.channel", op: "=", value: "web" };

describe("a rule in words", () => {
  it.each([
    [
      { all: [often, unhappy, { none: [complaint] }] },
      "Customers who bought on 3 or more days and whose last score is less than 7 of 10, but not those who have 1 or more open complaints.",
    ],
    [
      { all: [often, { any: [unhappy, complaint] }] },
      "Customers who bought on 3 or more days and either whose last score is less than 7 of 10 or who have 1 or more open complaints.",
    ],
    [
      { all: [{ any: [unhappy, complaint] }, often] },
      "Customers (either whose last score is less than 7 of 10 or who have 1 or more open complaints) and who bought on 3 or more days.",
    ],
    [
      { any: [often, { all: [web, unhappy] }] },
      "Customers either who bought on 3 or more days or both who ordered through web and whose last score is less than 7 of 10.",
    ],
    [
      { none: [often, web] },
      "All customers but those who bought on 3 or more days or who ordered through web.",
    ],
    [
      { all: [{ none: [often] }, { none: [web] }] },
      "All customers but those who bought on 3 or more days or who ordered through web.",
    ],
    [
      { any: [{ none: [web] }, often] },
      "Customers either (not those who ordered through web) or who bought on 3 or more days.",
    ],
    [{ any: [{ all: [{ any: [web] }] }] }, "Customers who ordered through web."],
  ])("%j", (rule, words) => {
    expect(sentence(rule)).toBe(words);
  });
});

describe("a condition in words", () => {
  it.each([
    ["orders.count", "=", 1, "who ordered exactly 1 time"],
    ["orders.count", "<", 1200, "who ordered fewer than 1,200 times"],
    ["orders.amount", ">=", 500, "who spent €500 or more in all"],
    ["orders.amount", "between", [0, 99.5], "who spent €0 to €99.50 in all"],
    ["orders.lastOn", ">=", { daysAgo: 30 }, "whose last order was in the last 30 days"],
    ["orders.lastOn", "<", { daysAgo: 1 }, "whose last order was more than 1 day ago"],
    ["orders.firstOn", "<", "2026-01-01", "whose first order was before 1 Jan 2026"],
    [
      "customer.since",
      "between",
      ["2026-01-01", { daysAgo: 0 }],
      "who became customers from 1 Jan 2026 to today",
    ],
    ["value.pAlive", "<=", 0.2, "whose chance of still being a customer is 20\u00a0% or less"],
    ["consent", "in", ["service", "marketing"], "who may be contacted for service or marketing"],
    ["rfm.cell", "in", ["555", "554"], "whose RFM cell is 555 or 554"],
    ["value.tier", "in", [1, 2], "whose value tier is Platinum or Gold"],
    ["value.tier", "=", 3, "whose value tier is Silver"],
    ["value.tier", "!=", 3, "whose value tier is other than Silver"],
    ["value.tier", "<=", 2, "whose value tier is Gold or better"],
    ["value.tier", "<", 2, "whose value tier is better than Gold"],
    ["value.tier", ">", 2, "whose value tier is lower than Gold"],
    ["value.tier", ">=", 9, "whose value tier is 9 or lower"],
    ["value.tier", "between", [1, 3], "whose value tier is Platinum to Silver"],
    ["attributes.City", "!=", "Wien", "whose City is other than Wien"],
    ["attributes.City", "contains", "{wie", "whose City contains “{wie”"],
    ["attributes.visits", ">", 2.5, "whose visits is more than 2.5"],
    ["attributes.born", "<=", "1980-01-31", "whose born is on or before 31 Jan 1980"],
    ["attributes.newsletter", "=", false, "whose newsletter is no"],
    ["attributes.gone", "=", "x", "whose gone is x"],
    ["orders.count30d", "=", 1, "who ordered exactly 1 time in the last 30 days"],
    ["orders.amount90d", "<", 50, "who spent less than €50 in the last 90 days"],
    [
      "needs.unmet",
      "=",
      "01900000-0000-7000-8000-000000000001",
      "who say that “Know when it comes” is important and not met",
    ],
    ["needs.important", "=", "01900000", "who say that a need that is gone is important"],
    [
      "needs.unmet",
      "!=",
      "01900000-0000-7000-8000-000000000001",
      "whose unmet need is known and is not “Know when it comes”",
    ],
    [
      "needs.satisfied",
      "in",
      ["01900000-0000-7000-8000-000000000001", "01900000"],
      "who say that “Know when it comes” or a need that is gone is met",
    ],
    ["needs.answered", "known", undefined, "whose need answered is known"],
    ["needs.answered", "unknown", undefined, "whose need answered is not known"],
    ["orders.lastOn", "unknown", undefined, "whose day of the last order is not known"],
    ["signals.lastScore", "known", undefined, "whose last score is known"],
    [
      "orders.product",
      "in",
      ["A", "B", "C", "D", "E", "F", "G"],
      "who bought A, B, C, D, E or 2 more",
    ],
  ])("%s %s %j", (field, op, value, words) => {
    expect(phrase(field, op, value)).toBe(words);
  });

  it("has words for every field", () => {
    const words = FIELDS.map(({ word }) => word).sort();
    expect(Object.keys(segments.fields).sort()).toEqual(words);
    expect(Object.keys(segments.phrases).sort()).toEqual(words);
  });
});

describe("the stretches of a sentence", () => {
  it("tell what is asked from what joins it", () => {
    const rule = Rule.parse({ all: [{ any: [web, complaint] }, { none: [unhappy] }] });
    expect(sentenceParts(rule, WORDS).map(({ text, isCondition }) => [text, isCondition])).toEqual([
      ["Customers either ", false],
      ["who ordered through web", true],
      [" or ", false],
      ["who have 1 or more open complaints", true],
      [", but not those ", false],
      ["whose last score is less than 7 of 10", true],
      [".", false],
    ]);
  });

  it("are cut where they join, whatever a value holds", () => {
    const value = "web\ufdd1 \ufdd0<b>{x}";
    const rule = Rule.parse({ all: [{ field: "orders.channel", op: "=", value }, complaint] });
    const parts = sentenceParts(rule, WORDS).filter(({ isCondition }) => isCondition);
    expect(parts.map(({ text }) => text)).toEqual([
      "who ordered through web <b>{x}",
      "who have 1 or more open complaints",
    ]);
  });
});
