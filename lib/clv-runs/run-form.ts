import { z } from "zod";
import type { StartRun } from "./schema.ts";
import { FORM_MODELS, VALUE_AS } from "./types.ts";

const MONTHS = "Give a whole number of months from 1 to 120.";
const PERCENT = "Give a percentage from 0 to 100, such as 10 or 7.5.";

/** The terms of a run as a person types them; an empty day is that of the last order. */
export const RunForm = z
  .object({
    model: z.enum(FORM_MODELS),
    cutoffOn: z.union([z.literal("").transform(() => null), z.iso.date()], {
      error: "Give a day such as 2026-11-21.",
    }),
    horizonMonths: z
      .string()
      .trim()
      .regex(/^\d{1,3}$/, { error: MONTHS })
      .transform(Number)
      .refine((months) => months >= 1 && months <= 120, { error: MONTHS }),
    discountPercent: z
      .string()
      .trim()
      .regex(/^\d{1,3}(?:[.,]\d{1,4})?$/, { error: PERCENT })
      .transform((text) => Number(text.replace(",", ".")))
      .refine((percent) => percent <= 100, { error: PERCENT }),
    valueAs: z.enum(VALUE_AS),
  })
  .transform(
    ({ discountPercent, valueAs, ...terms }): StartRun => ({
      ...terms,
      discountRateAnnual: discountPercent / 100,
      ...(valueAs === "revenue" ? { marginRate: null } : {}),
      cohort: null,
    }),
  );
