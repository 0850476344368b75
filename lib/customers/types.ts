import type { DaySpan } from "#lib/lists/types.ts";
import type { Segment } from "#lib/value/types.ts";

/** One line of the customers list. Personal data is null-masked to "hidden" by `isMasked`. Days are YYYY-MM-DD. */
export type CustomerListRow = {
  id: string;
  externalId: string;
  /** null: not known, or hidden when `isMasked` */
  name: string | null;
  email: string | null;
  isMasked: boolean;
  /** null until value has been computed */
  segment: Segment | null;
  /** null until value has been computed, and for a customer without orders */
  orderCount: number | null;
  /** as `orderCount`, and for those who may not read value */
  revenueMinor: number | null;
  lastOrderedOn: string | null;
};

export const CUSTOMER_SORTS = ["revenue", "number"] as const;
export type CustomerSort = (typeof CUSTOMER_SORTS)[number];

/** The columns of the customers list beside the one that names the customer. */
export const CUSTOMER_COLUMNS = ["segment", "orders", "revenue", "lastOrder"] as const;
export type CustomerColumn = (typeof CUSTOMER_COLUMNS)[number];

/** What the customers list is asked for; lives in the URL. */
export type CustomerFilter = {
  /** Prefix of a name, an e-mail address or a customer number; of the number only where personal data is hidden */
  search: string;
  /** Any of these RFM segments, or no_orders; empty: all */
  segments: readonly Segment[];
  lastOrder: DaySpan;
  /** In major units of the workspace's currency; for those who may read value */
  revenueAtLeast: number | null;
  /** Id of the import that made them; "" for any */
  madeBy: string;
  /** By revenue: most first. Without the right to read value the list is by number. */
  sort: CustomerSort;
};

/** A page of a list and the key to ask for the next one; null at the end. */
export type Page<Row> = { items: Row[]; next: string | null };

/** A page to ask for. `after` is the `next` of the page before. */
export type PageRequest = { after?: string | null | undefined; limit: number };

/** A customer's own page. */
export type CustomerDetail = CustomerListRow & {
  registeredOn: string | null;
  /** empty when `isMasked` */
  attributes: Readonly<Record<string, string>>;
  /** null until value has been computed, and for a customer without orders */
  value: CustomerValueView | null;
  /** ISO 8601 in UTC */
  createdAt: string;
  /** The import that made this customer and the last one that changed it; none for those who may not read imports */
  imports: readonly CustomerImport[];
};

export type CustomerImport = {
  id: string;
  fileName: string;
  action: "created" | "updated";
  /** ISO 8601 in UTC */
  at: string;
};

/** Scores are 1..5, 5 is best. */
export type CustomerValueView = {
  firstOrderedOn: string;
  lastOrderedOn: string;
  purchaseDays: number;
  orderCount: number;
  /** null for those who may not read value */
  revenueMinor: number | null;
  recencyScore: number;
  frequencyScore: number;
  monetaryScore: number;
};

/** One order on the customer's timeline. */
export type OrderRow = {
  id: string;
  externalId: string;
  /** false for an identity made from the row because the file had no order number */
  hasOwnNumber: boolean;
  orderedOn: string;
  amountMinor: number;
  currency: string;
  quantity: number | null;
  productCode: string | null;
  channel: string | null;
};

/** Orders of one calendar month, YYYY-MM, in the workspace's currency. */
export type OrderMonth = { month: string; orders: number; revenueMinor: number };
