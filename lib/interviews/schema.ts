import { z } from "zod";
import { STANCES } from "#lib/evidence/types.ts";

const LONGEST_NOTES = 50_000;

/** A choice that may be left open: "" is none. */
const OptionalId = z
  .string()
  .default("")
  .transform((id) => (id === "" ? null : id))
  .pipe(z.uuid("This is not one of the choices.").nullable());

const FIELDS = {
  title: z
    .string()
    .trim()
    .min(1, "Give the interview a title.")
    .max(120, "Use at most 120 characters.")
    .transform((title) => title.replaceAll("\0", "")),
  heldOn: z.iso.date("Give a day such as 2026-11-21."),
  /** A customer's number; "" for nobody we know */
  customerNumber: z.string().trim().max(200).default(""),
  segmentId: OptionalId,
  notes: z
    .string()
    .trim()
    .min(1, "Write down what was said.")
    .max(LONGEST_NOTES, `Use at most ${LONGEST_NOTES} characters.`)
    // A browser sends line ends its own way; cutting looks for the words as they are stored.
    .transform((notes) => notes.replaceAll("\r\n", "\n").replaceAll("\0", "")),
};

export const RecordInterview = z.object(FIELDS);
export type RecordInterview = z.output<typeof RecordInterview>;

/** An interview as the person who changes it saw it. */
const Seen = { interviewId: z.uuid(), version: z.coerce.number().int().positive() };

export const ChangeInterview = z.object({ ...Seen, ...FIELDS });
export type ChangeInterview = z.output<typeof ChangeInterview>;

export const SeenInterview = z.object(Seen);
export type SeenInterview = z.output<typeof SeenInterview>;

/** `withEvidence`: what was cut out of it may go along. */
export const DeleteInterview = SeenInterview.extend({
  withEvidence: z
    .string()
    .optional()
    .transform((text) => text === "yes"),
});
export type DeleteInterview = z.output<typeof DeleteInterview>;

export const BringBackInterview = z.object({ interviewId: z.uuid() });
export type BringBackInterview = z.output<typeof BringBackInterview>;

const TARGET = /^(need|persona|claim)\.([0-9a-f-]{36})$/;

/** A stretch of the notes as evidence; `target` is "claim.<id>". */
export const CutEvidence = z.object({
  interviewId: z.uuid(),
  excerpt: z
    .string()
    .trim()
    .min(1, "Mark the words that count.")
    .max(2_000, "Use at most 2000 characters."),
  target: z.string().regex(TARGET, "Choose what it is evidence for."),
  stance: z.enum(STANCES).default("supports"),
});
export type CutEvidence = z.output<typeof CutEvidence>;

const Named = z.object({ id: z.uuid(), name: z.string() });
const INTERVIEW = {
  id: z.uuid(),
  title: z.string().nullable().meta({ description: "null once the customer was erased" }),
  heldOn: z.iso.date(),
  segment: Named.nullable(),
  customer: z
    .object({ id: z.uuid(), number: z.string() })
    .nullable()
    .meta({ description: "null for nobody, and for keys that may not read customers" }),
};

/** A line of the list of interviews as the API hands it out. */
export const InterviewSummary = z.object({
  ...INTERVIEW,
  pieces: z.int().meta({ description: "Pieces of evidence that were cut out of it" }),
});

/** One interview as the API hands it out. */
export const InterviewRecord = z.object({
  ...INTERVIEW,
  notes: z.string().nullable(),
  cuttings: z.array(
    z.object({
      id: z.uuid().meta({ description: "Of the piece of evidence" }),
      excerpt: z.string().nullable(),
      stance: z.enum(STANCES),
      about: z.string().meta({ description: "The need, persona or claim in its words" }),
    }),
  ),
});
export type InterviewRecord = z.output<typeof InterviewRecord>;
