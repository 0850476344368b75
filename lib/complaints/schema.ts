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

/** A complaint as the API takes it. */
export const ComplaintItem = z.strictObject({
  externalId: ExternalId,
  ...CUSTOMER_FIELDS,
  receivedOn: Day.nullish(),
  receivedAt: Instant.nullish(),
  closedOn: Day.nullish(),
  status: Label,
  channel: Label,
  product: Label,
  reason: Label,
  subReason: Label,
  subject: text(500),
  body: Body,
  resolution: Body,
  isTimely: z.boolean().nullish(),
  isDisputed: z.boolean().nullish(),
  touchpoint: Label,
  segment: Label,
  department: Label,
});

/** A complaint as the API hands it out. */
export const ComplaintRecord = z.object({
  ...RECORD_FIELDS,
  receivedOn: DayOut,
  receivedAt: InstantOut.nullable(),
  closedOn: DayOut.nullable(),
  status: TextOut,
  channel: TextOut,
  product: TextOut,
  reason: TextOut,
  subReason: TextOut,
  subject: TextOut,
  body: TextOut,
  resolution: TextOut,
  isTimely: z.boolean().nullable(),
  isDisputed: z.boolean().nullable(),
  touchpoint: TextOut,
  segment: TextOut,
  department: TextOut,
});
export type ComplaintRecord = z.infer<typeof ComplaintRecord>;
