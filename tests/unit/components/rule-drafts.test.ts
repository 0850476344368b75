import { describe, expect, it } from "vitest";
import { chosenOperator, type DraftEdit, editDraft } from "#components/segments/draft-edits.ts";
import {
  type DraftCondition,
  type DraftGroup,
  draftOf,
  EMPTY_DRAFT,
  isDraftCondition,
  listText,
  splitList,
  writtenOf,
} from "#components/segments/draft-rule.ts";
import {
  countsByKey,
  countsByText,
  faultsOf,
  sensitiveIn,
  viewRule,
} from "#components/segments/rule-view.ts";
import type { FieldChoice } from "#lib/segments/field-choice.ts";
import { Rule } from "#lib/segments/schema.ts";
import type { Operator } from "#lib/segments/types.ts";
import { createRandom } from "#lib/stats/create-random.ts";

const choice = (id: string, more: Partial<FieldChoice> = {}): [string, FieldChoice] => [
  id,
  {
    ...{ id, label: id, type: "number", unit: "count", isSensitive: false },
    ...{ choices: [], labels: {}, samples: [], ...more },
  },
];
const FIELDS = new Map([
  choice("orders.days"),
  choice("value.pAlive", { unit: "share" }),
  choice("orders.lastOn", { type: "day", unit: null }),
  choice("attributes.plan", { type: "yes_no", unit: null }),
  choice("attributes.city", { type: "text", unit: null }),
  choice("needs.unmet", { type: "set", unit: null, choices: ["n-1", "n-2"] }),
  choice("attributes.Age", { isSensitive: true, unit: null }),
]);
const edited = (edits: readonly DraftEdit[], from: DraftGroup = EMPTY_DRAFT) =>
  edits.reduce(editDraft, from);
const written = (draft: DraftGroup) => writtenOf(draft, FIELDS);
const change = (key: number, field: string, op: string, first: string, more: object = {}) =>
  ({
    kind: "change",
    key,
    to: { field, op, first, second: "", isAgo: false, ...more },
  }) as DraftEdit;

