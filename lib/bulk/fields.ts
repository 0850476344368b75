import { z } from "zod";
import { MOST_MINOR } from "#lib/format/most-minor.ts";
import { isInCountedYears, OUTSIDE_YEARS } from "#lib/time/index.ts";

/** What a text of the API must not hold: the database keeps none. */
const NO_NUL = /^[^\0]*$/;

/** A calendar day, YYYY-MM-DD. */
export const Day = z.iso
  .date({ error: "Write the day as 2024-12-31.", abort: true })
  .refine(isInCountedYears, OUTSIDE_YEARS)
  .meta({ description: "YYYY-MM-DD" });

/** An instant with its offset. */
export const Instant = z.iso
  .datetime({ offset: true, error: "Write the instant as 2024-12-31T18:30:00Z.", abort: true })
  .refine(isInCountedYears, OUTSIDE_YEARS)
  .meta({ description: "ISO 8601 with an offset; answered in UTC" });

export const ExternalId = z
  .string()
  .trim()
  .min(1, "A number has at least one character.")
  .max(200, "A number has at most 200 characters.")
  .regex(NO_NUL, "A number holds no NUL.")
  .meta({ description: "Its number in the system it comes from" });

/** A text of at most `longest` characters; null and "" are the same as leaving it out: what is stored stays. */
export function text(longest: number) {
  return z
    .string()
    .max(longest, `At most ${longest} characters.`)
    .regex(NO_NUL, "A text holds no NUL.")
    .nullish();
}

/** A name, a word, a title. */
export const Label = text(200);
/** What people write. */
export const Body = text(20_000);
export const Email = text(254).meta({
  description: "An e-mail address; null is as if left out: what is stored stays",
});

/** ISO 4217; the workspace's when left out. */
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));
export const Currency = z
  .string()
  .refine((code) => CURRENCIES.has(code), "Write the currency as a code of three letters.")
  .nullish()
  .meta({ description: "ISO 4217; no other than the workspace’s, until rates exist" });

/** Money in minor units of the currency. */
export const AmountMinor = z
  .int("Write the amount as a whole number of minor units.")
  .min(0, "An amount is not below 0.")
  .max(MOST_MINOR, `An amount is at most ${MOST_MINOR} minor units.`);

/** Whose it is: by number, or by address where the number is not known. */
export const CUSTOMER_FIELDS = {
  customerExternalId: ExternalId.nullish().meta({ description: "Whose it is, by number" }),
  customerEmail: text(254).meta({
    description:
      "Whose it is, by address, where no number is given; refused where several customers have it",
  }),
};

/** What every record of a register tells of itself. */
export const RECORD_FIELDS = {
  id: z.uuid(),
  externalId: z.string(),
  source: z.string().meta({ description: "The source whose number it has" }),
  customerId: z.uuid().nullable().meta({ description: "null where nobody is known, or hidden" }),
  customerExternalId: z.string().nullable(),
};

/** Days and instants as they are answered. */
export const DayOut = z.iso.date();
export const InstantOut = z.iso.datetime();
export const TextOut = z.string().nullable();
