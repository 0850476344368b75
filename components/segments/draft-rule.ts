import { isAboutKnowing } from "#lib/segments/condition-faults.ts";
import type { FieldChoice } from "#lib/segments/field-choice.ts";
import type { FieldType } from "#lib/segments/fields.ts";
import { isCondition, takeApart } from "#lib/segments/rule-parts.ts";
import type {
  Combination,
  Condition,
  Group,
  Operator,
  Part,
  RuleValue,
  ScalarValue,
} from "#lib/segments/types.ts";

/** A condition as it is typed. `kept`: its value as it was stored, until it is typed anew. */
export type DraftCondition = {
  readonly key: number;
  readonly field: string;
  readonly op: Operator;
  readonly first: string;
  readonly second: string;
  /** Whether days are counted back from today */
  readonly isAgo: boolean;
  readonly kept?: RuleValue | undefined;
};
export type DraftGroup = {
  readonly key: number;
  readonly combination: Combination;
  readonly parts: readonly DraftPart[];
};
export type DraftPart = DraftCondition | DraftGroup;

export type FieldsById = ReadonlyMap<string, FieldChoice>;

/** A rule with one condition in which nothing is chosen yet. */
export const EMPTY_DRAFT: DraftGroup = {
  key: 1,
  combination: "all",
  parts: [emptyCondition(2)],
};

export function isDraftCondition(part: DraftPart): part is DraftCondition {
  return "field" in part;
}

export function emptyCondition(key: number): DraftCondition {
  return { key, field: "", op: ">=", first: "", second: "", isAgo: false };
}

/** A stored rule as it is typed, each part with a key of its own. */
export function draftOf(rule: Group, fields: FieldsById): DraftGroup {
  let last = 0;
  const groupOf = (group: Group): DraftGroup => {
    const { combination, parts } = takeApart(group);
    last += 1;
    return { key: last, combination, parts: parts.map(partOf) };
  };
  const partOf = (part: Part): DraftPart => {
    if (!isCondition(part)) return groupOf(part);
    last += 1;
    return conditionDraft(part, last, fields);
  };
  return groupOf(rule);
}

function conditionDraft(condition: Condition, key: number, fields: FieldsById): DraftCondition {
  const { field, op, value } = condition;
  const values = valuesIn(value);
  const texts = values.map((each) => scalarText(each, fields.get(field)));
  return {
    ...{ key, field, op, kept: value },
    first: op === "in" ? listText(texts) : (texts[0] ?? ""),
    second: op === "between" ? (texts[1] ?? "") : "",
    isAgo: values.some((each) => typeof each === "object"),
  };
}

function valuesIn(value: RuleValue | undefined): readonly ScalarValue[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

function isList(value: RuleValue): value is readonly ScalarValue[] {
  return Array.isArray(value);
}

function scalarText(value: ScalarValue, field: FieldChoice | undefined): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "object") return String(value.daysAgo);
  if (typeof value === "number" && field?.unit === "share") return String(rounded(100 * value));
  return String(value);
}

/** With commas between them, with semicolons where a value holds a comma; in quotation marks where it holds more than that. */
export function listText(texts: readonly string[]): string {
  if (texts.some((text) => /^"|;|,\s*"/.test(text))) return texts.map(quoted).join("; ");
  if (!texts.some((text) => text.includes(","))) return texts.join(", ");
  return texts.length === 1 ? `${texts[0]};` : texts.join("; ");
}