describe("a rule that is written", () => {
  it("stays the same object where an edit changes nothing, as when a browser tells a choice twice", () => {
    const once = edited([change(2, "orders.days", ">=", "")]);
    expect(edited([change(2, "orders.days", ">=", "")], once)).toBe(once);
    expect(edited([change(2, "orders.days", ">=", "3")], once)).not.toBe(once);
    expect(edited([{ kind: "up", key: 2 }], once)).toBe(once);
  });

  it("comes back as it was stored, whatever it asks", () => {
    const rule = Rule.parse({
      all: [
        { field: "orders.days", op: "between", value: [1, 3] },
        { any: [{ field: "orders.lastOn", op: ">=", value: { daysAgo: 30 } }] },
        { none: [{ field: "attributes.city", op: "in", value: ["London, UK", "Bern"] }] },
        { field: "value.pAlive", op: "<", value: 0.35 },
        { field: "orders.lastOn", op: "between", value: ["2026-01-01", { daysAgo: 3 }] },
        { field: "attributes.plan", op: "=", value: true },
        { field: "attributes.gone", op: "known" },
        { field: "needs.unmet", op: "in", value: ["n-1", "n-2"] },
        { field: "needs.unmet", op: "!=", value: "n-1" },
        { field: "needs.unmet", op: "unknown" },
      ],
    });
    expect(written(draftOf(rule, FIELDS))).toEqual(rule);
  });

  it("says what was typed: numbers, percent, days, lists, yes and no", () => {
    const typed = (field: string, op: string, first: string, more: object = {}) =>
      written(edited([change(2, field, op, first, more)]));
    const all = (value: unknown, field: string, op: string) => ({ all: [{ field, op, value }] });
    expect(typed("orders.days", ">=", " 1 200 ")).toEqual(all(1200, "orders.days", ">="));
    expect(typed("value.pAlive", "<", "35")).toEqual(all(0.35, "value.pAlive", "<"));
    expect(typed("value.pAlive", "<", "2,5")).toEqual(all(0.025, "value.pAlive", "<"));
    expect(typed("orders.lastOn", ">=", "30", { isAgo: true })).toEqual(
      all({ daysAgo: 30 }, "orders.lastOn", ">="),
    );
    expect(typed("attributes.city", "in", "Bern, Köln")).toEqual(
      all(["Bern", "Köln"], "attributes.city", "in"),
    );
    expect(typed("attributes.city", "in", "London, UK; Bern")).toEqual(
      all(["London, UK", "Bern"], "attributes.city", "in"),
    );
    expect(typed("attributes.plan", "=", "no")).toEqual(all(false, "attributes.plan", "="));
    expect(typed("orders.days", ">=", "many")).toEqual(all("many", "orders.days", ">="));
  });

  it("takes days ago between two in whichever order they are typed", () => {
    const between = (first: string, second: string) =>
      written(edited([change(2, "orders.lastOn", "between", first, { second, isAgo: true })]));
    const value = [{ daysAgo: 1000 }, { daysAgo: 3 }];
    const rule = { all: [{ field: "orders.lastOn", op: "between", value }] };
    expect(between("3", "1 000")).toEqual(rule);
    expect(between("1000", "3")).toEqual(rule);
  });

  it("keeps a value whole when one becomes one of several, and the first when several become one", () => {
    const compared = (from: DraftGroup, op: Operator) =>
      from.parts.reduce<DraftGroup>(
        (draft, part) =>
          isDraftCondition(part) ? editDraft(draft, chosenOperator(part, op)) : draft,
        from,
      );
    const city = (op: string, value: unknown) => ({
      all: [{ field: "attributes.city", op, value }],
    });
    const one = edited([change(2, "attributes.city", "=", "London, UK")]);
    const several = compared(one, "in");
    expect(written(several)).toEqual(city("in", ["London, UK"]));
    expect(written(compared(several, "!="))).toEqual(city("!=", "London, UK"));
    const two = edited([change(2, "attributes.city", "in", "Bern, Köln")]);
    expect(written(compared(two, "="))).toEqual(city("=", "Bern"));
    expect(written(compared(two, "in"))).toEqual(city("in", ["Bern", "Köln"]));
  });

  it("keeps semicolons, commas and quotation marks of a value, and takes what stands in quotation marks as one", () => {
    const lists = [
      ["A; B"],
      ["A; B", "Bern"],
      ["A; B", "London, UK", "Bern"],
      ['"Zoo"'],
      ['"Zoo" GmbH', "Bern"],
      ['Pipe 5", 6"; long'],
      ['5" a', '6" b'],
      ["London, UK"],
      [";", ",", '"'],
    ];
    for (const list of lists) expect(splitList(listText(list))).toEqual(list);
    expect(splitList('"A; B", Bern')).toEqual(["A; B", "Bern"]);
    expect(splitList('5" pipe, 6" pipe')).toEqual(['5" pipe', '6" pipe']);
    expect(splitList('"Zoo" GmbH, Bern')).toEqual(['"Zoo" GmbH', "Bern"]);
    expect(splitList(' ; Bern ;; "" ; "open')).toEqual(["Bern", '"open']);
    const typed = edited([change(2, "attributes.city", "=", "A; B")]);
    const several = edited([chosenOperator(typed.parts[0] as DraftCondition, "in")], typed);
    const all = (op: string, value: unknown) => ({
      all: [{ field: "attributes.city", op, value }],
    });
    expect(written(several)).toEqual(all("in", ["A; B"]));
    const back = chosenOperator(several.parts[0] as DraftCondition, "=");
    expect(written(edited([back], several))).toEqual(all("=", "A; B"));
  });

  it("reads any list back as it was written", () => {
    const random = createRandom(7);
    const below = (limit: number) => Math.floor(random() * limit);
    const text = () =>
      Array.from({ length: 1 + below(6) }, () => ',;" ab'.charAt(below(6)))
        .join("")
        .trim() || "a";
    expect(splitList(listText([',",', 'a"']))).toEqual([',",', 'a"']);
    for (let each = 0; each < 20_000; each += 1) {
      const list = Array.from({ length: 1 + below(4) }, text);
      expect(splitList(listText(list)), JSON.stringify(list)).toEqual(list);
    }
  });

  it("forgets the stored value once another is typed", () => {
    const stored = draftOf({ all: [{ field: "orders.days", op: ">=", value: 3 }] }, FIELDS);
    const after = editDraft(stored, { kind: "change", key: 2, to: { first: "5" } });
    expect(written(after)).toEqual({ all: [{ field: "orders.days", op: ">=", value: 5 }] });
  });
});

describe("an edit", () => {
  const two = edited([
    change(2, "orders.days", ">=", "1"),
    { kind: "add", key: 1, what: "condition" },
    change(3, "attributes.city", "=", "Bern"),
  ]);
  const ONE = { field: "orders.days", op: ">=", value: 1 };
  const OTHER = { field: "attributes.city", op: "=", value: "Bern" };

  it("adds, wraps, dissolves, copies and removes", () => {
    expect(written(two)).toEqual({ all: [ONE, OTHER] });
    const wrapped = edited([{ kind: "wrap", key: 3 }], two);
    expect(written(wrapped)).toEqual({ all: [ONE, { any: [OTHER] }] });
    expect(written(edited([{ kind: "unwrap", key: 4 }], wrapped))).toEqual({ all: [ONE, OTHER] });
    expect(written(edited([{ kind: "copy", key: 2 }], two))).toEqual({ all: [ONE, ONE, OTHER] });
    expect(written(edited([{ kind: "remove", key: 2 }], two))).toEqual({ all: [OTHER] });
    expect(written(edited([{ kind: "add", key: 1, what: "exclusion" }], two))).toEqual({
      all: [ONE, OTHER, { none: [{ op: ">=" }] }],
    });
  });

  it("moves within its group, and not beyond its ends", () => {
    expect(written(edited([{ kind: "up", key: 3 }], two))).toEqual({ all: [OTHER, ONE] });
    expect(written(edited([{ kind: "down", key: 3 }], two))).toEqual({ all: [ONE, OTHER] });
  });

  it("joins the parts of a group in another way, and never takes the outermost away", () => {
    const any = edited([{ kind: "combine", key: 1, combination: "any" }], two);
    expect(written(any)).toEqual({ any: [ONE, OTHER] });
    expect(edited([{ kind: "remove", key: 1 }], two)).toBe(two);
  });
});

