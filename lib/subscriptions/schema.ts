import { z } from "zod";
import {
  AmountMinor,
  CUSTOMER_FIELDS,
  Currency,
  Day,
  DayOut,
  ExternalId,
  Label,
  RECORD_FIELDS,
  TextOut,
} from "#lib/bulk/index.ts";
import { PERIODS } from "./types.ts";

/** A subscription as the API takes it. */
export const SubscriptionItem = z.strictObject({
  externalId: ExternalId,
  ...CUSTOMER_FIELDS,
  plan: Label,
  startedOn: Day,
  endedOn: Day.nullish().meta({ description: "null while it runs: it then has no end any more" }),
  priceMinor: AmountMinor.nullish().meta({ description: "Of one period, in minor units" }),
  currency: Currency,
  period: z.enum(PERIODS).nullish(),
});

/** A subscription as the API hands it out. */
export const SubscriptionRecord = z.object({
  ...RECORD_FIELDS,
  plan: TextOut,
  startedOn: DayOut,
  endedOn: DayOut.nullable(),
  priceMinor: z.number().nullable(),
  currency: TextOut,
  period: z.enum(PERIODS).nullable(),
});
export type SubscriptionRecord = z.infer<typeof SubscriptionRecord>;
