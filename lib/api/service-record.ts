import { z } from "zod";

const Amount = z.number().meta({ description: "In minor units of the currency" });

/** What contacts cost in a run, as the API hands it out. */
export const ServiceRecord = z.object({
  contacts: z.int(),
  priced: z.int().meta({ description: "Contacts with a price; the others cost nothing" }),
  costMinor: Amount,
  activeWeeks: z.number().meta({ description: "Expected weeks as customers up to the cut-off" }),
  meanPerWeekMinor: z.number(),
  meanErrorMinor: z.number().nullable().meta({ description: "Standard error of the mean" }),
  credibilityWeeks: z.number().nullable().meta({
    description:
      "Weeks of the mean that each customer's own weeks are added to; null where all have the mean",
  }),
  aheadMinor: Amount.meta({ description: "Expected, discounted, and taken off the value to come" }),
  aheadErrorMinor: Amount.nullable().meta({
    description:
      "Its standard error by what the contacts leave open of the rates; in the interval of the value. null in runs from before it was kept",
  }),
});

/** What contacts took off what customers brought so far. */
export const HistoricContactsRecord = z.object({
  contacts: z.int().meta({ description: "Since the first order or subscription" }),
  priced: z.int().meta({ description: "Contacts with a price; the others cost nothing" }),
  costMinor: Amount,
});

/** What keeping customers takes off the value to come. */
export const RetentionRecord = z.object({
  aheadMinor: Amount.meta({ description: "Expected, discounted" }),
  weeksAhead: z.number().meta({
    description: "Expected discounted weeks as customers, of all together",
  }),
});
