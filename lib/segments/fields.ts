import type { Permission } from "#lib/auth/permissions.ts";
import { type AttributeType, PURPOSES } from "#lib/customers/types.ts";
import { soundsSensitive } from "./sensitive-names.ts";
import type { Operator } from "./types.ts";

/** What kind of thing a field knows: `set` is several words, of which a condition names any, or with `!=` none. */
export const FIELD_TYPES = ["number", "day", "text", "set", "yes_no"] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** The operators that fit a type. */
export const OPERATORS_OF: Readonly<Record<FieldType, readonly Operator[]>> = {
  number: ["=", "!=", "<", "<=", ">", ">=", "between", "in", "known", "unknown"],
  day: ["=", "<", "<=", ">", ">=", "between", "known", "unknown"],
  text: ["=", "!=", "in", "contains", "known", "unknown"],
  set: ["=", "!=", "in", "known", "unknown"],
  yes_no: ["=", "known", "unknown"],
};

/** Where a field stands: in the row of facts of a customer, among its attributes there, or in the products of all its orders. */
export type FieldSource = "fact" | "attributes" | "products";

/** `money` is in major units of the workspace's currency in a rule, and in minor ones as a fact. */
export type FieldUnit = "count" | "money" | "share" | "points" | null;

/** Numbers or words that a value may be. */
export type FieldLimits = {
  readonly least?: number;
  readonly most?: number;
  readonly isWhole?: boolean;
  readonly choices?: readonly string[];
  /** Values are the ids of needs */
  readonly isNeed?: boolean;
};

/** What a rule may ask of. Its name is the message `segments.fields.<word>`. */
export type Field = {
  readonly id: string;
  readonly word: FieldWord | null;
  readonly type: FieldType;
  readonly unit: FieldUnit;
  readonly source: FieldSource;
  /** What a member must be allowed to read to use it: a segment tells what its rule asks */
  readonly needs: Permission;
  /** Takes a stated purpose and a lawful basis */
  readonly isSensitive: boolean;
  /** The name of an attribute; null for the rest */
  readonly attribute: string | null;
  readonly limits: FieldLimits;
};

export const ATTRIBUTE_PREFIX = "attributes.";
/** Of tiers the first is the best: a low number is much. */
export const TIER_FIELD = "value.tier";

type Row = readonly [
  id: string,
  type: FieldType,
  source: FieldSource,
  needs: Permission,
  unit?: FieldUnit,
  limits?: FieldLimits,
];

const COUNT: FieldLimits = { least: 0, isWhole: true };
const NEED: FieldLimits = { isNeed: true };
const SCORE: FieldLimits = { least: 1, most: 5, isWhole: true };
const CELLS = scores().flatMap((r) => scores().flatMap((f) => scores().map((m) => `${r}${f}${m}`)));

/**
 * Every field but attributes. A count is always known, and 0 where there is nothing to count; an amount, a day, a score is not known
 * where there is nothing. Orders are those that value was computed from, in the workspace's currency; channels and products are of
 * all orders. Those of the last 30, 90 and 365 days count back from the day of the facts, both ends counted. Of several runs of lifetime value the last one speaks. A last score is put on 0 to 10, 10 the best, whatever scale it
 * was given on. A complaint is open as the tiers count it. A customer is one since registering or ordering first.
 *
 * Needs are told by a customer's own last answers to the questions that are mapped to them, on scales of five steps: important and
 * satisfied are the best two (as Ulwick's shares count them), unmet is important with a satisfaction below them.
 */
