import { z } from "zod";
import { isCurrency, isLocaleTag, isTimeZone } from "#lib/format/place-names.ts";

/** Fields of a workspace, by whichever door they come in. */
export const WorkspaceName = z
  .string()
  .trim()
  .min(1, "The name is empty.")
  .max(120, "The name is longer than 120 characters.");
export const Currency = z
  .string()
  .trim()
  .toUpperCase()
  .refine(isCurrency, "Use an ISO 4217 code such as EUR.");
export const TimeZone = z
  .string()
  .trim()
  .refine(isTimeZone, "Use an IANA time zone such as Europe/Berlin.");
export const LocaleName = z
  .string()
  .trim()
  .refine(isLocaleTag, "Use a language tag such as en or de-AT.");

/**
 * The version of the settings that a form was filled in from: a write with an old one is refused as stale. "any" takes
 * the settings as they are, for callers who have not read them.
 */
export const SettingsVersion = z.union([z.literal("any"), z.coerce.number().int().positive()]);
export type SettingsVersion = z.output<typeof SettingsVersion>;
