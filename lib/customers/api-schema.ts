import { z } from "zod";
import { Day, DayOut, Email, ExternalId, InstantOut, TextOut, text } from "#lib/bulk/index.ts";
import { SEGMENTS } from "#lib/value/types.ts";
import { CONSENT_STATES, LAWFUL_BASES, PURPOSES } from "./consents.ts";

/** What can be said about a purpose, in one word. */
const Purpose = z
  .enum([
    "given",
    "refused",
    "unknown",
    "contract",
    "legitimate_interest",
    "legal_obligation",
    "public_task",
    "vital_interests",
  ])
  .nullish();

/** A customer as the API takes it. What is left out keeps what is stored, and so do attributes that are not named. */
export const CustomerItem = z.strictObject({
  externalId: ExternalId,
  email: Email,
  name: text(200),
  phone: text(60),
  registeredOn: Day.nullish(),
  attributes: z.record(z.string().regex(/^(?=\S)[^\0]{0,59}[^\s\0]$/u), text(1000)).nullish(),
  consents: z.strictObject({ service: Purpose, feedback: Purpose, marketing: Purpose }).nullish(),
});

const PROFIT = z.number().nullable().meta({
  description:
    "Margin less the cost of orders, before contacts, in minor units; null without value:read. historicMinor of the customer's lifetime value is less contacts as well",
});
const MINOR = z.number().nullable().meta({ description: "Minor units; null without value:read" });

const LISTED = {
  id: z.uuid(),
  externalId: z.string(),
  name: TextOut,
  email: TextOut,
  phone: TextOut,
  isMasked: z.boolean().meta({ description: "Whether personal data is hidden from this key" }),
  segment: z.enum(SEGMENTS).nullable(),
  orderCount: z.number().nullable(),
  revenueMinor: MINOR,
  profitMinor: PROFIT,
  lastOrderedOn: DayOut.nullable(),
  attributes: z.record(z.string(), z.string()),
};
const CONSENT = {
  purpose: z.enum(PURPOSES),
  state: z.enum(CONSENT_STATES),
  lawfulBasis: z.enum(LAWFUL_BASES),
};

/** A customer as a list of the API hands it out. */
export const CustomerSummary = z.object({ ...LISTED, consents: z.array(z.object(CONSENT)) });

const Value = z.object({
  firstOrderedOn: DayOut,
  lastOrderedOn: DayOut,
  purchaseDays: z.number(),
  orderCount: z.number(),
  revenueMinor: MINOR,
  marginMinor: MINOR,
  costToServeMinor: MINOR,
  profitMinor: PROFIT,
  recencyScore: z.number(),
  frequencyScore: z.number(),
  monetaryScore: z.number(),
});

/** One customer as the API hands it out. */
export const CustomerRecord = z.object({
  ...LISTED,
  registeredOn: DayOut.nullable(),
  consents: z.array(
    z.object({
      ...CONSENT,
      source: z.enum(["import", "customer_page", "merge", "api"]),
      recordedAt: InstantOut,
      recordedBy: TextOut,
      importId: z.uuid().nullable(),
    }),
  ),
  hasOrdered: z.boolean(),
  merges: z.array(
    z.object({
      id: z.uuid(),
      externalId: z.string(),
      name: TextOut,
      orders: z.number(),
      mergedAt: InstantOut,
      mergedBy: TextOut,
      isLast: z.boolean(),
    }),
  ),
  value: Value.nullable(),
  createdAt: InstantOut,
  imports: z.array(
    z.object({
      id: z.uuid(),
      fileName: z.string(),
      action: z.enum(["created", "updated", "orders"]),
      at: InstantOut,
    }),
  ),
});
