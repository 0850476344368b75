import type { AcquisitionCostToWrite } from "#lib/acquisition-costs/types.ts";
import type { ActivityRateToWrite } from "#lib/activity-rates/types.ts";
import type { ComplaintToWrite } from "#lib/complaints/types.ts";
import type { CustomerToWrite } from "#lib/customers/types.ts";
import type { InteractionToWrite } from "#lib/interactions/types.ts";
import type { OrderRowToWrite } from "#lib/orders/types.ts";
import type { ListingToWrite } from "#lib/segments/types.ts";
import type { Metric, Scale, SignalToWrite } from "#lib/signals/types.ts";
import type { SubscriptionToWrite } from "#lib/subscriptions/types.ts";
import type { WinLossToWrite } from "#lib/win-loss/types.ts";

export const IMPORT_KINDS = [
  "customers",
  "orders",
  "subscriptions",
  "signals",
  "interactions",
  "complaints",
  "win_loss",
  "activity_rates",
  "acquisition_costs",
  "segment_lists",
] as const;
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
  "customerEmail",
  "unitPrice",
  "description",
  "returnOf",
  "refunded",
  "orderStatus",
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

export const SUBSCRIPTION_FIELDS = [
  "subscriptionExternalId",
  "customerExternalId",
  "customerEmail",
  "plan",
  "startedOn",
  "endedOn",
  "price",
  "currency",
  "period",
] as const;

export const SIGNAL_FIELDS = [
  "signalExternalId",
  "questionExternalId",
  "customerExternalId",
  "customerEmail",
  "audience",
  "occurredOn",
  "occurredAt",
  "question",
  "metric",
  "score",
  "scaleMin",
  "scaleMax",
  "higherIsBetter",
  "answer",
  "comment",
  "language",
  "channel",
  "touchpoint",
  "segment",
  "department",
] as const;
/** `answers.<question>`: a column of a wide survey file, which makes a signal of each answer */
export type SignalField = (typeof SIGNAL_FIELDS)[number] | `answers.${string}`;

export const INTERACTION_FIELDS = [
  "interactionExternalId",
  "customerExternalId",
  "customerEmail",
  "interactionKind",
  "occurredOn",
  "occurredAt",
  "channel",
  "duration",
  "activity",
  "outcome",
  "subject",
  "notes",
  "touchpoint",
  "department",
] as const;

export const COMPLAINT_FIELDS = [
  "complaintExternalId",
  "customerExternalId",
  "customerEmail",
  "receivedOn",
  "receivedAt",
  "closedOn",
  "status",
  "channel",
  "product",
  "reason",
  "subReason",
  "subject",
  "description",
  "resolution",
  "isTimely",
  "isDisputed",
  "touchpoint",
  "segment",
  "department",
] as const;

export const WIN_LOSS_FIELDS = [
  "dealExternalId",
  "customerExternalId",
  "customerEmail",
  "decidedOn",
  "dealOutcome",
  "offer",
  "competitor",
  "reason",
  "amount",
  "currency",
  "notes",
  "segment",
  "department",
] as const;

export const ACTIVITY_RATE_FIELDS = ["activity", "unit", "cost", "currency", "validFrom"] as const;

const WHO = ["customerExternalId", "customerEmail"] as const;

export const ACQUISITION_COST_FIELDS = [
  "acquisitionCostExternalId",
  ...WHO,
  "channel",
  "startedOn",
  "endedOn",
  "amount",
  "currency",
] as const;

export const SEGMENT_LIST_FIELDS = ["segment", ...WHO, "hasLeft"] as const;

export type ImportField =
  | CustomerField
  | OrderField
  | SignalField
  | (typeof SUBSCRIPTION_FIELDS)[number]
  | (typeof INTERACTION_FIELDS)[number]
  | (typeof COMPLAINT_FIELDS)[number]
  | (typeof WIN_LOSS_FIELDS)[number]
  | (typeof ACTIVITY_RATE_FIELDS)[number]
  | (typeof ACQUISITION_COST_FIELDS)[number]
  | (typeof SEGMENT_LIST_FIELDS)[number];