describe("what an edit does not touch", () => {
  it("stays the same object, so that it is not drawn anew", () => {
    const nested = edited([
      { kind: "add", key: 1, what: "group" },
      { kind: "add", key: 1, what: "group" },
    ]);
    const [first, second, third] = nested.parts;
    const after = edited([change(4, "orders.days", ">=", "3")], nested);
    expect(after.parts[0]).toBe(first);
    expect(after.parts[1]).not.toBe(second);
    expect(after.parts[2]).toBe(third);
  });

  it("has the same faults: none", () => {
    const one = viewRule(edited([change(2, "orders.days", ">=", "1")]), FIELDS, false);
    const other = viewRule(edited([change(2, "orders.days", ">=", "2")]), FIELDS, false);
    expect(other.faults).toBe(one.faults);
    expect(faultsOf(other)(2)).toBe(faultsOf(one)(2));
  });
});

describe("what a draft comes to", () => {
  const unfinished = edited([
    change(2, "orders.days", ">=", "1"),
    { kind: "add", key: 1, what: "group" },
    { kind: "add", key: 1, what: "condition" },
    change(5, "orders.days", "<", "many"),
  ]);

  it("counts what is finished, and says nothing of the rest before it is saved", () => {
    const finished = edited([{ kind: "remove", key: 5 }], unfinished);
    const view = viewRule(finished, FIELDS, false);
    expect(view.rule).toEqual({ all: [{ field: "orders.days", op: ">=", value: 1 }] });
    expect(view.faults.size).toBe(0);
    const counted = countsByText({ "": 7, "all.0": 9, "all.1": 3 }, view.ruleParts);
    expect(countsByKey(counted, view.ruleParts)).toEqual(
      new Map([
        [1, 7],
        [2, 9],
      ]),
    );
    const asked = viewRule(finished, FIELDS, true);
    expect(faultsOf(asked)(4).field).toEqual(["Name the field."]);
  });

  it("keeps the count of what a condition asks, not of the key that another condition has now", () => {
    const one = edited([change(2, "orders.days", ">=", "1")]);
    const counted = countsByText({ "": 7, "all.0": 9 }, viewRule(one, FIELDS, false).ruleParts);
    const countsOf = (edits: readonly DraftEdit[]) =>
      countsByKey(counted, viewRule(edited(edits, one), FIELDS, false).ruleParts);
    expect(countsOf([change(2, "orders.lastOn", ">=", "2026-01-01")])).toEqual(new Map());
    expect(countsOf([{ kind: "wrap", key: 2 }]).get(2)).toBe(9);
    expect(countsOf([{ kind: "copy", key: 2 }])).toEqual(
      new Map([
        [2, 9],
        [3, 9],
      ]),
    );
    const other = { all: [{ field: "attributes.city", op: "=" as const, value: "Bern" }] };
    const pasted = viewRule(draftOf(other, FIELDS), FIELDS, false).ruleParts;
    expect(pasted.get("all.0")?.key).toBe(2);
    expect(countsByKey(counted, pasted)).toEqual(new Map());
  });

  it("tells each fault at the part that has it", () => {
    const view = viewRule(unfinished, FIELDS, false);
    expect(view.rule).toBeNull();
    expect(faultsOf(view)(5).value).toEqual([expect.stringContaining("number")]);
    expect(faultsOf(view)(2)).toEqual({ field: [], op: [], value: [], other: [] });
  });

  it("knows what of it is sensitive, at any depth", () => {
    const deep = edited([
      { kind: "add", key: 1, what: "group" },
      change(4, "attributes.Age", ">", "60"),
    ]);
    expect(sensitiveIn(deep, FIELDS).map(({ id }) => id)).toEqual(["attributes.Age"]);
    expect(sensitiveIn(EMPTY_DRAFT, FIELDS)).toEqual([]);
    const gone = edited([change(2, "attributes.Gender", "=", "f")]);
    expect(sensitiveIn(gone, FIELDS)).toMatchObject([{ label: "Gender", isSensitive: true }]);
    expect(sensitiveIn(edited([change(2, "attributes.gone", "=", "f")]), FIELDS)).toEqual([]);
  });
});
