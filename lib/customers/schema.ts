import { z } from "zod";
import { ATTRIBUTE_TYPES } from "./attributes.ts";
import { CONSENT_STATES, LAWFUL_BASES, PURPOSES } from "./consents.ts";

export const RecordConsent = z.object({
  customerId: z.uuid(),
  purpose: z.enum(PURPOSES),
  state: z.enum(CONSENT_STATES, "Choose what is known."),
  lawfulBasis: z.enum(LAWFUL_BASES, "Choose a lawful basis."),
});
export type RecordConsent = z.output<typeof RecordConsent>;

/** "as_found" goes back to what the values look like. */
export const ChooseAttributeType = z.object({
  name: z.string().min(1),
  type: z
    .enum([...ATTRIBUTE_TYPES, "as_found"], "Choose a type.")
    .transform((type) => (type === "as_found" ? null : type)),
});
export type ChooseAttributeType = z.output<typeof ChooseAttributeType>;

/** "by_name" leaves it to the name of the attribute. */
export const MarkSensitive = z.object({
  name: z.string().min(1),
  isSensitive: z
    .enum(["yes", "no", "by_name"], "Choose yes, no or by its name.")
    .transform((answer) => (answer === "by_name" ? null : answer === "yes")),
});
export type MarkSensitive = z.output<typeof MarkSensitive>;

/** Two customers that may be one. */
const Pair = { firstId: z.uuid(), secondId: z.uuid() };

export const DismissDuplicate = z.object(Pair);
export type DismissDuplicate = z.output<typeof DismissDuplicate>;

export const MergeCustomers = z.object({
  ...Pair,
  survivorId: z.uuid("Choose the customer who stays."),
});
export type MergeCustomers = z.output<typeof MergeCustomers>;

export const UnmergeCustomers = z.object({ mergeId: z.uuid() });
export type UnmergeCustomers = z.output<typeof UnmergeCustomers>;
