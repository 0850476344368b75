import {
  ACQUISITION_COST_FIELDS,
  ACTIVITY_RATE_FIELDS,
  COMPLAINT_FIELDS,
  CUSTOMER_FIELDS,
  type ImportField,
  type ImportKind,
  INTERACTION_FIELDS,
  ORDER_FIELDS,
  SEGMENT_LIST_FIELDS,
  SIGNAL_FIELDS,
  SUBSCRIPTION_FIELDS,
  WIN_LOSS_FIELDS,
} from "./types.ts";

const ATTRIBUTE = /^attributes\.(?=\S).{0,59}\S$/su;
const ANSWER = /^answers\.(?=\S).{0,499}\S$/su;

/** The fields of each kind of import, in the order they are offered; customers can have attributes, surveys answers besides. */
export const FIELDS_OF: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  customers: CUSTOMER_FIELDS,
  orders: ORDER_FIELDS,
  subscriptions: SUBSCRIPTION_FIELDS,
  signals: SIGNAL_FIELDS,
  interactions: INTERACTION_FIELDS,
  complaints: COMPLAINT_FIELDS,
  win_loss: WIN_LOSS_FIELDS,
  activity_rates: ACTIVITY_RATE_FIELDS,
  acquisition_costs: ACQUISITION_COST_FIELDS,
  segment_lists: SEGMENT_LIST_FIELDS,
};

type Groups = readonly (readonly ImportField[])[];

const WHO: readonly ImportField[] = ["customerExternalId", "customerEmail"];
const WHEN: readonly ImportField[] = ["occurredOn", "occurredAt"];

/** For each kind of import, the fields it cannot do without: one of each group. */
export const REQUIRED_FIELDS: Readonly<Record<ImportKind, Groups>> = {
  customers: [["externalId"]],
  orders: [["customerExternalId"], ["orderedOn", "orderedAt"], ["amount"]],
  subscriptions: [WHO, ["startedOn"]],
  signals: [WHEN, ["score", "answer", "comment"]],
  interactions: [WHEN],
  complaints: [["receivedOn", "receivedAt"]],
  win_loss: [["decidedOn"], ["dealOutcome"]],
  activity_rates: [["activity"], ["unit"], ["cost"]],
  acquisition_costs: [[...WHO, "channel"], ["startedOn"], ["amount"]],
  segment_lists: [["segment"], WHO],
};

/** The number of a row of each kind; rates and lists have none. */
export const NUMBER_FIELD: Readonly<Record<ImportKind, ImportField | null>> = {
  customers: "externalId",
  orders: "orderExternalId",
  subscriptions: "subscriptionExternalId",
  signals: "signalExternalId",
  interactions: "interactionExternalId",
  complaints: "complaintExternalId",
  win_loss: "dealExternalId",
  activity_rates: null,
  acquisition_costs: "acquisitionCostExternalId",
  segment_lists: null,
};

/** Whether the text names a field of this kind of import; attribute names have 1 to 60 characters, questions 500. */
export function isImportField(kind: ImportKind, text: string): text is ImportField {
  if ((FIELDS_OF[kind] as readonly string[]).includes(text)) return true;
  return (
    (kind === "customers" && ATTRIBUTE.test(text)) || (kind === "signals" && ANSWER.test(text))
  );
}

/** What rows name their question by, where each answer has a row of its own: the first that is filled. */
export const QUESTION_FIELDS = ["question", "questionExternalId"] as const satisfies ImportField[];

/** Whether it is the field of a column that a wide survey file has for each question. */
export function isAnswer(field: ImportField | null): field is `answers.${string}` {
  return field?.startsWith("answers.") === true;
}

/** The question of such a field. */
export function questionOf(field: `answers.${string}`): string {
  return field.slice("answers.".length);
}

/** The required groups of which `fields` holds none. */
export function missingFields(
  kind: ImportKind,
  fields: readonly (ImportField | null)[],
): (readonly ImportField[])[] {
  return REQUIRED_FIELDS[kind].filter((group) => !group.some((field) => isGiven(field, fields)));
}

/** Answers in columns of their own are scores and comments; orders can come as lines with prices, and by address. */
export function isGiven(field: ImportField, fields: readonly (ImportField | null)[]): boolean {
  if (field === "score" && fields.some(isAnswer)) return true;
  const other = STANDS_FOR[field];
  return fields.includes(field) || (other !== undefined && fields.includes(other));
}

const STANDS_FOR: Partial<Record<ImportField, ImportField>> = {
  amount: "unitPrice",
  customerExternalId: "customerEmail",
};
