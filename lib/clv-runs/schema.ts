import { z } from "zod";
import { ASKED_MODELS } from "./types.ts";

const Day = z.iso
  .date({ error: "Give a day such as 2026-11-21." })
  .refine((day) => day >= "1900-01-01", { error: "Give a day from 1900 on." });

/** What PostgreSQL can hold as text: neither NUL nor half a character. */
const Words = z.string().refine((text) => !/[\0\p{Cs}]/u.test(text), {
  error: "Leave out characters that are none.",
});

const Attribute = z.strictObject({
  name: Words.min(1).max(60),
  value: Words.min(1).max(200).meta({ description: "As it is stored, letter by letter" }),
});

/** Customers whose first order, or contract, lies in a span of days, whose first order came through a channel, or with an attribute. */
const Cohort = z
  .strictObject({
    firstFrom: Day.nullable().default(null),
    firstUntil: Day.nullable().default(null),
    channel: Words.min(1).max(100).nullable().default(null),
    attribute: Attribute.nullable().default(null),
  })
  .refine(({ firstFrom, firstUntil }) => !(firstFrom && firstUntil && firstUntil < firstFrom), {
    path: ["firstUntil"],
    error: "The last day lies before the first one.",
  })
  .meta({
    description:
      "Only these customers; such a run never becomes the last run that tiers and dashboards show",
  });

/** What a run computes with; what is left out comes from the workspace. */
export const StartRun = z.strictObject({
  model: z.enum(ASKED_MODELS).default("auto").meta({
    description:
      "auto: the best of mbg_nbd and bg_nbd by holdout, or sbg where there are contracts and no order; sbg reads subscriptions, all others orders",
  }),
  cutoffOn: Day.nullable()
    .default(null)
    .meta({ description: "Orders up to and with this day count; null: that of the last order" }),
  horizonMonths: z.int().min(1).max(120).default(36),
  discountRateAnnual: z
    .number()
    .min(0)
    .max(1)
    .default(0.1)
    .meta({ description: "Effective, 0.1 for 10 % a year" }),
  marginRate: z
    .number()
    .min(0)
    .max(1)
    .nullish()
    .meta({ description: "0 to 1; left out: the workspace’s; null: value is revenue" }),
  cohort: Cohort.nullable().default(null),
});
export type StartRun = z.output<typeof StartRun>;
