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
import { INTERACTION_KINDS } from "./types.ts";

/** Thirty days, as of a file. */
const LONGEST_SECONDS = 30 * 24 * 60 * 60;

/** An interaction as the API takes it. */
export const InteractionItem = z.strictObject({
  externalId: ExternalId,
  ...CUSTOMER_FIELDS,
  kind: z.enum(INTERACTION_KINDS).nullish(),
  occurredOn: Day.nullish(),
  occurredAt: Instant.nullish(),
  channel: Label,
  durationSeconds: z.int().min(0).max(LONGEST_SECONDS).nullish(),
  activity: Label,
  outcome: Label,
  subject: text(500),
  body: Body,
  touchpoint: Label,
  department: Label,
});

/** An interaction as the API hands it out. */
export const InteractionRecord = z.object({
  ...RECORD_FIELDS,
  kind: z.enum(INTERACTION_KINDS),
  occurredOn: DayOut,
  occurredAt: InstantOut.nullable(),
  channel: TextOut,
  durationSeconds: z.number().nullable(),
  activity: TextOut,
  outcome: TextOut,
  subject: TextOut,
  body: TextOut,
  touchpoint: TextOut,
  department: TextOut,
});
export type InteractionRecord = z.infer<typeof InteractionRecord>;
