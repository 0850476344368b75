import type { FieldChoice } from "#lib/segments/field-choice.ts";
import { attributeName, findField } from "#lib/segments/fields.ts";
import { type RuleFault, readRule } from "#lib/segments/rule-text.ts";
import type { Rule } from "#lib/segments/schema.ts";
import type { BuilderContext, PartFaults } from "./builder-context.ts";
import {
  type DraftGroup,
  type DraftPart,
  type FieldsById,
  finishedGroup,
  isDraftCondition,
  keysByPath,
  writtenOf,
} from "./draft-rule.ts";

/** The key of each part and what it asks, as JSON, by where it stands: "all.0". */
export type RuleParts = ReadonlyMap<string, { readonly key: number; readonly text: string }>;

/** What a draft comes to: what of it can be counted, and what is wrong with which part. */
export type RuleView = {
  /** What is finished of it, where that is a rule */
  readonly rule: Rule | null;
  /** The parts of `rule` by where they stand in it */
  readonly ruleParts: RuleParts;
  /** Faults by the part that has them; of parts that are not finished only with `isAsked` */
  readonly faults: ReadonlyMap<number, PartFaults>;
};

const NO_FAULTS: PartFaults = { field: [], op: [], value: [], other: [] };

/** The same one all the time, so that nothing is drawn anew where nothing is wrong. */
const NO_PART: ReadonlyMap<number, PartFaults> = new Map();

/** All of a draft as it is sent. */
export function ruleText(draft: DraftGroup, fields: FieldsById): string {
  return JSON.stringify(writtenOf(draft, fields), null, 2);
}

/** @param isAsked Whether it was to be saved: then what is missing is a fault too */
export function viewRule(draft: DraftGroup, fields: FieldsById, isAsked: boolean): RuleView {
  const finished = finishedGroup(draft);
  const judged = isAsked ? draft : finished;
  const read = finished ? readRule(writtenOf(finished, fields)) : null;
  const judgedRead = judged && isAsked ? readRule(writtenOf(judged, fields)) : read;
  return {
    rule: read && "rule" in read ? read.rule : null,
    ruleParts: finished ? partsByPath(finished, fields) : new Map(),
    faults:
      judged && judgedRead && "faults" in judgedRead
        ? faultsByKey(judgedRead.faults, keysByPath(judged))
        : NO_PART,
  };
}

function partsByPath(finished: DraftGroup, fields: FieldsById): RuleParts {
  const texts = new Map(textsIn(finished, fields));
  return new Map(
    [...keysByPath(finished)].map(([path, key]) => [path, { key, text: texts.get(key) ?? "" }]),
  );
}

/** What a part and those in it ask, by their keys. */
function textsIn(part: DraftPart, fields: FieldsById): (readonly [number, string])[] {
  const own = [part.key, JSON.stringify(writtenOf(part, fields))] as const;
  if (isDraftCondition(part)) return [own];
  return [own, ...part.parts.flatMap((each) => textsIn(each, fields))];
}

const PLACES = ["field", "op", "value"] as const;

function faultsByKey(
  faults: readonly RuleFault[],
  keys: ReadonlyMap<string, number>,
): ReadonlyMap<number, PartFaults> {
  const byKey = new Map<number, PartFaults>();
  for (const { path, message } of faults) {
    const place = PLACES.find((each) => path.includes(each)) ?? "other";
    const key = keyAt(path, keys);
    const known = byKey.get(key) ?? NO_FAULTS;
    byKey.set(key, { ...known, [place]: [...known[place], message] });
  }
  return byKey;
}

/** The innermost part that a path leads through. */
function keyAt(path: RuleFault["path"], keys: ReadonlyMap<string, number>): number {
  for (let length = path.length; length > 0; length -= 1) {
    const key = keys.get(path.slice(0, length).join("."));
    if (key !== undefined) return key;
  }
  return keys.get("") ?? 0;
}

/** What is wrong with one part. */
export function faultsOf({ faults }: Pick<RuleView, "faults">): BuilderContext["faultsOf"] {
  return (key) => faults.get(key) ?? NO_FAULTS;
}

/** The counts of the server by what the parts ask that they count: wherever one stands, as many meet it. */
export function countsByText(
  counts: Readonly<Record<string, number>>,
  parts: RuleParts,
): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(counts).flatMap(([path, count]) => {
      const part = parts.get(path);
      return part ? [[part.text, count] as const] : [];
    }),
  );
}

/** The counts of a rule's parts by their keys: one that asks what was not counted, or is not finished, has none. */
export function countsByKey(
  byText: ReadonlyMap<string, number>,
  parts: RuleParts,
): ReadonlyMap<number, number> {
  return new Map(
    [...parts.values()].flatMap(({ key, text }) => {
      const count = byText.get(text);
      return count === undefined ? [] : [[key, count] as const];
    }),
  );
}

/** The sensitive fields that a draft asks, by their names where no customer has them any more. */
export function sensitiveIn(draft: DraftGroup, fields: FieldsById): readonly FieldChoice[] {
  const ids = [...new Set(idsIn(draft))];
  return ids
    .flatMap((id) => fields.get(id) ?? goneAttribute(id))
    .filter(({ isSensitive }) => isSensitive);
}

function goneAttribute(id: string): FieldChoice[] {
  const name = attributeName(id);
  const field = findField(id, "text");
  if (name === null || !field) return [];
  const { type, unit, isSensitive } = field;
  return [{ id, label: name, type, unit, isSensitive, choices: [], labels: {}, samples: [] }];
}

function idsIn({ parts }: DraftGroup): string[] {
  return parts.flatMap((part) => ("field" in part ? [part.field] : idsIn(part)));
}
