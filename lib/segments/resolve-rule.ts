import { minorDigits } from "#lib/format/format-money.ts";
import { nextDay } from "#lib/time/index.ts";
import { conditionFault, isAboutKnowing, valuesOf } from "./condition-faults.ts";
import { findContradictions } from "./contradictions.ts";
import { attributeName, type Field, findField } from "./fields.ts";
import type {
  PlacedTest,
  ResolvedRule,
  RuleContext,
  Stretch,
  Test,
  TestGroup,
} from "./resolved-rule.ts";
import { isCondition, takeApart } from "./rule-parts.ts";
import type { Rule } from "./schema.ts";
import type { Condition, Group, Part, RulePath, RuleProblem, ScalarValue } from "./types.ts";

/**
 * A rule ready to be asked of customers on a day: days ago are days, money is minor units, and a condition on an attribute or a need
 * that is gone, or on an attribute whose values are of another kind now, is as if nothing were known.
 */
export function resolveRule(rule: Rule, context: RuleContext): ResolvedRule {
  const problems: RuleProblem[] = [];
  const root = resolveGroup(rule, [], { context, problems });
  return { root, problems: [...problems, ...findContradictions(root)] };
}

type Reading = { context: RuleContext; problems: RuleProblem[] };

function resolveGroup(group: Group, path: RulePath, reading: Reading): TestGroup {
  const { combination, parts } = takeApart(group);
  return {
    combination,
    parts: parts.map((part, place) => resolvePart(part, [...path, combination, place], reading)),
    path,
  };
}

function resolvePart(part: Part, path: RulePath, reading: Reading): TestGroup | PlacedTest {
  if (!isCondition(part)) return resolveGroup(part, path, reading);
  const { context, problems } = reading;
  const found = askable(part, context);
  if (typeof found !== "string") return { test: testOf(part, found, context), path };
  problems.push({ code: found, field: part.field, path });
  return { test: { kind: "never" }, path };
}

/** The field of a condition, or why it cannot be asked. */
function askable(
  condition: Condition,
  { attributes, needs }: RuleContext,
): Field | RuleProblem["code"] {
  const name = attributeName(condition.field);
  const type = name === null ? "text" : attributes.get(name);
  const field = type ? findField(condition.field, type) : null;
  if (!field) return "attribute_gone";
  if (conditionFault(condition, field)) return "attribute_changed";
  return field.limits.isNeed && !namesNeed(condition, needs) ? "need_gone" : field;
}

/** Of several needs, one that is left is enough. */
function namesNeed(condition: Condition, needs: ReadonlySet<string>): boolean {
  const values = valuesOf(condition);
  return values.length === 0 || values.some((id) => needs.has(String(id)));
}

function testOf(condition: Condition, field: Field, context: RuleContext): Test {
  const { op } = condition;
  const values = valuesOf(condition);
  if (isAboutKnowing(op)) return { kind: "known", field, isNot: op === "unknown" };
  if (op === "contains") return { kind: "contains", field, text: String(values[0]) };
  if (field.type === "number") return numberTest(op, field, numbersOf(values, field, context));
  if (field.type === "day") {
    const days = values.map((value) => dayOf(value, context.onDay));
    return { kind: "days", field, ...stretchOf(op, days) };
  }
  return { kind: "among", field, values: values.map(wordOf), isNot: op === "!=" };
}

function numberTest(op: Condition["op"], field: Field, numbers: readonly number[]): Test {
  if (op === "=" || op === "in" || op === "!=")
    return { kind: "among", field, values: numbers, isNot: op === "!=" };
  return { kind: "numbers", field, ...stretchOf(op, numbers) };
}

function stretchOf<T>(op: Condition["op"], values: readonly T[]): Stretch<T> {
  const [first, last = first] = values;
  if (first === undefined || last === undefined) return { from: null, to: null };
  const hasFrom = op === ">" || op === ">=" || op === "=" || op === "between";
  const hasTo = op === "<" || op === "<=" || op === "=" || op === "between";
  return {
    from: hasFrom ? { at: first, isIn: op !== ">" } : null,
    to: hasTo ? { at: last, isIn: op !== "<" } : null,
  };
}

function numbersOf(values: readonly ScalarValue[], { unit }: Field, { currency }: RuleContext) {
  const scale = unit === "money" ? 10 ** minorDigits(currency) : 1;
  return values.map(Number).map((value) => (scale === 1 ? value : Math.round(value * scale)));
}

function dayOf(value: ScalarValue, onDay: string): string {
  return typeof value === "object" ? nextDay(onDay, -value.daysAgo) : String(value);
}

/** Yes and no are words like others. */
function wordOf(value: ScalarValue): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}
