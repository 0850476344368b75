import { readNumber, readYesNo } from "#lib/customers/types.ts";
import type { Field } from "./fields.ts";
import { holdsText } from "./fold-text.ts";
import { isMet, type ResolvedRule, type Stretch, type Test } from "./resolved-rule.ts";
import type { CustomerFacts, Fact } from "./types.ts";

/**
 * Whether a customer meets a rule. `compileRule` says the same in SQL; a test keeps the two equal.
 *
 * A condition on a field of which nothing is known is false, also with `!=`; `none` around it, and `unknown`, are true.
 */
export function evaluateRule({ root }: ResolvedRule, facts: CustomerFacts): boolean {
  return isMet(root, ({ test }) => passes(test, facts));
}

function passes(test: Test, facts: CustomerFacts): boolean {
  if (test.kind === "never") return false;
  const fact = factOf(test.field, facts);
  if (test.kind === "known") return (fact === null) === test.isNot;
  if (fact === null) return false;
  switch (test.kind) {
    case "numbers":
      return typeof fact === "number" && liesIn(fact, test);
    case "days":
      return typeof fact === "string" && liesIn(fact, test);
    case "among":
      return isAmong(fact, test.values) !== test.isNot;
    case "contains":
      return typeof fact === "string" && holdsText(fact, test.text);
  }
}

function factOf(field: Field, { fields, attributes }: CustomerFacts): Fact {
  if (field.attribute === null) return knownFact(fields[field.id] ?? null);
  const isSaid = Object.hasOwn(attributes, field.attribute);
  const stored = isSaid ? attributes[field.attribute]?.replace(/^ +| +$/g, "") : "";
  return stored ? readAttribute(stored, field) : null;
}

/** No words at all are nothing known. */
function knownFact(fact: Fact): Fact {
  return typeof fact === "object" && fact?.length === 0 ? null : fact;
}

/** A stored value as its type is read; null for what does not fit it. */
function readAttribute(stored: string, { type }: Field): Fact {
  switch (type) {
    case "number":
      return /^\s|\s$/.test(stored) ? null : readNumber(stored);
    case "day":
      return readDay(stored);
    case "yes_no":
      return readAnswer(stored);
    case "text":
    case "set":
      return stored;
  }
}

function readAnswer(stored: string): "yes" | "no" | null {
  const answer = /^\s|\s$/.test(stored) ? null : readYesNo(stored);
  if (answer === null) return null;
  return answer ? "yes" : "no";
}

const ISO_DAY = /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?:$|[T ])/;
const DOTTED_DAY = /^(0[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])\.(\d{4})$/;

function readDay(stored: string): string | null {
  const iso = ISO_DAY.exec(stored)?.[1];
  if (iso) return iso;
  const [, day, month, year] = DOTTED_DAY.exec(stored) ?? [];
  return year === undefined ? null : `${year}-${month}-${day}`;
}

function liesIn<T extends number | string>(fact: T, { from, to }: Stretch<T>): boolean {
  const isAfter = !from || fact > from.at || (from.isIn && fact === from.at);
  const isBefore = !to || fact < to.at || (to.isIn && fact === to.at);
  return isAfter && isBefore;
}

function isAmong(fact: NonNullable<Fact>, values: readonly (number | string)[]): boolean {
  if (typeof fact === "object") return fact.some((word) => values.includes(word));
  return values.includes(fact);
}
