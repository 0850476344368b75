import type { Permission } from "#lib/auth/permissions.ts";

/** What is listed under Records, by the import that brings it; order lines and returns come with orders. */
export const RECORD_KINDS = [
  "interactions",
  "complaints",
  "subscriptions",
  "orders",
  "order_lines",
  "returns",
  "win_loss",
  "activity_rates",
  "acquisition_costs",
  "segment_lists",
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** By which words a list can be narrowed beside days, customer, source and import. */
export const RECORD_CHOICES = ["type", "channel", "status", "outcome"] as const;
export type RecordChoice = (typeof RECORD_CHOICES)[number];

export type RecordValue = string | number | boolean | null;

/**
 * How a value is written. `word` is one of ours; `amount` is in minor units of the row's `currency`, `price` likewise, of one
 * `period`, and `net` is what is left of `grossMinor`.
 */
export type RecordColumnType =
  | "text"
  | "number"
  | "day"
  | "instant"
  | "seconds"
  | "yes_no"
  | "word"
  | "amount"
  | "price"
  | "net"
  /** The number of an order; one that came without says so */
  | "order";

/**
 * Where a value stands in the table: the first `title` that is there names the row, other titles and each `note` stand under
 * it, a `cell` has a column of its own, what says `where` shares one. null is for files only.
 */
export type RecordPlace = "title" | "note" | "cell" | "where" | null;

/** A value with a column of its own in the table. */
export type RecordCell = { field: RecordCellField; type: RecordColumnType; place: "cell" };
export type RecordColumn =
  | RecordCell
  | { field: RecordField; type: RecordColumnType; place: Exclude<RecordPlace, "cell"> };

/** One kind of record: who may read it, how its list is narrowed, and what its rows tell. */
export type RecordDescription = {
  permission: Permission;
  /** Activity rates are nobody's */
  hasCustomer: boolean;
  /** Numbers of orders and returns are the workspace's own */
  hasSource: boolean;
  /** Whether whose it is counts as personal data, as with what somebody said */
  hidesCustomer: boolean;
  /** Its choices: our words, or null for those that the data brings */
  choices: Partial<Record<RecordChoice, readonly RecordWord[] | null>>;
  columns: readonly RecordColumn[];
};

/** Words of ours that stand in rows. */
export const RECORD_WORDS = [
  "service",
  "sales",
  "visit",
  "chat",
  "other",
  "running",
  "ended",
  "whole",
  "returned",
  "matched",
  "unmatched",
  "won",
  "lost",
  "no_decision",
  "minute",
  "contact",
  "order",
  "month",
  "listed",
  "left",
] as const;
export type RecordWord = (typeof RECORD_WORDS)[number];

/** What rows tell, each kind some of it. */
export type RecordField =
  | "activity"
  | "amountMinor"
  | "body"
  | "channel"
  | "closedOn"
  | "competitor"
  | "costMinor"
  | "currency"
  | "decidedOn"
  | "description"
  | "department"
  | "durationSeconds"
  | "endedOn"
  | "grossMinor"
  | "hasLeft"
  | "isDisputed"
  | "isTimely"
  | "kind"
  | "listedOn"
  | "occurredAt"
  | "occurredOn"
  | "offer"
  | "orderGrossMinor"
  | "orderNumber"
  | "orderedAt"
  | "orderedOn"
  | "outcome"
  | "period"
  | "plan"
  | "priceMinor"
  | "product"
  | "productCode"
  | "quantity"
  | "reason"
  | "receivedAt"
  | "receivedOn"
  | "resolution"
  | "returnedMinor"
  | "returnedOn"
  | "segment"
  | "startedOn"
  | "status"
  | "subReason"
  | "subject"
  | "touchpoint"
  | "unit"
  | "unitPriceMinor"
  | "validFrom";

/** What has a column of its own in one kind or another. */
export type RecordCellField = Extract<
  RecordField,
  | "amountMinor"
  | "channel"
  | "closedOn"
  | "competitor"
  | "costMinor"
  | "decidedOn"
  | "durationSeconds"
  | "endedOn"
  | "kind"
  | "listedOn"
  | "occurredOn"
  | "orderNumber"
  | "orderedOn"
  | "outcome"
  | "priceMinor"
  | "quantity"
  | "receivedOn"
  | "returnedOn"
  | "startedOn"
  | "status"
  | "unit"
  | "unitPriceMinor"
  | "validFrom"
>;

/** One line of a list. Days YYYY-MM-DD, instants ISO 8601 in UTC, money in minor units. */
export type RecordRow = {
  id: string;
  number: string;
  /** false for an identity made from the row because the file had no number */
  hasOwnNumber: boolean;
  /** The day by which it is listed */
  on: string;
  /** null where nobody knows, and for those who may not read whose it is */
  customer: { id: string; number: string } | null;
  source: { id: string; name: string } | null;
  /** The import that wrote it last */
  import: { id: string; fileName: string } | null;
  values: Readonly<Partial<Record<RecordField, RecordValue>>>;
};

/** What a list can be narrowed to beside what everybody can type: sources, files, and words that its last rows hold. */
export type RecordWordChoices = Readonly<Record<RecordChoice, readonly string[]>>;
