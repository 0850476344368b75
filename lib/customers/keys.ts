import { z } from "zod";
import { CUSTOMER_RANKINGS } from "./types.ts";

/** Postgres takes no NUL in a text. */
const text = z.string().refine((value) => !value.includes("\0"));
const id = z.uuid();

/** Where a page of the customers list ended. By an amount the list has three parts, one after the other. */
export const CustomerKey = z.discriminatedUnion("at", [
  z.object({ at: z.enum(CUSTOMER_RANKINGS), amountMinor: z.int(), id }),
  z.object({ at: z.literal("no_amount"), id }),
  z.object({ at: z.literal("not_computed"), id }),
  z.object({ at: z.literal("number"), externalId: text }),
]);
export type CustomerKey = z.output<typeof CustomerKey>;
