import { z } from "zod";
import { cohortOf } from "./run-basis.ts";
import type { StartRun } from "./schema.ts";
import { FORM_MODELS, VALUE_AS } from "./types.ts";

const DAY = "Give a day such as 2026-11-21.";
const MONTHS = "Give a whole number of months from 1 to 120.";
const PERCENT = "Give a percentage from 0 to 100, such as 10 or 7.5.";

const OptionalDay = z.union([z.literal("").transform(() => null), z.iso.date()], { error: DAY });
const Text = z.string().trim().max(200).default("");

/** The terms of a run as a person types them; an empty day is that of the last order, and an empty cohort is everybody. */
export const RunForm = z
  .object({
    model: z.enum(FORM_MODELS),
    cutoffOn: OptionalDay,
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
    firstFrom: OptionalDay.default(null),
    firstUntil: OptionalDay.default(null),
    channel: Text,
    attribute: Text,
    attributeValue: Text,
  })
  .refine(({ firstFrom, firstUntil }) => !(firstFrom && firstUntil && firstUntil < firstFrom), {
    path: ["firstUntil"],
    error: "The last day lies before the first one.",
  })
  .refine(({ attribute, attributeValue }) => attribute === "" || attributeValue !== "", {
    path: ["attributeValue"],
    error: "Say which value the attribute has.",
  })
  .refine(({ attribute, attributeValue }) => attributeValue === "" || attribute !== "", {
    path: ["attribute"],
    error: "Choose the attribute that has this value.",
  })
  .transform(
    ({ discountPercent, valueAs, model, cutoffOn, horizonMonths, ...cohort }): StartRun => ({
      ...{ model, cutoffOn, horizonMonths },
      discountRateAnnual: discountPercent / 100,
      ...(valueAs === "revenue" ? { marginRate: null } : {}),
      cohort: cohortOf({
        ...{ firstFrom: cohort.firstFrom, firstUntil: cohort.firstUntil },
        channel: cohort.channel || null,
        attribute: cohort.attribute
          ? { name: cohort.attribute, value: cohort.attributeValue }
          : null,
      }),
    }),
  );
