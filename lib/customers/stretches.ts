import type { CustomerKey } from "./keys.ts";
import type { CustomerListRow, CustomerRanking, CustomerSort } from "./types.ts";

/** A part of the list whose rows stand in the order of one index, after a row already seen (null: from its start). */
export type Stretch =
  | { kind: "equal_amount"; by: CustomerRanking; amountMinor: number; afterId: string }
  | { kind: "next_amounts"; by: CustomerRanking; afterMinor: number | null }
  | { kind: "no_amount"; by: CustomerRanking; afterId: string | null }
  | { kind: "not_computed"; beforeId: string | null }
  | { kind: "by_number"; afterNumber: string | null };

/**
 * What is left of the list after `key`, in order. By an amount: those equal to the last one seen, those that come next,
 * those without one, and those whose value is not computed yet, the newest first; a filter that `needsValue` leaves
 * the last out.
 */
export function stretchesAfter(
  key: CustomerKey | null,
  { sort, needsValue }: { sort: CustomerSort; needsValue: boolean },
): Stretch[] {
  if (sort === "number") {
    return [{ kind: "by_number", afterNumber: key?.at === "number" ? key.externalId : null }];
  }
  const all: Stretch[] = [...rankedAfter(key, sort), ...withoutAmountAfter(key, sort)];
  if (!needsValue) {
    all.push({ kind: "not_computed", beforeId: key?.at === "not_computed" ? key.id : null });
  }
  return all;
}

/** The key of a row that stands in `stretch`. */
export function keyIn(
  stretch: Stretch,
  row: Pick<CustomerListRow, "id" | "externalId" | "revenueMinor" | "profitMinor">,
): CustomerKey {
  const { id, externalId, revenueMinor, profitMinor } = row;
  if (stretch.kind === "by_number") return { at: "number", externalId };
  if (stretch.kind === "not_computed") return { at: "not_computed", id };
  const amountMinor = stretch.by === "revenue" ? revenueMinor : profitMinor;
  return amountMinor === null ? { at: "no_amount", id } : { at: stretch.by, amountMinor, id };
}

function rankedAfter(key: CustomerKey | null, by: CustomerRanking): Stretch[] {
  if (key?.at === "no_amount" || key?.at === "not_computed") return [];
  if (key?.at !== by) return [{ kind: "next_amounts", by, afterMinor: null }];
  const { amountMinor, id } = key;
  return [
    { kind: "equal_amount", by, amountMinor, afterId: id },
    { kind: "next_amounts", by, afterMinor: amountMinor },
  ];
}

function withoutAmountAfter(key: CustomerKey | null, by: CustomerRanking): Stretch[] {
  if (key?.at === "not_computed") return [];
  return [{ kind: "no_amount", by, afterId: key?.at === "no_amount" ? key.id : null }];
}
