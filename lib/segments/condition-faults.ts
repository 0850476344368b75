import { type Field, type FieldType, OPERATORS_OF } from "./fields.ts";
import type { Condition, Operator, RuleValue, ScalarValue } from "./types.ts";

/** What is wrong with a condition, and where in it. */
export type ConditionFault = { readonly at: "field" | "op" | "value"; readonly message: string };

const DAY = /^(?:19|20|21)\d{2}-\d{2}-\d{2}$/;
/** Half of a character of two halves, which no database keeps. */
const HALF_CHARACTER = /\p{Cs}/u;
const TWO_VALUES = "Give two values: [from, to].";
const LONGEST_TEXT = 200;
const MOST_DAYS_AGO = 36_500;

/** What does not fit between a condition and the field it asks; null for nothing. */
export function conditionFault(condition: Condition, field: Field): ConditionFault | null {
  const { op } = condition;
  const operators = OPERATORS_OF[field.type];
  if (!operators.includes(op))
    return {
      at: "op",
      message: `“${op}” does not fit “${field.id}”. Use one of ${operators.join(" ")}.`,
    };
  const shape = shapeFault(condition);
  if (shape) return shape;
  const wrong = valuesOf(condition).map((value) => scalarFault(value, field));
  const message = wrong.find((each) => each !== null) ?? orderFault(condition);
  return message ? { at: "value", message } : null;
}

/** Whether as many values are given as the operator takes; the kind of an attribute is not known before it is asked. */
export function shapeFault({ op, value }: Condition): ConditionFault | null {
  const message = countFault(op, value);
  return message === null ? null : { at: "value", message };
}

function countFault(op: Operator, value: RuleValue | undefined): string | null {
  if (isAboutKnowing(op)) return value === undefined ? null : `“${op}” takes no value.`;
  return value === undefined ? "Give a value." : givenFault(op, value);
}

/** Whether an operator asks only if anything is known, and takes no value. */
export function isAboutKnowing(op: Operator): op is "known" | "unknown" {
  return op === "known" || op === "unknown";
}

function givenFault(op: Operator, value: RuleValue): string | null {
  if (isValueList(value)) return listFault(op, value);
  if (op === "between") return TWO_VALUES;
  return op === "in" ? "Give a list of values." : textFault(op, value);
}

function listFault(op: Operator, { length }: readonly ScalarValue[]): string | null {
  if (op === "between") return length === 2 ? null : TWO_VALUES;
  return op === "in" ? null : "Give one value, or use “in”.";
}

/** The values that a condition compares with. */
export function valuesOf({ value }: Condition): readonly ScalarValue[] {
  if (value === undefined) return [];
  return isValueList(value) ? value : [value];
}

function isValueList(value: RuleValue): value is readonly ScalarValue[] {
  return Array.isArray(value);
}

function textFault(op: Operator, value: ScalarValue): string | null {
  const isText = typeof value === "string" && value.trim() !== "";
  return op !== "contains" || isText ? null : "Give the text to look for.";
}

const SCALAR_FAULTS: Readonly<
  Record<FieldType, (value: ScalarValue, field: Field) => string | null>
> = {
  number: numberFault,
  day: dayFault,
  text: wordFault,
  set: wordFault,
  yes_no: (value) => (typeof value === "boolean" ? null : "Give true or false."),
};

function scalarFault(value: ScalarValue, field: Field): string | null {
  return SCALAR_FAULTS[field.type](value, field);
}

function numberFault(value: ScalarValue, { limits }: Field): string | null {
  const { least = -1e15, most = 1e15, isWhole = false } = limits;
  const asked = `Give a ${isWhole ? "whole number" : "number"}${rangeWords(limits)}.`;
  if (typeof value !== "number" || !Number.isFinite(value)) return asked;
  return value < least || value > most || (isWhole && !Number.isInteger(value)) ? asked : null;
}

function rangeWords({ least, most }: Field["limits"]): string {
  if (least === undefined) return "";
  return most === undefined ? ` of ${least} or more` : ` from ${least} to ${most}`;
}

function dayFault(value: ScalarValue): string | null {
  const asked = `Give a day as "2026-11-21" or { "daysAgo": 30 }.`;
  if (typeof value === "string") return isDay(value) ? null : asked;
  if (typeof value !== "object") return asked;
  const { daysAgo } = value;
  const isCount = Number.isInteger(daysAgo) && daysAgo >= 0 && daysAgo <= MOST_DAYS_AGO;
  return isCount ? null : `Give whole days ago from 0 to ${MOST_DAYS_AGO}.`;
}

function isDay(text: string): boolean {
  const parsed = new Date(`${text}T00:00:00Z`);
  return DAY.test(text) && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

function wordFault(value: ScalarValue, { limits }: Field): string | null {
  const { choices } = limits;
  if (typeof value !== "string" || value.trim() === "") return "Give a text.";
  if (value.length > LONGEST_TEXT) return `Use at most ${LONGEST_TEXT} characters.`;
  if (value.includes("\0") || HALF_CHARACTER.test(value))
    return "The text holds what is no character.";
  if (!choices || choices.includes(value)) return null;
  const some = choices.length > 10 ? `${choices.slice(0, 3).join(", ")}, …` : choices.join(", ");
  return `Give one of ${some}.`;
}

function orderFault({ op, value }: Condition): string | null {
  if (op !== "between" || !Array.isArray(value)) return null;
  const [from, to] = value;
  const isTurned =
    (typeof from === "number" && typeof to === "number" && from > to) ||
    (typeof from === "string" && typeof to === "string" && from > to);
  return isTurned ? "The first value must not be above the second." : null;
}
