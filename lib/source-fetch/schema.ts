import { z } from "zod";
import { IMPORT_KINDS } from "#lib/imports/types.ts";
import { FETCH_RHYTHMS, SIGN_INS } from "./types.ts";

const LONGEST_SECRET = 4_000;
const LONGEST_NAME = 200;

/** What a header can carry: no line break, nothing beyond Latin-1. */
const isHeaderText = (text: string) => /^[\x20-\x7e\xa0-\xff]*$/.test(text);
const HEADER_TEXT = "Use letters, digits and signs only: this goes into the header of a request.";

const HOUR = "The hour is a whole number from 0 to 23.";

/**
 * How a source is fetched. `intent` is the button that was pressed: "try" asks the address and saves nothing. An empty
 * `secret` keeps the one that is stored.
 */
export const SetFetch = z
  .object({
    sourceId: z.uuid(),
    intent: z.enum(["try", "save"]).default("save"),
    url: z
      .string()
      .trim()
      .min(1, "Give the address of the file.")
      .max(2_000, "The address is longer than 2,000 characters."),
    signIn: z.enum(SIGN_INS, "Choose how to sign in there.").default("none"),
    userName: z
      .string()
      .trim()
      .max(LONGEST_NAME, "The name is longer than 200 characters.")
      .refine(isHeaderText, HEADER_TEXT)
      .refine((name) => !name.includes(":"), "A name of this kind holds no colon.")
      .default(""),
    secret: z
      .string()
      .trim()
      .max(LONGEST_SECRET, "The secret is longer than 4,000 characters.")
      .refine(isHeaderText, HEADER_TEXT)
      .default(""),
    kind: z.enum(IMPORT_KINDS, "Choose what the file holds."),
    /** The mapping of other files, which those of this source are read by; "" where they say enough, or were mapped before */
    mappingId: z.uuid("Choose one of the mappings.").or(z.literal("")).default(""),
    rhythm: z.enum(FETCH_RHYTHMS, "Choose how often it is fetched.").default("daily"),
    atHour: z.coerce.number(HOUR).int(HOUR).min(0, HOUR).max(23, HOUR).default(5),
    weekDay: z.coerce.number().int().min(1).max(7).default(1),
  })
  .refine(
    ({ signIn, userName, secret }) => signIn !== "basic" || secret === "" || userName !== "",
    {
      error: "Give the name to sign in with.",
      path: ["userName"],
    },
  );
export type SetFetch = z.output<typeof SetFetch>;

export const OfFetch = z.object({ sourceId: z.uuid() });
export type OfFetch = z.output<typeof OfFetch>;
