import { z } from "zod";
import { ROW_SOURCES, SOURCE_KINDS, STANCES, SUBJECTS } from "./types.ts";

const LONGEST_EXCERPT = 2_000;

/** A text that may be left empty: null. */
function optionalText(longest: number) {
  return z
    .string()
    .trim()
    .max(longest, `Use at most ${longest} characters.`)
    .default("")
    .transform((text) => (text === "" ? null : text.replaceAll("\0", "")));
}

const SUBJECT = { subject: z.enum(SUBJECTS), subjectId: z.uuid() };
const Stance = z
  .enum(STANCES, { error: "Say whether it speaks for it or against it." })
  .default("supports");
const Day = z.iso
  .date("Give a day such as 2026-11-21.")
  .refine((day) => day >= "1900-01-01", "Give a day since 1900.");

/** A row of the workspace as evidence. `datedOn` counts for a file alone, which else is of the day it was kept; others have their own. */
export const LinkEvidence = z.object({
  ...SUBJECT,
  source: z.enum(ROW_SOURCES),
  sourceId: z.uuid(),
  stance: Stance,
  excerpt: optionalText(LONGEST_EXCERPT),
  datedOn: Day.optional(),
});
export type LinkEvidence = z.output<typeof LinkEvidence>;

const Figure = (asked: string) =>
  z
    .string()
    .trim()
    .transform((text) => (text === "" ? null : Number(text.replace(",", "."))))
    .pipe(z.number(asked).nullable());

/** A number of this workspace as it stands on a page. */
export const LinkStatistic = z
  .object({
    ...SUBJECT,
    label: z
      .string()
      .trim()
      .min(1, "Say what the number is.")
      .max(200, "Use at most 200 characters."),
    href: z.string().trim().min(1, "Give the address of the page that shows it.").max(2_000),
    value: Figure("Give a number such as 21.3.").pipe(z.number("Give the number.")),
    unit: optionalText(20),
    n: z.coerce
      .number("Give how many cases it stands on.")
      .int("Give a whole number.")
      .positive("Give how many cases it stands on."),
    low: Figure("Give a number such as 18.").default(null),
    high: Figure("Give a number such as 25.1.").default(null),
    datedOn: Day,
    stance: Stance,
  })
  .superRefine(({ low, high }, context) => {
    if ((low === null) === (high === null) && (low === null || high === null || low <= high))
      return;
    context.addIssue({
      code: "custom",
      path: [low === null ? "low" : "high"],
      message: "Give both ends of the interval, the lower one first, or none.",
    });
  });
export type LinkStatistic = z.output<typeof LinkStatistic>;

/** What comes with a file. */
export const FileEvidence = z.object({
  ...SUBJECT,
  stance: Stance,
  excerpt: optionalText(LONGEST_EXCERPT),
  datedOn: Day,
});
export type FileEvidence = z.output<typeof FileEvidence>;

export const UnlinkEvidence = z.object({ evidenceId: z.uuid() });
export type UnlinkEvidence = z.output<typeof UnlinkEvidence>;

/** A statistic as the table keeps it. */
export const StoredStatistic = z.object({
  label: z.string(),
  href: z.string(),
  value: z.number(),
  unit: z.string().nullable(),
  n: z.number(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
});

const OptionalId = z.uuid().optional();

/** What a list of evidence is narrowed to. */
export const EvidenceFilter = z.object({
  need: OptionalId.meta({ description: "What speaks for or against this need" }),
  persona: OptionalId.meta({ description: "…this persona, or a claim of it" }),
  claim: OptionalId.meta({ description: "…this claim" }),
  kind: z.enum(SOURCE_KINDS).optional(),
});
export type EvidenceFilter = z.output<typeof EvidenceFilter>;

/** A piece of evidence as the API hands it out. */
export const EvidenceRecord = z.object({
  id: z.uuid(),
  subject: z.enum(SUBJECTS),
  subjectId: z.uuid(),
  about: z.string().meta({ description: "The need, persona or claim in its words" }),
  kind: z.enum(SOURCE_KINDS),
  sourceId: z.uuid().nullable().meta({ description: "null for a statistic" }),
  stance: z.enum(STANCES),
  title: z.string().nullable(),
  excerpt: z.string().nullable().meta({
    description: "The words that count; null for none, and for keys that may not read the source",
  }),
  datedOn: z.iso.date().meta({ description: "The day of the source" }),
  statistic: z
    .object({
      ...{ label: z.string(), value: z.number(), unit: z.string().nullable(), n: z.number() },
      href: z.string().meta({ description: "The page that shows it, after /w/<workspace>" }),
      interval: z.object({ low: z.number(), high: z.number() }).nullable(),
    })
    .nullable()
    .meta({ description: "A number of this workspace as a page showed it that day" }),
});
export type EvidenceRecord = z.output<typeof EvidenceRecord>;
