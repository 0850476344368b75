import { z } from "zod";
import { ASKED_MODELS } from "./types.ts";

const Day = z.iso.date({ error: "Give a day such as 2026-11-21." });

/** Customers whose first order lies in a span of days, or whose first order came through a channel. */
const Cohort = z.strictObject({
  firstFrom: Day.nullable().default(null),
  firstUntil: Day.nullable().default(null),
  channel: z.string().min(1).max(100).nullable().default(null),
});

/** What a run computes with; what is left out comes from the workspace. */
export const StartRun = z.strictObject({
  model: z.enum(ASKED_MODELS).default("auto"),
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
