import type { AttributeType } from "#lib/customers/types.ts";
import { conditionFault } from "#lib/segments/condition-faults.ts";
import { FIELDS, type Field, findField, OPERATORS_OF } from "#lib/segments/fields.ts";
import { Rule } from "#lib/segments/schema.ts";
import type { Condition, Part, RuleValue, ScalarValue } from "#lib/segments/types.ts";
import type { Random } from "#lib/stats/create-random.ts";

/** What the attributes of random customers are; of `gone` nobody has any. */
export const RANDOM_ATTRIBUTES: ReadonlyMap<string, AttributeType> = new Map([
  ["visits per year", "number"],
  ["City", "choice"],
  ["born.on", "day"],
  ["новости", "yes_no"],
]);

export const CHANNELS = ["web", "shop", "Köln", "o'clock"] as const;
export const PRODUCTS = ["A-1", "B-2", "C,3", "{D}"] as const;
/** Needs that are in use; the last one nobody has. */
export const NEEDS = [1, 2, 3].map((n) => `01900000-0000-7000-8000-00000000000${n}`);
const TEXTS = ["Wien", "wien", "Zürich", "O'Brien & Co.", "Köln", "%"] as const;
const NUMBERS = [0, 1, 2, 3, 3.5, 5, 7.25, 10, 50, 99.99, 120.5] as const;

/** One of several, by chance. */
export function pick<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[Math.floor(random() * choices.length)];
  if (choice === undefined) throw new Error("There is nothing to choose from.");
  return choice;
}

/** A day of 2026 up to the end of October. */
export function randomDay(random: Random): string {
  return new Date(Date.UTC(2026, 0, 1 + Math.floor(random() * 304))).toISOString().slice(0, 10);
}

/** A rule by chance, up to five groups deep, that asks anything of anything. */
export function randomRule(random: Random): Rule {
  return Rule.parse(randomGroup(random, 4));
}

function randomGroup(random: Random, depth: number): Part {
  const parts = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
    depth > 0 && random() < 0.35 ? randomGroup(random, depth - 1) : randomCondition(random),
  );
  switch (pick(random, ["all", "any", "none"] as const)) {
    case "all":
      return { all: parts };
    case "any":
      return { any: parts };
    case "none":
      return { none: parts };
  }
}

function randomCondition(random: Random): Condition {
  const field = randomField(random);
  const op = pick(random, OPERATORS_OF[field.type]);
  const condition: Condition = { field: field.id, op, ...valueFor(random, op, field) };
  return conditionFault(condition, field) ? randomCondition(random) : condition;
}

function randomField(random: Random): Field {
  if (random() < 0.7) return pick(random, FIELDS);
  const [name, type] = pick(random, [...RANDOM_ATTRIBUTES, ["gone", "text"] as const]);
  // Now and then one whose kind is another than the rule takes it for.
  const asked = random() < 0.1 ? "number" : type;
  const field = findField(`attributes.${name}`, asked);
  if (!field) throw new Error(`There is no attribute ${name}.`);
  return field;
}

function valueFor(random: Random, op: Condition["op"], field: Field): { value?: RuleValue } {
  const one = () => randomValue(random, field);
  if (op === "known" || op === "unknown") return {};
  if (op === "in") return { value: Array.from({ length: 1 + Math.floor(random() * 3) }, one) };
  if (op === "between") return { value: [one(), one()] };
  if (op === "contains")
    return {
      value: pick(random, [
        ...["en", "WIE", "zurich", "brien co", "x", " &", "."],
        ...["n west", "wi\u0001", "lodz", "  West"],
      ]),
    };
  return { value: one() };
}

function randomValue(random: Random, field: Field): ScalarValue {
  switch (field.type) {
    case "number":
      return numberFor(random, field);
    case "day":
      return random() < 0.5 ? randomDay(random) : { daysAgo: Math.floor(random() * 320) };
    case "text":
      return field.limits.choices ? pick(random, field.limits.choices) : pick(random, TEXTS);
    case "set":
      if (field.limits.isNeed) return pick(random, NEEDS);
      return pick(random, field.limits.choices ?? [...CHANNELS, ...PRODUCTS]);
    case "yes_no":
      return random() < 0.5;
  }
}

function numberFor(random: Random, { limits, unit }: Field): number {
  if (unit === "share") return Math.round(random() * 10) / 10;
  if (limits.most === 100) return Math.round(random() * 1_000) / 10;
  return pick(random, NUMBERS);
}
