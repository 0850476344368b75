import type { Consent } from "#lib/customers/types.ts";
import type { OrderToWrite } from "#lib/orders/types.ts";

export const IMPORT_KINDS = ["customers", "orders"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const IMPORT_STATUSES = [
  "queued",
  "running",
  "succeeded",
  "failed",
  "undoing",
  "undone",
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

export interface ImportCounts {
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

/** Why a row was not imported. Column and value are "" when the whole row is at fault. */
export interface Reject {
  line: number;
  /** the header as the file spells it */
  column: string;
  /** the start of the cell, at most 200 characters */
  value: string;
  /** in words for a person, saying the way out */
  reason: string;
}

export const ORDER_FIELDS = [
  "orderExternalId",
  "customerExternalId",
  "orderedOn",
  "orderedAt",
  "amount",
  "currency",
  "quantity",
  "productCode",
  "channel",
] as const;
export type OrderField = (typeof ORDER_FIELDS)[number];

export const CUSTOMER_FIELDS = [
  "externalId",
  "email",
  "name",
  "phone",
  "registeredOn",
  "consentService",
  "consentFeedback",
  "consentMarketing",
] as const;
export type CustomerField = (typeof CUSTOMER_FIELDS)[number] | `attributes.${string}`;

export type ImportField = CustomerField | OrderField;

export type DateFormat = "ymd" | "dmy" | "mdy";
export type DecimalSeparator = "." | ",";

export interface CustomerRow {
  line: number;
  externalId: string;
  email: string | null;
  name: string | null;
  phone: string | null;
  /** calendar day, YYYY-MM-DD */
  registeredOn: string | null;
  attributes: Record<string, string>;
  /** one for each purpose that the row says something about */
  consents: Consent[];
}

/** An order as it is read from a file is what the orders domain writes. */
export type OrderRow = OrderToWrite;

/** What is needed to read the cells of one file's rows. */
export interface RowContext {
  /** the file's headers, in the order of its columns */
  headers: readonly string[];
  /** ISO code: the mapping's currency or else the workspace's */
  currency: string;
  /** IANA name of the workspace's time zone */
  timeZone: string;
  /** the latest day an order may have, YYYY-MM-DD: a typing error must not make tomorrow's orders */
  latestOn?: string | undefined;
  dateFormat?: DateFormat | undefined;
  decimalSeparator?: DecimalSeparator | undefined;
}

/** What a cell says, or why it cannot be read, in words for a person. */
export type Parsed<Value> = { value: Value } | { reason: string };

/** Some thousand records of a file, in file order. */
export type Chunk = {
  /** Records of the file before this chunk */
  first: number;
  records: number;
  rows: readonly (CustomerRow | OrderRow)[];
  rejects: readonly Reject[];
  bytesRead: number;
};
