import type {
  RecordCellField,
  RecordColumn,
  RecordColumnType,
  RecordDescription,
  RecordField,
  RecordKind,
  RecordPlace,
} from "./types.ts";

const column =
  (place: Exclude<RecordPlace, "cell">) =>
  (field: RecordField, type: RecordColumnType = "text"): RecordColumn => ({ field, type, place });
const cell = (field: RecordCellField, type: RecordColumnType = "text"): RecordColumn => ({
  ...{ field, type },
  place: "cell",
});

const title = column("title");
const note = column("note");
const where = column("where");
const inFiles = column(null);

const PLACES = [where("touchpoint"), where("channel"), where("department")];

/** The import that brings a kind. */
export function importKindOf(kind: RecordKind) {
  return kind === "returns" || kind === "order_lines" ? "orders" : kind;
}

/** The one description of each kind: its list, its filters and its files are made from it. New columns come last in files. */
export const RECORDS: Readonly<Record<RecordKind, RecordDescription>> = {
  interactions: {
    ...{ permission: "interaction:read", hasCustomer: true, hasSource: true, hidesCustomer: true },
    choices: {
      type: ["service", "sales", "visit", "chat", "other"],
      ...{ channel: null, outcome: null },
    },
    columns: [
      ...[title("subject"), title("body"), cell("kind", "word"), cell("occurredOn", "day")],
      ...[inFiles("occurredAt", "instant"), cell("outcome"), cell("durationSeconds", "seconds")],
      ...[note("activity"), ...PLACES],
    ],
  },
  complaints: {
    ...{ permission: "complaint:read", hasCustomer: true, hasSource: true, hidesCustomer: true },
    choices: { status: null, channel: null },
    columns: [
      ...[title("subject"), title("body"), note("product"), note("reason"), note("subReason")],
      ...[cell("status"), cell("receivedOn", "day"), inFiles("receivedAt", "instant")],
      ...[cell("closedOn", "day"), inFiles("resolution"), inFiles("isTimely", "yes_no")],
      ...[inFiles("isDisputed", "yes_no"), ...PLACES, inFiles("segment")],
    ],
  },
  subscriptions: {
    permission: "subscription:read",
    ...{ hasCustomer: true, hasSource: true, hidesCustomer: false },
    choices: { status: ["running", "ended"] },
    columns: [
      ...[title("plan"), cell("status", "word"), cell("startedOn", "day"), cell("endedOn", "day")],
      ...[cell("priceMinor", "price"), inFiles("currency"), inFiles("period")],
    ],
  },
  orders: {
    ...{ permission: "order:read", hasCustomer: true, hasSource: false, hidesCustomer: false },
    choices: { channel: null, status: ["whole", "returned"] },
    columns: [
      ...[note("productCode"), cell("orderedOn", "day"), inFiles("orderedAt", "instant")],
      ...[cell("channel"), cell("quantity", "number"), cell("amountMinor", "net")],
      ...[inFiles("grossMinor", "amount"), inFiles("returnedMinor", "amount")],
      inFiles("currency"),
    ],
  },
  order_lines: {
    ...{ permission: "order:read", hasCustomer: true, hasSource: false, hidesCustomer: false },
    choices: { channel: null },
    columns: [
      ...[title("description"), title("productCode"), cell("orderNumber", "order")],
      cell("orderedOn", "day"),
      ...[inFiles("orderedAt", "instant"), inFiles("channel"), cell("quantity", "number")],
      ...[cell("unitPriceMinor", "amount"), cell("amountMinor", "amount")],
      ...[inFiles("orderGrossMinor", "amount"), inFiles("currency")],
    ],
  },
  returns: {
    ...{ permission: "order:read", hasCustomer: true, hasSource: false, hidesCustomer: false },
    choices: { status: ["matched", "unmatched"] },
    columns: [
      ...[note("productCode"), cell("status", "word"), cell("returnedOn", "day")],
      ...[cell("orderNumber", "order"), cell("quantity", "number"), cell("amountMinor", "amount")],
      inFiles("currency"),
    ],
  },
  win_loss: {
    ...{ permission: "source:read", hasCustomer: true, hasSource: true, hidesCustomer: true },
    choices: { outcome: ["won", "lost", "no_decision"] },
    columns: [
      ...[title("offer"), note("reason"), note("body"), cell("outcome", "word")],
      ...[cell("decidedOn", "day"), cell("competitor"), cell("amountMinor", "amount")],
      ...[inFiles("currency"), inFiles("segment"), where("department")],
    ],
  },
  activity_rates: {
    ...{ permission: "source:read", hasCustomer: false, hasSource: true, hidesCustomer: false },
    choices: { type: ["minute", "contact", "order", "visit", "month"] },
    columns: [
      ...[title("activity"), cell("validFrom", "day"), cell("unit", "word")],
      ...[cell("costMinor", "amount"), inFiles("currency")],
    ],
  },
  acquisition_costs: {
    ...{ permission: "source:read", hasCustomer: true, hasSource: true, hidesCustomer: false },
    choices: { channel: null },
    columns: [
      ...[title("channel"), cell("startedOn", "day"), cell("endedOn", "day")],
      ...[cell("amountMinor", "amount"), inFiles("currency")],
    ],
  },
  segment_lists: {
    ...{ permission: "segment:read", hasCustomer: true, hasSource: true, hidesCustomer: true },
    choices: { status: ["listed", "left"] },
    columns: [
      ...[title("segment"), cell("listedOn", "day"), cell("status", "word")],
      inFiles("hasLeft", "yes_no"),
    ],
  },
};
