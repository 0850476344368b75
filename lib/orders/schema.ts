import { z } from "zod";
import {
  AmountMinor,
  CUSTOMER_FIELDS,
  Currency,
  Day,
  DayOut,
  ExternalId,
  Instant,
  InstantOut,
  Label,
  TextOut,
} from "#lib/bulk/index.ts";

/** An order as the API takes it. */
export const OrderItem = z.strictObject({
  externalId: ExternalId,
  ...CUSTOMER_FIELDS,
  orderedOn: Day.nullish(),
  orderedAt: Instant.nullish(),
  amountMinor: AmountMinor.meta({ description: "In minor units of the currency" }),
  currency: Currency,
  quantity: z.int().min(0).nullish(),
  productCode: Label,
  channel: Label,
});

/** An order as the API hands it out. */
export const OrderRecord = z.object({
  id: z.uuid(),
  externalId: z.string(),
  customerId: z.uuid(),
  customerExternalId: z.string(),
  orderedOn: DayOut,
  orderedAt: InstantOut.nullable(),
  amountMinor: z.number(),
  currency: z.string(),
  quantity: z.number().nullable(),
  productCode: TextOut,
  channel: TextOut,
});
export type OrderRecord = z.infer<typeof OrderRecord>;
