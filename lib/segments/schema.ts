import * as z from "zod";
import { ATTRIBUTE_TYPES } from "#lib/customers/types.ts";
import { type ConditionFault, conditionFault, shapeFault } from "./condition-faults.ts";
import { ATTRIBUTE_PREFIX, attributeName, FIELDS, findField, OPERATORS_OF } from "./fields.ts";
import { COMBINATIONS, type Condition, type Group, OPERATORS, type Part } from "./types.ts";

// The policy of our pages allows no code made from text, not even as a trial.
if (typeof window !== "undefined") z.config({ jitless: true });

/** More are refused: a rule is meant to be read by people, and a statement has an end. */
export const MOST_CONDITIONS = 200;
export const DEEPEST_GROUPS = 6;
const MOST_VALUES = 100;
const LONGEST_FIELD = 80;
const FIELDS_IN_WORDS = `One of ${FIELDS.map(
  ({ id, type }) => `${id} (${type}: ${OPERATORS_OF[type].join(" ")})`,
).join(
  ", ",
)}; or ${ATTRIBUTE_PREFIX}<name>, with the operators of what its values are. Of tiers 1 is the best, of percentiles 100.`;
const NO_GROUP = "A rule starts with a group: all, any or none.";
const ONE_OPERATOR = `Use one of ${OPERATORS.join(" ")}.`;

const Scalar = z.union(
  [
    z.number(),
    z.string(),
    z.boolean(),
    z.strictObject({ daysAgo: z.number().meta({ description: "Before the day of asking" }) }),
  ],
  `Give a number, a text, true, false, a day or { "daysAgo": 30 }.`,
);

type WrittenPart = {
  all?: WrittenPart[] | undefined;
  any?: WrittenPart[] | undefined;
  none?: WrittenPart[] | undefined;
  field?: string | undefined;
  op?: Condition["op"] | undefined;
  value?: Condition["value"];
};

const WrittenParts: z.ZodType<WrittenPart[]> = z.lazy(() =>
  z
    .array(WrittenPart, "Give a list of conditions and groups.")
    .min(1, "A group needs a condition.")
    .max(MOST_CONDITIONS),
);

/** A group or a condition, as the API takes them and its document shows them. */
export const WrittenPart: z.ZodType<WrittenPart> = z
  .strictObject(
    {
      all: WrittenParts.optional(),
      any: WrittenParts.optional(),
      none: WrittenParts.optional(),
      field: z
        .string("Name the field.")
        .max(LONGEST_FIELD, "No field is called so.")
        .optional()
        .meta({ description: FIELDS_IN_WORDS }),
      op: z.enum(OPERATORS, ONE_OPERATOR).optional(),
      value: z
        .union(
          [Scalar, z.array(Scalar).min(1).max(MOST_VALUES)],
          `Give a value, or a list of 1 to ${MOST_VALUES}.`,
        )
        .optional(),
    },
    { error: strangeKeys },
  )
  .superRefine(checkPart)
  .meta({ id: "SegmentRulePart" });

/**
 * The rule of a segment: { "all" | "any" | "none": [ … ] } of groups and conditions { "field", "op", "value" }. Refuses an empty
 * group, more than 200 conditions, groups deeper than 6, unknown fields, and what does not fit between field, operator and value;
 * of an attribute only how many values there are, for its kind may change.
 */
export const Rule = z
  .unknown()
  .superRefine(checkSize)
  .pipe(
    WrittenPart.transform((written, context): Group => {
      const part = partOf(written);
      if (!("field" in part)) return part;
      context.issues.push({ code: "custom", message: NO_GROUP, input: written, path: [] });
      return z.NEVER;
    }),
  );

export type Rule = z.output<typeof Rule>;

/** Before anything else: the parts of a rule are read into each other, and a hostile one could go on without end. */
function checkSize(json: unknown, context: z.RefinementCtx): void {
  const { conditions, depth } = measure(json, 0);
  if (depth > DEEPEST_GROUPS)
    context.addIssue(`Groups can be nested ${DEEPEST_GROUPS} deep at most.`);
  else if (conditions > MOST_CONDITIONS)
    context.addIssue(
      `A rule has at most ${MOST_CONDITIONS} conditions; this one has ${conditions}.`,
    );
}

type Size = { conditions: number; depth: number };

function measure(json: unknown, depth: number): Size {
  const size: Size = { conditions: 1, depth };
  const lists = listsIn(json);
  if (lists.length === 0 || depth > DEEPEST_GROUPS) return size;
  const inner = lists.flat().map((part) => measure(part, depth + 1));
  return inner.reduce(
    (sum, each) => ({
      conditions: sum.conditions + each.conditions,
      depth: Math.max(sum.depth, each.depth),
    }),
    { conditions: 0, depth: depth + 1 },
  );
}

function listsIn(json: unknown): unknown[][] {
  if (typeof json !== "object" || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) =>
    COMBINATIONS.some((each) => each === key) && Array.isArray(value) ? [value] : [],
  );
}

function checkPart(part: WrittenPart, context: z.RefinementCtx): void {
  const { field, op, value } = part;
  const groups = COMBINATIONS.filter((each) => part[each] !== undefined);
  const isCondition = [field, op, value].some((each) => each !== undefined);
  if (groups.length + Number(isCondition) !== 1)
    context.addIssue("Give one of all, any, none, or a field with its operator and value.");
  if (groups.length > 0 || !isCondition) return;
  const fault = writtenFault(part);
  if (fault) context.addIssue({ code: "custom", path: [fault.at], message: fault.message });
}

function writtenFault({ field, op, value }: WrittenPart): ConditionFault | null {
  if (field === undefined) return { at: "field", message: "Name the field." };
  if (op === undefined) return { at: "op", message: ONE_OPERATOR };
  const condition = { field, op, value };
  const known = field.includes("\0") ? null : findField(field, "text");
  if (!known) return { at: "field", message: `There is no field “${field}”.` };
  return attributeName(field) === null
    ? conditionFault(condition, known)
    : attributeFault(condition);
}

/** An attribute may be of any kind when it is asked: only what fits none is wrong. */
function attributeFault(condition: Condition): ConditionFault | null {
  const shape = shapeFault(condition);
  if (shape) return shape;
  const faults = ATTRIBUTE_TYPES.map((type) => {
    const field = findField(condition.field, type);
    return field && conditionFault(condition, field);
  });
  if (faults.includes(null)) return null;
  return faults.find((fault) => fault?.at === "value") ?? faults[0] ?? null;
}

function partOf({ all, any, none, field, op, value }: WrittenPart): Part {
  if (all) return { all: all.map(partOf) };
  if (any) return { any: any.map(partOf) };
  if (none) return { none: none.map(partOf) };
  const condition = { field: field ?? "", op: op ?? "known" };
  return value === undefined ? condition : { ...condition, value };
}

function strangeKeys(issue: { code?: string; keys?: string[] }): string | undefined {
  if (issue.code !== "unrecognized_keys") return "Give a group or a condition.";
  return `Nothing is called ${issue.keys?.map((key) => `“${key}”`).join(", ")} here.`;
}
