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

/** As of a file. */
const MOST_PIECES = 1_000_000_000;

/** An order as the API takes it. */
export const OrderItem = z.strictObject({
  externalId: ExternalId,
  ...CUSTOMER_FIELDS,
  orderedOn: Day.nullish(),
  orderedAt: Instant.nullish(),
  amountMinor: AmountMinor.meta({
    description: "What was ordered, before anything came back, in minor units of the currency",
  }),
  currency: Currency,
  quantity: z.int().min(0).max(MOST_PIECES).nullish(),
  productCode: Label,
  channel: Label,
});

const LINE = {
  productCode: TextOut,
  description: TextOut,
  quantity: z.number().nullable(),
  unitPriceMinor: z.number(),
  amountMinor: z.number().meta({ description: "Of the line, before anything came back" }),
};

/** An order as the API hands it out. */
export const OrderRecord = z.object({
  id: z.uuid(),
  externalId: z.string(),
  customerId: z.uuid(),
  customerExternalId: z.string(),
  orderedOn: DayOut,
  orderedAt: InstantOut.nullable(),
  amountMinor: z.number().meta({ description: "The same as netMinor" }),
  grossMinor: z.number().meta({ description: "What was ordered" }),
  returnedMinor: z.number().meta({ description: "What came back of it" }),
  netMinor: z.number().meta({ description: "Gross less what came back, never below 0" }),
  currency: z.string(),
  quantity: z.number().nullable(),
  productCode: TextOut,
  channel: TextOut,
  lineCount: z.int().meta({ description: "0 where only the whole order is known" }),
  lines: z.array(z.object(LINE)).meta({ description: "The first 100; /order-lines has all" }),
});
export type OrderRecord = z.infer<typeof OrderRecord>;

/** A line of an order as the API hands it out. */
export const OrderLineRecord = z.object({
  id: z.uuid(),
  orderId: z.uuid(),
  orderExternalId: z.string(),
  customerId: z.uuid(),
  customerExternalId: z.string(),
  orderedOn: DayOut,
  orderedAt: InstantOut.nullable(),
  ...LINE,
  currency: z.string(),
  channel: TextOut,
});
export type OrderLineRecord = z.infer<typeof OrderLineRecord>;
