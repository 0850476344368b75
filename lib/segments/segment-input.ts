import { z } from "zod";
import { LAWFUL_BASES } from "#lib/customers/types.ts";
import { tidyName } from "#lib/format/name-key.ts";
import { RuleText } from "./rule-text.ts";
import { Rule, WrittenPart } from "./schema.ts";
import { SEGMENT_KINDS } from "./segment-types.ts";
import { RULE_PROBLEMS } from "./types.ts";

const NO_NULL = /^[^\0]*$/;
/** Something other than spaces, marks and characters without a shape. */
const SEEN = /[\p{L}\p{N}\p{S}\p{P}]/u;
const LONGEST_NOTE = 500;

const SegmentName = z
  .string("Give the segment a name.")
  .transform((name) => tidyName(name).normalize("NFC"))
  .pipe(
    z
      .string()
      .min(1, { error: "Give the segment a name.", abort: true })
      .max(120, "Use at most 120 characters.")
      .regex(NO_NULL, "The name holds what is no character.")
      .regex(SEEN, "Give the segment a name that can be seen."),
  );

const Sentence = z
  .string()
  .trim()
  .max(LONGEST_NOTE, `Use at most ${LONGEST_NOTE} characters.`)
  .regex(NO_NULL, "The text holds what is no character.")
  .transform((text) => (text === "" ? null : text));

const Basis = z.enum(LAWFUL_BASES, "Choose one of the lawful bases.");

/** What a form sends of a segment; "" is nothing. */
const FormFields = {
  name: SegmentName,
  note: Sentence.default(null),
  purpose: Sentence.default(null),
  lawfulBasis: z
    .string()
    .default("")
    .transform((text) => (text === "" ? null : text))
    .pipe(Basis.nullable()),
};

export const CreateSegmentForm = z.object({ ...FormFields, rule: RuleText });
export const ChangeSegmentForm = CreateSegmentForm.extend({
  segmentId: z.uuid(),
  version: z.coerce.number().int().positive(),
});

/** One segment as the person who does something to it saw it. */
export const SeenSegment = z.object({
  segmentId: z.uuid(),
  version: z.coerce.number().int().positive(),
});
export type SeenSegment = z.output<typeof SeenSegment>;

/** A list of a form: its values with commas between them. */
const Listed = z
  .string()
  .default("")
  .transform((text) => text.split(","));

/** The order of the primary segmentation: every segment shown, with its number ("" for none), and the button that was pressed. */
export const OrderPrimary = z
  .object({
    segmentIds: Listed.pipe(z.array(z.uuid()).min(1).max(500)),
    ranks: Listed,
    /** "up:<id>" or "down:<id>" */
    move: z
      .string()
      .regex(/^(?:up|down):[0-9a-f-]{36}$/)
      .optional(),
  })
  .transform(({ segmentIds, ranks, move }, context) => ({
    move: move ?? null,
    asked: segmentIds.map((segmentId, place) => {
      const text = (ranks[place] ?? "").trim();
      const rank = text === "" ? null : Number(text);
      if (rank !== null && !(Number.isInteger(rank) && rank > 0 && rank <= 1_000))
        context.addIssue({
          code: "custom",
          path: ["ranks"],
          message: "Give whole numbers from 1.",
        });
      return { segmentId, rank };
    }),
  }));
export type OrderPrimary = z.output<typeof OrderPrimary>;

const ApiText = Sentence.nullable();
const API_FIELDS = {
  name: SegmentName,
  note: ApiText.meta({ description: "Why it is kept, in a sentence" }),
  purpose: ApiText.meta({ description: "Needed of a rule that asks sensitive attributes" }),
  lawfulBasis: Basis.nullable().meta({
    description: "Needed of a rule that asks sensitive attributes",
  }),
};

/** A segment as the API makes it, and as it changes the fields that are given. */
export const NewSegment = z.strictObject({
  ...API_FIELDS,
  note: API_FIELDS.note.default(null),
  purpose: API_FIELDS.purpose.default(null),
  lawfulBasis: API_FIELDS.lawfulBasis.default(null),
  rule: Rule,
});
export type NewSegment = z.output<typeof NewSegment>;

export const SegmentChange = z.strictObject({
  ...z.object({ ...API_FIELDS, rule: Rule, isArchived: z.boolean() }).partial().shape,
  version: z
    .int()
    .positive()
    .optional()
    .meta({ description: "The version that was read: another one there now is refused" }),
});
export type SegmentChange = z.output<typeof SegmentChange>;

const RULE_WORDS =
  'A group { all | any | none: [ … ] } of groups and conditions { field, op, value }, as in { "all": [ { "field": "orders.days", "op": ">=", "value": 3 } ] }';

/** The same two as the document of the API shows them: a rule with its parts. */
export const NewSegmentShape = NewSegment.extend({
  rule: WrittenPart.meta({ description: RULE_WORDS }),
});
export const SegmentChangeShape = SegmentChange.extend({
  rule: WrittenPart.meta({ description: RULE_WORDS }).optional(),
});

/** What the list of segments of the API can be narrowed down by. */
export const SegmentFilters = z.object({
  kind: z.enum(SEGMENT_KINDS).optional().meta({ description: "Only segments of this kind" }),
  search: z.string().max(120).optional().meta({ description: "Text that the name holds" }),
});

/** A segment as the API hands it out. */
export const SegmentRecord = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(SEGMENT_KINDS).meta({ description: "named: files call it so; list: by hand" }),
  rule: WrittenPart.nullable(),
  note: z.string().nullable(),
  purpose: z.string().nullable(),
  lawfulBasis: z.string().nullable(),
  size: z.int().nullable().meta({ description: "Customers when last computed; null before" }),
  membership: z.enum(["computing", "fresh"]),
  problems: z
    .array(
      z.object({
        code: z.enum(RULE_PROBLEMS),
        field: z.string(),
        path: z.array(z.union([z.string(), z.int()])),
      }),
    )
    .meta({ description: "What is wrong with the rule though it can be asked, and where in it" }),
  primaryRank: z.int().nullable().meta({ description: "Place in the primary segmentation" }),
  isArchived: z.boolean(),
  version: z.int(),
});
export type SegmentRecord = z.output<typeof SegmentRecord>;

/** A customer of a segment as the API hands it out. */
export const SegmentMemberRecord = z.object({
  customerId: z.uuid(),
  externalId: z.string().meta({ description: "The id where the number is personal data" }),
  name: z.string().nullable(),
  email: z.string().nullable(),
  since: z.iso.date().meta({ description: "First day in the segment, without a break" }),
});
