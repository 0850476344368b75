import type { CustomerKey } from "./keys.ts";
import type { CustomerListRow, CustomerSort } from "./types.ts";

/** A part of the list whose rows stand in the order of one index, after a row already seen (null: from its start). */
export type Stretch =
  | { kind: "equal_revenue"; revenueMinor: number; afterId: string }
  | { kind: "less_revenue"; thanMinor: number | null }
  | { kind: "without_orders"; afterId: string | null }
  | { kind: "not_computed"; beforeId: string | null }
  | { kind: "by_number"; afterNumber: string | null };

/**
 * What is left of the list after `key`, in order. By revenue: those equal to the last one seen, those with less, those
 * without orders, and those whose value is not computed yet, the newest first; a filter that `needsValue` leaves
 * the last out.
 */
export function stretchesAfter(
  key: CustomerKey | null,
  { sort, needsValue }: { sort: CustomerSort; needsValue: boolean },
): Stretch[] {
  if (sort === "number") {
    return [{ kind: "by_number", afterNumber: key?.at === "number" ? key.externalId : null }];
  }
  const all: Stretch[] = [...rankedAfter(key), ...withoutOrdersAfter(key)];
  if (!needsValue) {
    all.push({ kind: "not_computed", beforeId: key?.at === "not_computed" ? key.id : null });
  }
  return all;
}

/** The key of a row that stands in `stretch`. */
export function keyIn(
  stretch: Stretch,
  row: Pick<CustomerListRow, "id" | "externalId" | "revenueMinor">,
): CustomerKey {
  const { id, externalId, revenueMinor } = row;
  if (stretch.kind === "by_number") return { at: "number", externalId };
  if (stretch.kind === "not_computed") return { at: "not_computed", id };
  return revenueMinor === null ? { at: "no_orders", id } : { at: "revenue", revenueMinor, id };
}

function rankedAfter(key: CustomerKey | null): Stretch[] {
  if (key?.at === "no_orders" || key?.at === "not_computed") return [];
  if (key?.at !== "revenue") return [{ kind: "less_revenue", thanMinor: null }];
  const { revenueMinor, id } = key;
  return [
    { kind: "equal_revenue", revenueMinor, afterId: id },
    { kind: "less_revenue", thanMinor: revenueMinor },
  ];
}

function withoutOrdersAfter(key: CustomerKey | null): Stretch[] {
  if (key?.at === "not_computed") return [];
  return [{ kind: "without_orders", afterId: key?.at === "no_orders" ? key.id : null }];
}
