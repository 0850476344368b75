import { z } from "zod";
import { tidyName } from "#lib/format/name-key.ts";
import { CONFIDENCES, LONGEST_TEXT, type PersonaText } from "./types.ts";

const FIRST_DAY = "2000-01-01";
const LAST_DAY = "2099-12-31";

/** A database keeps no NUL. */
function withoutNul(text: string): string {
  return text.replaceAll("\0", "");
}

/** A text that may be left empty: null. */
function optionalText(longest: number) {
  return z
    .string()
    .overwrite(withoutNul)
    .trim()
    .max(longest, `Use at most ${longest} characters.`)
    .default("")
    .transform((text) => (text === "" ? null : text));
}

const text = (name: PersonaText) => optionalText(LONGEST_TEXT[name]);

const Name = z
  .string()
  .overwrite((name) => tidyName(withoutNul(name)))
  .min(1, "Give the persona a name.")
  .max(80, "Use at most 80 characters.");
const SegmentId = z.uuid({ error: "Choose a segment." });

/** A choice that may be left open: "" is none. */
const OptionalId = z
  .string()
  .default("")
  .transform((id) => (id === "" ? null : id))
  .pipe(z.uuid("This is not one of the choices.").nullable());

const TEXTS = {
  quote: text("quote"),
  goals: text("goals"),
  frustrations: text("frustrations"),
  emotionalNeeds: text("emotionalNeeds"),
  promise: text("promise"),
  channels: text("channels"),
  frontlineTip: text("frontlineTip"),
};

export const CreatePersona = z.object({
  ...{ name: Name, segmentId: SegmentId, responsibleId: OptionalId },
  ...TEXTS,
});
export type CreatePersona = z.output<typeof CreatePersona>;

/** A persona as the person who changes it saw it. */
export const SeenPersona = z.object({
  personaId: z.uuid(),
  version: z.coerce.number().int().positive(),
});
export type SeenPersona = z.output<typeof SeenPersona>;

export const ChangePersona = SeenPersona.extend(CreatePersona.shape);
export type ChangePersona = z.output<typeof ChangePersona>;

export const BringBackPersona = z.object({ personaId: z.uuid() });
export type BringBackPersona = z.output<typeof BringBackPersona>;

const Statement = z
  .string()
  .overwrite(withoutNul)
  .trim()
  .min(1, "Say what can be checked.")
  .max(300, "Use at most 300 characters.");
const Confidence = z.enum(CONFIDENCES, { error: "Choose how sure you are." });
const ExpiresOn = z.iso
  .date("Give a day such as 2026-11-21.")
  .refine((day) => day >= FIRST_DAY && day <= LAST_DAY, "Give a day from 2000 to 2099.");

export const AddClaim = z.object({
  ...{ personaId: z.uuid(), statement: Statement },
  ...{ confidence: Confidence.default("medium"), expiresOn: ExpiresOn },
});
export type AddClaim = z.output<typeof AddClaim>;

/** A claim as the person who changes it saw it. */
export const SeenClaim = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int().positive(),
});
export type SeenClaim = z.output<typeof SeenClaim>;

export const ChangeClaim = SeenClaim.extend({
  ...{ statement: Statement, confidence: Confidence, expiresOn: ExpiresOn },
});
export type ChangeClaim = z.output<typeof ChangeClaim>;

export const BringBackClaim = z.object({ claimId: z.uuid() });
export type BringBackClaim = z.output<typeof BringBackClaim>;

export const ReviewClaim = SeenClaim.extend({ expiresOn: ExpiresOn });
export type ReviewClaim = z.output<typeof ReviewClaim>;

/** Fields of the form of stages: `line_<id>`, `actual_<id>`, `desired_<id>`. */
export const SetStages = z.looseObject(SeenPersona.shape);
export type SetStages = z.output<typeof SetStages>;

/** A persona as the API makes it, and as it changes the fields that are given. */
const ApiTexts = Object.fromEntries(
  Object.entries(LONGEST_TEXT).map(([name, longest]) => [
    name,
    z.string().trim().max(longest).nullish(),
  ]),
);
export const NewPersona = z.strictObject({ name: Name, segmentId: SegmentId, ...ApiTexts });
export const PersonaChange = z
  .strictObject({ name: Name, segmentId: SegmentId, isArchived: z.boolean(), ...ApiTexts })
  .partial();
export const NewClaim = z.strictObject({
  ...{ statement: Statement, confidence: Confidence.default("medium") },
  expiresOn: ExpiresOn.optional().meta({ description: "A year from today when left out" }),
});

export const ClaimChange = z
  .strictObject({ statement: Statement, confidence: Confidence, expiresOn: ExpiresOn })
  .partial();

const TextOut = z.string().nullable();

/** A claim as the API hands it out. */
export const ClaimRecord = z.object({
  ...{ id: z.uuid(), statement: z.string(), confidence: z.enum(CONFIDENCES) },
  ...{ expiresOn: z.iso.date(), reviewedOn: z.iso.date().nullable(), isStale: z.boolean() },
  supports: z.int().meta({ description: "Different sources that speak for it" }),
  contradicts: z.int().meta({ description: "Different sources that speak against it" }),
});
export type ClaimRecord = z.output<typeof ClaimRecord>;

/** A persona as the API hands it out. */
export const PersonaRecord = z.object({
  ...{ id: z.uuid(), name: z.string(), segmentId: z.uuid(), segment: z.string() },
  ...{ quote: TextOut, goals: TextOut, frustrations: TextOut, emotionalNeeds: TextOut },
  ...{ promise: TextOut, channels: TextOut, frontlineTip: TextOut, isArchived: z.boolean() },
});
export type PersonaRecord = z.output<typeof PersonaRecord>;

/** One persona with its claims. */
export const PersonaWithClaims = PersonaRecord.extend({
  claims: z.array(ClaimRecord),
  evidence: z.object({
    ...{ claims: z.int(), many: z.int(), few: z.int(), none: z.int(), stale: z.int() },
  }),
});
export type PersonaWithClaims = z.output<typeof PersonaWithClaims>;
