import type { DaySpan, Page } from "#lib/lists/types.ts";
import type { Segment } from "#lib/value/types.ts";
import type { AttributeFilter, AttributeType } from "./attributes.ts";
import type { Consent, Purpose } from "./consents.ts";
import type { CustomerValueFilter } from "./value-filter.ts";

export { ATTRIBUTE_TYPES, type AttributeType, readNumber, readYesNo } from "./attributes.ts";
export {
  type Consent,
  type ConsentState,
  LAWFUL_BASES,
  type LawfulBasis,
  PURPOSES,
  type Purpose,
} from "./consents.ts";

/** One line of the customers list. Personal data is null-masked to "hidden" by `isMasked`. Days are YYYY-MM-DD. */
export type CustomerListRow = {
  id: string;
  externalId: string;
  /** null: not known, or hidden when `isMasked` */
  name: string | null;
  email: string | null;
  phone: string | null;
  isMasked: boolean;
  /** null until value has been computed */
  segment: Segment | null;
  /** null until value has been computed, and for a customer without orders */
  orderCount: number | null;
  /** as `orderCount`, and for those who may not read value */
  revenueMinor: number | null;
  /** as `revenueMinor`, and until the margin is set; below 0 for who costs more than they bring */
  profitMinor: number | null;
  lastOrderedOn: string | null;
};

/** Orders by an amount; who has none stands behind all others in each. */
export const CUSTOMER_RANKINGS = ["revenue", "profit", "least_profit"] as const;
export type CustomerRanking = (typeof CUSTOMER_RANKINGS)[number];

export const CUSTOMER_SORTS = ["revenue", "number", "profit", "least_profit"] as const;
export type CustomerSort = (typeof CUSTOMER_SORTS)[number];

/** The columns of the customers list beside the one that names the customer. */
export const CUSTOMER_COLUMNS = ["segment", "orders", "revenue", "profit", "lastOrder"] as const;
export type CustomerColumn = (typeof CUSTOMER_COLUMNS)[number];

/** The columns of a file of customers before those of their attributes; new ones come last. */
export const CUSTOMER_FILE_COLUMNS = [
  ...["customer_id", "name", "email", "phone", "segment", "orders", "revenue"],
  ...["profit_before_contacts", "currency", "last_order", "registered_on"],
  ...["consent_service", "consent_feedback", "consent_marketing"],
] as const;

/** A customer as an import or the API hands it over. null and missing attributes leave what is stored. */
export type CustomerToWrite = {
  /** Line of the file, for the ledger */
  line: number;
  externalId: string;
  email: string | null;
  name: string | null;
  phone: string | null;
  /** YYYY-MM-DD */
  registeredOn: string | null;
  attributes: Readonly<Record<string, string>>;
  consents: readonly Consent[];
};

/** What the customers list is asked for; lives in the URL. */
export type CustomerFilter = Partial<CustomerValueFilter> & {
  /** Start of any word of a name, of an address or a customer number, or a phone number; of the number only where personal data is hidden */
  search: string;
  /** Any of these RFM segments, or no_orders; empty: all */
  segments: readonly Segment[];
  lastOrder: DaySpan;
  /** In major units of the workspace's currency; for those who may read value */
  revenueAtLeast: number | null;
  /** Id of the import that made them; "" for any */
  madeBy: string;
  /** When they were changed last, ISO 8601, both counted: for programs that keep a copy */
  updated?: { since: string | null; until: string | null };
  /** With a lawful basis for any of these purposes, recorded or derived; for those who may read personal data, as all below */
  mayUseFor: readonly Purpose[];
  /** Every one of these has to be true */
  attributes: readonly AttributeFilter[];
  /** By revenue and by profit: most first, or least profit first. Without the right to read value the list is by number. */
  sort: CustomerSort;
};

/** A page of customers and how many there are in all. */
export type CountedCustomers = {
  count: number;
  /** There are more than `count` */
  isMore: boolean;
  page: Page<CustomerListRow>;
};

/** A customer's own page. */
export type CustomerDetail = CustomerListRow & {
  registeredOn: string | null;
  /** empty when `isMasked` */
  attributes: readonly CustomerAttributeValue[];
  /** What is recorded about each purpose; empty when `isMasked` */
  consents: readonly RecordedConsent[];
  /** Whether there is an order of theirs at all: see `derivedBasis` */
  hasOrdered: boolean;
  /** Customers that were found to be this one, the last first */
  merges: readonly CustomerMergeView[];
  /** null until value has been computed, and for a customer without orders */
  value: CustomerValueView | null;
  /** ISO 8601 in UTC */
  createdAt: string;
  /** The import that made this customer and the last one that changed it; none for those who may not read imports */
  imports: readonly CustomerImport[];
};

/** One attribute of one customer, as it was stored, and what kind of value it is. */
export type CustomerAttributeValue = { name: string; value: string; type: AttributeType };

export type RecordedConsent = Consent & {
  source: "import" | "customer_page" | "merge" | "api";
  /** ISO 8601 in UTC */
  recordedAt: string;
  /** A member's name; null for an import, and for who is not known any more */
  recordedBy: string | null;
  importId: string | null;
};

export type CustomerMergeView = {
  id: string;
  externalId: string;
  /** null when not known or hidden */
  name: string | null;
  orders: number;
  /** ISO 8601 in UTC */
  mergedAt: string;
  mergedBy: string | null;
  /** Only the last of all merges into a customer can be taken back */
  isLast: boolean;
};

export type CustomerImport = {
  id: string;
  fileName: string;
  /** `orders`: it made or changed orders of theirs */
  action: "created" | "updated" | "orders";
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
  /** null until the margin rate is set, and for those who may not read value; a cost that is not set is null */
  marginMinor: number | null;
  costToServeMinor: number | null;
  profitMinor: number | null;
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
  /** What is left of it */
  amountMinor: number;
  /** What was ordered, and what came back of it */
  grossMinor: number;
  returnedMinor: number;
  currency: string;
  quantity: number | null;
  productCode: string | null;
  channel: string | null;
  /** As they came, the first 50; none where the file had no lines */
  lines: OrderLine[];
  hasMoreLines: boolean;
};

/** One line of an order; money in minor units of its currency. */
export type OrderLine = {
  id: string;
  productCode: string | null;
  description: string | null;
  quantity: number | null;
  unitPriceMinor: number;
  amountMinor: number;
};

/** Orders of one calendar month, YYYY-MM, in the workspace's currency. */
export type OrderMonth = { month: string; orders: number; revenueMinor: number };