function quoted(text: string): string {
  return /^"|[,;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A draft as the JSON of a rule; where it is not finished, the rule says so. */
export function writtenOf(part: DraftPart, fields: FieldsById): unknown {
  if (!isDraftCondition(part))
    return { [part.combination]: part.parts.map((each) => writtenOf(each, fields)) };
  const { field, op } = part;
  if (field === "") return { op };
  const value = part.kept ?? typedValue(part, fields.get(field));
  return { field, op, ...(isAboutKnowing(op) || value === undefined ? {} : { value }) };
}

function typedValue(condition: DraftCondition, field: FieldChoice | undefined): unknown {
  const { op, first, second, isAgo } = condition;
  const read = (text: string) => scalarOf(text, { type: typeOf(condition, field), field, isAgo });
  if (op === "in") return splitList(first).map(read);
  if (first.trim() === "") return undefined;
  if (op !== "between") return read(first);
  return isAgo ? longestAgoFirst([first, second]).map(read) : [read(first), read(second)];
}

/** "Between 3 and 30 days ago" begins 30 days ago, whichever is typed first. */
function longestAgoFirst(texts: readonly string[]): readonly string[] {
  const days = (text: string) => Number(numberOf(text.trim()));
  return texts.toSorted((one, other) => days(other) - days(one));
}

/** An attribute that is gone is asked as what was stored of it. */
function typeOf({ isAgo }: DraftCondition, field: FieldChoice | undefined): FieldType {
  if (field) return field.type;
  return isAgo ? "day" : "text";
}

type Reading = { type: FieldType; field: FieldChoice | undefined; isAgo: boolean };

function scalarOf(text: string, { type, field, isAgo }: Reading): unknown {
  const trimmed = text.trim();
  if (type === "yes_no") return trimmed === "yes";
  if (type === "day" && isAgo) return { daysAgo: numberOf(trimmed) };
  if (type !== "number") return trimmed;
  const number = numberOf(trimmed);
  return typeof number === "number" && field?.unit === "share" ? rounded(number / 100) : number;
}

/** What is no number stays what was typed, so that the rule can say what is wrong. */
function numberOf(text: string): number | string {
  const number = Number(text.replace(/(\d),(\d{1,2})$/, "$1.$2").replaceAll(/[\s']/g, ""));
  return text === "" || Number.isNaN(number) ? text : number;
}

/** The values of a list as they are typed; one in quotation marks is one, whatever it holds. */
export function splitList(text: string): string[] {
  const hasSemicolon = text.replaceAll(QUOTED, "$1").includes(";");
  const parts = [...text.matchAll(hasSemicolon ? BETWEEN_SEMICOLONS : BETWEEN_COMMAS)].map(
    ([, inQuotes, plain = ""]) => (inQuotes?.replaceAll('""', '"') ?? plain).trim(),
  );
  return parts.filter((part) => part !== "");
}

const QUOTED = /(^|[,;])\s*"(?:[^"]|"")*"\s*(?=[,;]|$)/g;
const BETWEEN_SEMICOLONS = /\s*(?:"((?:[^"]|"")*)"\s*|([^;]*))(?:;|$)/g;
const BETWEEN_COMMAS = /\s*(?:"((?:[^"]|"")*)"\s*|([^,]*))(?:,|$)/g;

function rounded(value: number): number {
  return Number(value.toFixed(8));
}

/** The parts of a draft by where they stand in its JSON: "all.1.any.0" → its key; the outermost group is "". */
export function keysByPath(part: DraftPart, path = ""): Map<string, number> {
  if (isDraftCondition(part)) return new Map([[path, part.key]]);
  const inner = part.parts.flatMap((each, at) => [
    ...keysByPath(each, [path, part.combination, at].filter((step) => step !== "").join(".")),
  ]);
  return new Map([[path, part.key], ...inner]);
}

/** Whether everything of a condition is chosen and typed. */
export function isFinished({ field, op, first, second, kept }: DraftCondition): boolean {
  if (field === "") return false;
  if (isAboutKnowing(op) || kept !== undefined) return true;
  return first.trim() !== "" && (op !== "between" || second.trim() !== "");
}

/** A draft without what is not finished; null where nothing is left. */
export function finishedGroup(group: DraftGroup): DraftGroup | null {
  const parts = group.parts.flatMap((part): readonly DraftPart[] => {
    const finished = isDraftCondition(part)
      ? isFinished(part)
        ? part
        : null
      : finishedGroup(part);
    return finished ? [finished] : [];
  });
  return parts.length === 0 ? null : { ...group, parts };
}
