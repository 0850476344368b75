import { z } from "zod";
import { Currency, LocaleName, SettingsVersion, TimeZone, WorkspaceName } from "./fields.ts";
import { CONTACT_CHANNELS, type ContactChannel } from "./types.ts";

/** What a person types: digits, and a point or a comma before the fraction. */
const DECIMAL = /^\d{1,9}(?:[.,]\d{1,4})?$/;

function decimal(message: string) {
  return z
    .string()
    .trim()
    .refine((text) => text === "" || DECIMAL.test(text), { error: message })
    .transform((text) => (text === "" ? null : Number(text.replace(",", "."))));
}

const MARGIN_ERROR = "Give a percentage from 0 to 100, such as 42 or 37.5.";
const COST_ERROR = "Give an amount such as 3.20, or leave it empty.";
const cost = decimal(COST_ERROR);

function days(least: number, most: number) {
  const error = `Give a whole number of days from ${least} to ${most}.`;
  return z
    .string()
    .trim()
    .regex(/^\d{1,5}$/, { error })
    .transform(Number)
    .refine((count) => count >= least && count <= most, { error });
}

export const RenameWorkspace = z.object({ version: SettingsVersion, name: WorkspaceName });
export type RenameWorkspace = z.output<typeof RenameWorkspace>;

export const SetCurrency = z.object({ version: SettingsVersion, currency: Currency });
export type SetCurrency = z.output<typeof SetCurrency>;

export const SetFormats = z.object({
  version: SettingsVersion,
  timeZone: TimeZone,
  locale: LocaleName,
});
export type SetFormats = z.output<typeof SetFormats>;

/** The rates that turn revenue into profit; an empty field means "not set". Costs are in major units. */
export const SetRates = z
  .object({
    version: SettingsVersion,
    marginPercent: decimal(MARGIN_ERROR).refine((percent) => percent === null || percent <= 100, {
      error: MARGIN_ERROR,
    }),
    costPerOrder: cost,
    costPerReturn: cost,
    retentionCostPerYear: cost,
    contact_phone: cost,
    contact_email: cost,
    contact_chat: cost,
    contact_post: cost,
    contact_face_to_face: cost,
    contact_social: cost,
  })
  .transform(({ version, marginPercent, ...costs }) => ({
    version,
    marginRate: marginPercent === null ? null : marginPercent / 100,
    costPerOrder: costs.costPerOrder,
    costPerReturn: costs.costPerReturn,
    retentionCostPerYear: costs.retentionCostPerYear,
    costPerContact: Object.fromEntries(
      CONTACT_CHANNELS.map((channel) => [channel, costs[`contact_${channel}`]]),
    ) as Record<ContactChannel, number | null>,
  }));
export type SetRates = z.output<typeof SetRates>;

/** How long what is kept for a while is kept, in days. */
export const SetRetention = z.object({
  version: SettingsVersion,
  auditDays: days(30, 3650),
  rejectDays: days(1, 365),
});
export type SetRetention = z.output<typeof SetRetention>;

/** Minor units by channel as stored; a channel that is absent is "not set". */
export const StoredContactCosts = z.partialRecord(
  z.enum(CONTACT_CHANNELS),
  z.number().int().nonnegative(),
);
