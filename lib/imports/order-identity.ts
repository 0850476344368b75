import { OrdinalCounter } from "./ordinal-counter.ts";
import type { OrderRow } from "./types.ts";

/** What tells an order from others when it has no number. */
export type OrderFacts = Pick<
  OrderRow,
  "customerExternalId" | "orderedOn" | "amountMinor" | "quantity" | "productCode"
>;

/**
 * Makes a function that names the orders of one file, in file order: `auto:<sha256 of the facts>:<ordinal>`. Equal
 * orders get ordinals 1, 2, …, so that the same file, or a longer export of it, gives the same names again.
 * `digest` gives the sha256 of a text in hexadecimal.
 */
export function createOrderIdentifier(digest: (text: string) => string) {
  const ordinals = new OrdinalCounter();
  return (order: OrderFacts): string => {
    const hash = digest(factsText(order));
    return `auto:${hash}:${ordinals.next(hash)}`;
  };
}

// Identifiers hold no NUL, so that it parts the facts without doubt; only the last may hold anything.
function factsText(order: OrderFacts): string {
  const { customerExternalId, orderedOn, amountMinor, quantity, productCode } = order;
  return `${customerExternalId}\0${orderedOn}\0${amountMinor}\0${quantity ?? ""}\0${productCode ?? ""}`;
}
