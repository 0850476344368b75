import { z } from "zod";
import { CUSTOMER_RANKINGS } from "./types.ts";

const id = z.uuid();

/** Where a page of the customers list ended, as an address tells it. By an amount the list has three parts, one after the other. */
export const SealedCustomerKey = z.discriminatedUnion("at", [
  z.object({ at: z.enum(CUSTOMER_RANKINGS), amountMinor: z.int(), id }),
  z.object({ at: z.literal("no_amount"), id }),
  z.object({ at: z.literal("not_computed"), id }),
  // A number may be somebody's e-mail address, and an address is kept in logs and histories.
  z.object({ at: z.literal("number"), sealed: z.string() }),
]);
export type SealedCustomerKey = z.output<typeof SealedCustomerKey>;

/** The same with the number that the list goes on after. */
export type CustomerKey =
  | Exclude<SealedCustomerKey, { at: "number" }>
  | { at: "number"; externalId: string };
