import { z } from "zod";
import { tidyName } from "#lib/format/name-key.ts";
import { OPPORTUNITY_BANDS } from "#lib/stats/opportunity.ts";
import { parseQuestionKey } from "./question-key.ts";
import { NEED_ASPECTS, NEED_KINDS, RATED_ASPECTS } from "./types.ts";

const NO_NUL = /^[^\0]*$/;

const Statement = z
  .string()
  .regex(NO_NUL, "A text holds no NUL.")
  .transform(tidyName)
  .pipe(
    z
      .string()
      .min(1, "Write the need as a customer would say it.")
      .max(300, "Use at most 300 characters."),
  );
const Kind = z.enum(NEED_KINDS, "Choose what kind of need it is.");
const Words = z
  .string()
  .max(2000, "Use at most 2,000 characters.")
  .regex(NO_NUL, "A text holds no NUL.");

/** A text that may be left open: "" is none. */
const OptionalWords = Words.default("").transform((text) =>
  text.trim() === "" ? null : text.trim(),
);

/** A choice that may be left open: "" is none. */
const OptionalId = z
  .string()
  .default("")
  .transform((text) => (text === "" ? null : text))
  .pipe(z.uuid("This is not one of the choices.").nullable());

/** One need as the person who changes it saw it. */
export const SeenNeed = z.object({
  needId: z.uuid(),
  version: z.coerce.number().int().positive(),
});
export type SeenNeed = z.output<typeof SeenNeed>;

export const CreateNeed = z.object({
  statement: Statement,
  kind: Kind,
  segmentId: OptionalId,
  note: OptionalWords,
});
export type CreateNeed = z.output<typeof CreateNeed>;

export const ChangeNeed = SeenNeed.extend(CreateNeed.shape);
export type ChangeNeed = z.output<typeof ChangeNeed>;

/** `withLinks`: what hangs on it may go along. */
export const DeleteNeed = SeenNeed.extend({
  withLinks: z
    .string()
    .optional()
    .transform((text) => text === "yes"),
});
export type DeleteNeed = z.output<typeof DeleteNeed>;

export const BringBackNeed = z.object({ needId: z.uuid() });
export type BringBackNeed = z.output<typeof BringBackNeed>;

/** A question as a form names it. */
const PickedQuestion = z
  .string()
  .max(6000)
  .transform((key, context) => {
    const found = parseQuestionKey(key);
    if (found) return found;
    context.addIssue({ code: "custom", message: "Choose a question." });
    return z.NEVER;
  });

/** `needId` is left open for the outcome alone. */
export const MapQuestion = z
  .object({
    picked: PickedQuestion,
    aspect: z.enum(NEED_ASPECTS, "Choose what the question asks."),
    needId: OptionalId,
  })
  .superRefine(({ aspect, needId }, context) => {
    const issue = (message: string) =>
      context.addIssue({ code: "custom", path: ["needId"], message });
    if (aspect === "outcome" && needId !== null)
      issue("A question about how it is all in all asks of no need. Leave the need open.");
    if (aspect !== "outcome" && needId === null) issue("Choose the need it asks about.");
  });
export type MapQuestion = z.output<typeof MapQuestion>;

export const UnmapQuestion = z.object({ mappingId: z.uuid() });
export type UnmapQuestion = z.output<typeof UnmapQuestion>;

const Count = (message: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, message)
    .transform(Number);

/** A mean on 1 to 5, with a point or a comma; "" where the report tells none. */
const OptionalMean = z
  .string()
  .default("")
  .transform((text) => text.trim().replace(",", "."))
  .refine((text) => text === "" || /^[1-5](\.\d{1,4})?$/.test(text), "Write a mean from 1 to 5.")
  .transform((text) => (text === "" ? null : Number(text)))
  .refine((mean) => mean === null || mean <= 5, "Write a mean from 1 to 5.");

/** What a report says of a need. */
export const RateNeed = z
  .object({
    needId: z.uuid(),
    aspect: z.enum(RATED_ASPECTS, "Choose what was asked."),
    n: Count("Write how many answered, as a whole number.").refine(
      (n) => n > 0,
      "At least one person must have answered.",
    ),
    top2: Count("Write how many chose 4 or 5, as a whole number."),
    mean: OptionalMean,
    reportedIn: z
      .string()
      .regex(NO_NUL, "A text holds no NUL.")
      .transform(tidyName)
      .pipe(
        z
          .string()
          .min(1, "Say where the numbers come from.")
          .max(200, "Use at most 200 characters."),
      ),
    askedOn: z.iso.date("Write a day as YYYY-MM-DD."),
  })
  .superRefine(({ n, top2 }, context) => {
    if (top2 <= n) return;
    const message = "No more can have chosen 4 or 5 than answered.";
    context.addIssue({ code: "custom", path: ["top2"], message });
  });
export type RateNeed = z.output<typeof RateNeed>;

export const RemoveRating = z.object({ ratingId: z.uuid() });
export type RemoveRating = z.output<typeof RemoveRating>;

/** A need as the API makes it, and as it changes the fields that are given. */
const ApiFields = {
  statement: Statement,
  kind: Kind,
  segmentId: z.uuid().nullable().meta({ description: "null for all customers" }),
  note: Words.nullable(),
};
export const NewNeed = z.strictObject({
  ...ApiFields,
  segmentId: ApiFields.segmentId.default(null),
  note: ApiFields.note.default(null),
});
export const NeedChange = z.strictObject({ ...ApiFields, isArchived: z.boolean() }).partial();
export type NeedChange = z.output<typeof NeedChange>;

const Interval = z.object({ low: z.number(), high: z.number() }).meta({ description: "95 %" });
const AspectRecord = z
  .object({
    n: z.int(),
    mean: z.number().nullable().meta({ description: "On 1 to 5" }),
    topShare: z.number().meta({ description: "Share of 4 and 5 of 5, 0 to 1" }),
    topShareInterval: Interval,
    origin: z.enum(["answers", "report"]),
  })
  .nullable()
  .meta({ description: "null where nobody has asked, or answers cannot be read as five steps" });

/** A need as the API hands it out. */
export const NeedRecord = z.object({
  id: z.uuid(),
  statement: z.string(),
  kind: z.enum(NEED_KINDS),
  segment: z
    .object({ id: z.uuid(), name: z.string() })
    .nullable()
    .meta({ description: "null: of all customers" }),
  note: z.string().nullable(),
  isArchived: z.boolean(),
  evidence: z.int().meta({ description: "Different sources that speak for it" }),
  importance: AspectRecord,
  satisfaction: AspectRecord,
  opportunity: z
    .object({ score: z.number(), band: z.enum(OPPORTUNITY_BANDS), interval: Interval })
    .nullable()
    .meta({ description: "Importance + max(importance − satisfaction, 0), 0 to 20" }),
  kano: z
    .object({
      kind: z.string(),
      isClear: z.boolean(),
      better: z.number().nullable(),
      worse: z.number().nullable(),
      n: z.int(),
    })
    .nullable(),
});
export type NeedRecord = z.output<typeof NeedRecord>;
