import { z } from "zod";
import { tidyName } from "#lib/format/name-key.ts";
import { REFRESH_RHYTHMS, SOURCE_KINDS } from "./types.ts";

const SourceName = z
  .string()
  .transform(tidyName)
  .pipe(z.string().min(1, "Give the source a name.").max(120, "Use at most 120 characters."));

const Kind = z.enum(SOURCE_KINDS, "Choose what kind of source it is.");
const Rhythm = z.enum(REFRESH_RHYTHMS, "Choose how often it is refreshed.");

/** A choice that may be left open: "" is none. */
const OptionalId = z
  .string()
  .default("")
  .transform((text) => (text === "" ? null : text))
  .pipe(z.uuid("This is not one of the choices.").nullable());

/** One source as the person who changes it saw it. */
export const SeenSource = z.object({
  sourceId: z.uuid(),
  version: z.coerce.number().int().positive(),
});
export type SeenSource = z.output<typeof SeenSource>;

export const CreateSource = z.object({
  name: SourceName,
  kind: Kind,
  ownerDepartmentId: OptionalId,
  refreshRhythm: Rhythm,
});
export type CreateSource = z.output<typeof CreateSource>;

/** `was` is the name the person saw: another one there now is a conflict, whatever else has changed. */
export const RenameSource = z.object({ sourceId: z.uuid(), was: z.string(), name: SourceName });
export type RenameSource = z.output<typeof RenameSource>;

export const DescribeSource = SeenSource.extend({
  kind: Kind,
  ownerDepartmentId: OptionalId,
  refreshRhythm: Rhythm,
});
export type DescribeSource = z.output<typeof DescribeSource>;

/** A day YYYY-MM-DD; "" takes it back. */
export const UseSource = SeenSource.extend({
  usedOn: z
    .string()
    .trim()
    .transform((text) => (text === "" ? null : text))
    .pipe(z.iso.date("Write a day as YYYY-MM-DD.").nullable()),
});
export type UseSource = z.output<typeof UseSource>;
