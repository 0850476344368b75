import { z } from "zod";
import {
  Body,
  CUSTOMER_FIELDS,
  Day,
  DayOut,
  ExternalId,
  Instant,
  InstantOut,
  Label,
  RECORD_FIELDS,
  TextOut,
  text,
} from "#lib/bulk/index.ts";
import { AUDIENCES, METRICS } from "./types.ts";

const Scale = z.strictObject({
  min: z.number(),
  max: z.number(),
  higherIsBetter: z.boolean().optional(),
});

/** A signal as the API takes it. */
export const SignalItem = z.strictObject({
  externalId: ExternalId,
  ...CUSTOMER_FIELDS,
  audience: z.enum(AUDIENCES).nullish(),
  occurredOn: Day.nullish(),
  occurredAt: Instant.nullish(),
  question: text(500),
  metric: z.enum(METRICS).nullish(),
  score: z.number().nullish().meta({ description: "null clears it, and its scale" }),
  scale: Scale.nullish().meta({ description: "Needed with a score, unless the metric is nps" }),
  body: Body,
  language: Label,
  channel: Label,
  touchpoint: Label,
  segment: Label,
  department: Label,
});

/** A signal as the API hands it out. */
export const SignalRecord = z.object({
  ...RECORD_FIELDS,
  audience: z.enum(AUDIENCES),
  occurredOn: DayOut,
  occurredAt: InstantOut.nullable(),
  question: TextOut,
  metric: z.enum(METRICS).nullable(),
  score: z.number().nullable(),
  scale: z.object({ min: z.number(), max: z.number(), higherIsBetter: z.boolean() }).nullable(),
  body: TextOut,
  language: TextOut,
  channel: TextOut,
  touchpoint: TextOut,
  segment: TextOut,
  department: TextOut,
});
export type SignalRecord = z.infer<typeof SignalRecord>;
