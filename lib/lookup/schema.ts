import { z } from "zod";
import { INTERACTION_KINDS } from "#lib/interactions/types.ts";
import { CONTACT_CHANNELS } from "#lib/workspaces/types.ts";
import { PHONE_REASONS } from "./phone-reasons.ts";

export const ShowPhone = z.object({
  customerId: z.uuid(),
  reason: z.enum(PHONE_REASONS, { error: "Choose a reason." }),
});
export type ShowPhone = z.output<typeof ShowPhone>;

const Subject = z
  .string()
  .trim()
  .min(1, "Say in a few words what it was about.")
  .max(200, "Use at most 200 characters.");
const Body = z
  .string()
  .trim()
  .max(5000, "Use at most 5,000 characters.")
  .default("")
  .transform((text) => (text === "" ? null : text));
const Channel = z.enum(CONTACT_CHANNELS, { error: "Choose a channel." });

/** `key` is made with the form: sent twice, it is written once. */
const BY_HAND = {
  customerId: z.uuid(),
  key: z.uuid(),
  channel: Channel,
  subject: Subject,
  body: Body,
};

export const LogContact = z.object({
  ...BY_HAND,
  kind: z.enum(INTERACTION_KINDS, { error: "Choose one." }),
});
export type LogContact = z.output<typeof LogContact>;

export const LogComplaint = z.object(BY_HAND);
export type LogComplaint = z.output<typeof LogComplaint>;

export const ThankCustomer = z.object({
  customerId: z.uuid(),
  key: z.uuid(),
  channel: Channel,
  body: z
    .string()
    .trim()
    .min(1, "Say what you thanked for.")
    .max(5000, "Use at most 5,000 characters."),
});
export type ThankCustomer = z.output<typeof ThankCustomer>;

/** A contact or a complaint that was written down by hand. */
export const TakeBackContact = z.object({ customerId: z.uuid(), key: z.uuid() });
export type TakeBackContact = z.output<typeof TakeBackContact>;