const ROWS = [
  ["orders.count", "number", "fact", "order:read", "count", COUNT],
  ["orders.days", "number", "fact", "order:read", "count", COUNT],
  ["orders.amount", "number", "fact", "value:read", "money"],
  ["orders.count30d", "number", "fact", "order:read", "count", COUNT],
  ["orders.count90d", "number", "fact", "order:read", "count", COUNT],
  ["orders.count365d", "number", "fact", "order:read", "count", COUNT],
  ["orders.amount30d", "number", "fact", "value:read", "money"],
  ["orders.amount90d", "number", "fact", "value:read", "money"],
  ["orders.amount365d", "number", "fact", "value:read", "money"],
  ["orders.firstOn", "day", "fact", "order:read"],
  ["orders.lastOn", "day", "fact", "order:read"],
  ["orders.channel", "set", "fact", "order:read"],
  ["orders.product", "set", "products", "order:read"],
  ["customer.since", "day", "fact", "customer:read"],
  ["rfm.recency", "number", "fact", "value:read", "points", SCORE],
  ["rfm.frequency", "number", "fact", "value:read", "points", SCORE],
  ["rfm.monetary", "number", "fact", "value:read", "points", SCORE],
  ["rfm.cell", "text", "fact", "value:read", null, { choices: CELLS }],
  [TIER_FIELD, "number", "fact", "value:read", "points", { least: 1, isWhole: true }],
  ["value.percentile", "number", "fact", "value:read", "points", { least: 0, most: 100 }],
  ["value.pAlive", "number", "fact", "value:read", "share", { least: 0, most: 1 }],
  ["value.margin", "number", "fact", "value:read", "money"],
  ["complaints.open", "number", "fact", "complaint:read", "count", COUNT],
  ["complaints.count", "number", "fact", "complaint:read", "count", COUNT],
  ["complaints.count30d", "number", "fact", "complaint:read", "count", COUNT],
  ["complaints.count90d", "number", "fact", "complaint:read", "count", COUNT],
  ["complaints.count365d", "number", "fact", "complaint:read", "count", COUNT],
  ["signals.lastScore", "number", "fact", "signal:read", "points", { least: 0, most: 10 }],
  ["signals.count", "number", "fact", "signal:read", "count", COUNT],
  ["interactions.count", "number", "fact", "interaction:read", "count", COUNT],
  ["interactions.count30d", "number", "fact", "interaction:read", "count", COUNT],
  ["interactions.count90d", "number", "fact", "interaction:read", "count", COUNT],
  ["interactions.count365d", "number", "fact", "interaction:read", "count", COUNT],
  ["needs.unmet", "set", "fact", "signal:read", null, NEED],
  ["needs.important", "set", "fact", "signal:read", null, NEED],
  ["needs.satisfied", "set", "fact", "signal:read", null, NEED],
  ["needs.answered", "set", "fact", "signal:read", null, NEED],
  ["consent", "set", "fact", "customer:personal", null, { choices: PURPOSES }],
] as const satisfies readonly Row[];

type FieldId = (typeof ROWS)[number][0];
type Underscored<Id extends string> = Id extends `${infer Head}.${infer Tail}`
  ? `${Head}_${Tail}`
  : Id;
/** The key of a field's messages. */
export type FieldWord = Underscored<FieldId>;

export const FIELDS: readonly Field[] = ROWS.map(([id, type, source, needs, unit, limits]) => ({
  id,
  word: wordOf(id),
  type,
  unit: unit ?? null,
  source,
  needs,
  isSensitive: false,
  attribute: null,
  limits: limits ?? {},
}));

const TYPE_OF_ATTRIBUTE: Readonly<Record<AttributeType, FieldType>> = {
  text: "text",
  choice: "text",
  number: "number",
  day: "day",
  yes_no: "yes_no",
};

/** The field that an id names; null for none. `type` is that of an attribute's values. */
export function findField(id: string, type: AttributeType): Field | null {
  const name = attributeName(id);
  if (name === null) return FIELDS.find((field) => field.id === id) ?? null;
  return {
    id,
    word: null,
    type: TYPE_OF_ATTRIBUTE[type],
    unit: null,
    source: "attributes",
    needs: "customer:personal",
    isSensitive: soundsSensitive(name),
    attribute: name,
    limits: {},
  };
}

/** The attribute that an id names; null for another field. */
export function attributeName(id: string): string | null {
  const name = id.slice(ATTRIBUTE_PREFIX.length);
  return id.startsWith(ATTRIBUTE_PREFIX) && name !== "" ? name : null;
}

/** The cast holds because every id has one dot or none, and `Underscored` replaces it as this does. */
function wordOf(id: FieldId): FieldWord {
  return id.replace(".", "_") as FieldWord;
}

function scores(): number[] {
  return [1, 2, 3, 4, 5];
}
