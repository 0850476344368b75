import { z } from "zod";
import { OUTCOMES } from "./types.ts";

const LONGEST_STEP = 200;
const LONGEST_NOTE = 2_000;
const MOST_AT_ONCE = 100;

/** A text that may be left empty: null. */
function optionalText(longest: number) {
  return z
    .string()
    .trim()
    .max(longest, `Use at most ${longest} characters.`)
    .default("")
    .transform((text) => (text === "" ? null : text.replaceAll("\0", "")));
}

/** A choice that may be left open: "" is none. */
const OptionalId = z
  .string()
  .default("")
  .transform((text) => (text === "" ? null : text))
  .pipe(z.uuid("This is not one of the choices.").nullable());

const OptionalDay = z
  .string()
  .default("")
  .transform((text) => (text === "" ? null : text))
  .pipe(z.iso.date("Give a day such as 2026-11-21.").nullable());

const PLAN = {
  responsibleId: OptionalId,
  nextStep: optionalText(LONGEST_STEP),
  dueOn: OptionalDay,
};
const Note = optionalText(LONGEST_NOTE);

/** A case as the person who changes it saw it. */
const Seen = z.object({ caseId: z.uuid(), version: z.coerce.number().int().positive() });

export const OpenCase = z.object({ customerId: z.uuid(), ...PLAN, note: Note });
export type OpenCase = z.output<typeof OpenCase>;

export const ChangeCase = Seen.extend({ ...PLAN, note: Note });
export type ChangeCase = z.output<typeof ChangeCase>;

export const CloseCase = Seen.extend({
  outcome: z.enum(OUTCOMES, { error: "Choose how it ended." }),
});
export type CloseCase = z.output<typeof CloseCase>;

export const ReopenCase = Seen;
export type ReopenCase = z.output<typeof ReopenCase>;

/** `customerIds`: with commas between them, as the boxes of a form come. */
export const AssignCases = z.object({
  customerIds: z
    .string()
    .default("")
    .transform((text) => [...new Set(text.split(",").filter((id) => id !== ""))])
    .pipe(
      z
        .array(z.uuid())
        .min(1, "Choose at least one customer.")
        .max(MOST_AT_ONCE, `Choose at most ${MOST_AT_ONCE} customers.`),
    ),
  ...PLAN,
  responsibleId: z.uuid({ error: "Choose who answers for them." }),
});
export type AssignCases = z.output<typeof AssignCases>;
