import type { CustomerColumn, CustomerSort } from "#lib/customers/types.ts";

/** What a reader may see and there is something to see of. */
export type KnownAmounts = { hasRevenue: boolean; hasProfit: boolean };

/** Columns of the customers list without those that hold nothing for this reader. */
export function shownColumns(
  columns: readonly CustomerColumn[],
  { hasRevenue, hasProfit }: KnownAmounts,
): CustomerColumn[] {
  return columns.filter(
    (column) => (column !== "revenue" || hasRevenue) && (column !== "profit" || hasProfit),
  );
}

export type AmountColumn = Extract<CustomerColumn, "revenue" | "profit">;

/** The amount that stands in the list of a phone: the one it is sorted by, or else the first that is shown. */
export function phoneAmount(
  columns: readonly CustomerColumn[],
  sort: CustomerSort,
): AmountColumn | null {
  const wanted: readonly AmountColumn[] =
    sort === "profit" || sort === "least_profit" ? ["profit", "revenue"] : ["revenue", "profit"];
  return wanted.find((column) => columns.includes(column)) ?? null;
}
