import { z } from "zod";
import { isTimeZone } from "#lib/time/index.ts";

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

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
  .refine((code) => CURRENCIES.has(code), "Use an ISO 4217 code such as EUR.");
export const TimeZone = z
  .string()
  .trim()
  .refine(isTimeZone, "Use an IANA time zone such as Europe/Berlin.");
export const LocaleName = z
  .string()
  .trim()
  .refine(isLocale, "Use a language tag such as en or de-AT.");

/**
 * The version of the settings that a form was filled in from: a write with an old one is refused as stale. "any" takes
 * the settings as they are, for callers who have not read them.
 */
export const SettingsVersion = z.union([z.literal("any"), z.coerce.number().int().positive()]);
export type SettingsVersion = z.output<typeof SettingsVersion>;

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
