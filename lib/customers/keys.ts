import { z } from "zod";

/** Postgres takes no NUL in a text. */
const text = z.string().refine((value) => !value.includes("\0"));
const id = z.uuid();

/** Where a page of the customers list ended. By revenue the list has three parts, one after the other. */
export const CustomerKey = z.discriminatedUnion("at", [
  z.object({ at: z.literal("revenue"), revenueMinor: z.int(), id }),
  z.object({ at: z.literal("no_orders"), id }),
  z.object({ at: z.literal("not_computed"), id }),
  z.object({ at: z.literal("number"), externalId: text }),
]);
export type CustomerKey = z.output<typeof CustomerKey>;