export type DateFormat = "ymd" | "dmy" | "mdy";
export type DecimalSeparator = "." | ",";

export type CustomerRow = CustomerToWrite;

/** A customer as a row names it. Without a number, the address finds it. */
export type NamesCustomer = { customerEmail: string | null };

/** An order, a line of one, what came back, or that one was called off: as the orders domain writes them. */
export type OrderRow = OrderRowToWrite & Partial<OrderMarks>;
/** `isCalledOff`: its row says that the order was cancelled or voided. */
type OrderMarks = NamesCustomer & { isCalledOff: true };

/** What the first row of an order says for its later ones, where those leave it out. */
export type OrderHead = NamesCustomer & {
  externalId: string;
  customerExternalId: string;
  orderedOn: string;
  orderedAt: string | null;
  totalMinor: number;
  isCalledOff: boolean;
};

export type SubscriptionRow = SubscriptionToWrite & NamesCustomer;
export type SignalRow = SignalToWrite & NamesCustomer;
export type InteractionRow = InteractionToWrite & NamesCustomer;
export type ComplaintRow = ComplaintToWrite & NamesCustomer;
export type WinLossRow = WinLossToWrite & NamesCustomer;
export type ActivityRateRow = ActivityRateToWrite;
export type AcquisitionCostRow = AcquisitionCostToWrite & NamesCustomer;

/** What one row of each kind of file becomes. */
export type RowOf = {
  customers: CustomerRow;
  orders: OrderRow;
  subscriptions: SubscriptionRow;
  signals: SignalRow;
  interactions: InteractionRow;
  complaints: ComplaintRow;
  win_loss: WinLossRow;
  activity_rates: ActivityRateRow;
  acquisition_costs: AcquisitionCostRow;
  segment_lists: ListingToWrite & NamesCustomer;
};
/** `sourceName` is the source that a row of a file of ours names. */
export type ImportRow = RowOf[ImportKind] & { sourceName?: string };

/** What is needed to read the cells of one file's rows. */
export interface RowContext {
  /** the file's headers, in the order of its columns */
  headers: readonly string[];
  /** ISO code: the mapping's currency or else the workspace's */
  currency: string;
  /** Of times that do not say their offset: the file's, or else the workspace's; an IANA name */
  timeZone: string;
  /** In which days are counted: the workspace's; that of the times where it is left out */
  dayZone?: string | undefined;
  /** the latest day an order may have, YYYY-MM-DD: a typing error must not make tomorrow's orders */
  latestOn?: string | undefined;
  dateFormat?: DateFormat | undefined;
  decimalSeparator?: DecimalSeparator | undefined;
  /** Names the rows of one file that come without a number, in file order, by what tells them apart */
  identify: (facts: readonly string[]) => string;
  /** Of a file of orders: the start of numbers that take an order back */
  cancellationPrefix?: string | undefined;
  /** Of a file of returns: every row came back, whatever it says */
  areReturns?: boolean | undefined;
  /** Of a file whose orders have their total on their first row: the last of these, kept by the parser */
  orders?: { head: OrderHead | null } | undefined;
  /** Of a wide survey file: the scale of each question that has one */
  questions?: ReadonlyMap<string, QuestionScale> | undefined;
  /** The scale of each metric whose scores do not say theirs */
  scales?: ReadonlyMap<Metric, Scale> | undefined;
}

/** How the answers to a question are scored; a metric without a scale is on the one it always has. */
export type QuestionScale = { metric: Metric | null; scale: Scale | null };

/** What a cell says, or why it cannot be read, in words for a person. */
export type Parsed<Value> = { value: Value } | { reason: string };

/** Some thousand records of a file, in file order. */
export type Chunk = {
  /** Records of the file before this chunk */
  first: number;
  records: number;
  rows: readonly ImportRow[];
  rejects: readonly Reject[];
  bytesRead: number;
};
