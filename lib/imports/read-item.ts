import { currencyOf } from "./currency.ts";
import { isGiven, isImportField, REQUIRED_FIELDS } from "./import-fields.ts";
import { PARSERS } from "./kinds.ts";
import type { Parser } from "./parsed-row.ts";
import type { ImportField, ImportKind, ImportRow, Reject, RowContext } from "./types.ts";

/** What the API calls the fields of an item; every other field has the name it has in a file. `<of>/<name>` lies inside. */
const NAMES: Readonly<Partial<Record<ImportKind, Readonly<Record<string, ImportField>>>>> = {
  orders: { externalId: "orderExternalId", amountMinor: "amount" },
  subscriptions: { externalId: "subscriptionExternalId", priceMinor: "price" },
  signals: {
    externalId: "signalExternalId",
    body: "comment",
    "scale/min": "scaleMin",
    "scale/max": "scaleMax",
    "scale/higherIsBetter": "higherIsBetter",
  },
  interactions: {
    externalId: "interactionExternalId",
    kind: "interactionKind",
    durationSeconds: "duration",
    body: "notes",
  },
  complaints: { externalId: "complaintExternalId", body: "description" },
  customers: {
    "consents/service": "consentService",
    "consents/feedback": "consentFeedback",
    "consents/marketing": "consentMarketing",
  },
};

type Value = string | number | boolean | null | undefined;

/** An item as it was sent: texts, numbers, yes or no, and objects of them. */
export type ApiItem = Readonly<Record<string, Value | Readonly<Record<string, Value>>>>;

/** What is wrong with a field of an item. `pointer` is a JSON Pointer from the item on; "" for the item as a whole. */
export type ItemFault = { pointer: string; reason: string };

export type ItemContext = Pick<RowContext, "currency" | "timeZone" | "latestOn">;

type ItemCell = { pointer: string; field: ImportField; text: string; isSaid: boolean };

const EMPTY_CELL = "This cell must not be empty.";

/** Reads an item by the rules of the rows of a file of its kind; `line` is its place in the request, from 1. */
export function readItem(
  kind: ImportKind,
  item: ApiItem,
  line: number,
  context: ItemContext,
): { row: ImportRow } | { faults: ItemFault[] } {
  const { currency } = context;
  const cells = cellsOf(kind, item, currency);
  const parse: Parser<ImportRow> = PARSERS[kind];
  const parsed = parse(
    { line, cells: cells.map(({ text }) => text), unsaid: unsaidOf(cells) },
    cells.map(({ field }) => field),
    {
      ...context,
      headers: cells.map(({ pointer }) => pointer),
      decimalSeparator: ".",
      identify: () => "",
    },
  );
  const faults = "rejects" in parsed ? parsed.rejects.map((each) => asFault(each, currency)) : [];
  faults.push(...missingOf(kind, cells, faults));
  const row = "rows" in parsed ? parsed.rows[0] : undefined;
  return faults.length > 0 || !row ? { faults } : { row };
}

/** Every field that an item of the kind can have, with what this one says, as a file would. */
function cellsOf(kind: ImportKind, item: ApiItem, currency: string): ItemCell[] {
  const digits = kind === "orders" || kind === "subscriptions" ? currencyOf(currency).digits : 0;
  const flat = new Map(
    Object.entries(item).flatMap(([name, value]) =>
      typeof value === "object" && value !== null
        ? Object.entries(value).map(([inner, each]) => [`${name}/${escaped(inner)}`, each] as const)
        : [[escaped(name), value] as const],
    ),
  );
  const names = new Set([...REQUIRED[kind], ...Object.keys(NAMES[kind] ?? {}), ...flat.keys()]);
  return [...names].flatMap((name) => {
    const field = fieldOf(kind, name);
    const value = flat.get(name);
    const isMoney = field === "amount" || field === "price";
    const text = isMoney && typeof value === "number" ? inMajor(value, digits) : textOf(value);
    return field ? [{ pointer: `/${name}`, field, text, isSaid: value !== undefined }] : [];
  });
}

function unsaidOf(cells: readonly ItemCell[]): ReadonlySet<ImportField> {
  return new Set(cells.filter(({ isSaid }) => !isSaid).map(({ field }) => field));
}

function fieldOf(kind: ImportKind, name: string): ImportField | null {
  const plain = name.replace(/^attributes\//, "attributes.").replaceAll("~1", "/");
  const field = NAMES[kind]?.[name] ?? plain.replaceAll("~0", "~");
  return isImportField(kind, field) ? field : null;
}

/** What must be there, by the names of the API: an empty one is then named in the answer. */
const REQUIRED: Readonly<Record<ImportKind, readonly string[]>> = {
  customers: ["externalId"],
  orders: ["customerExternalId", "orderedOn"],
  subscriptions: ["customerExternalId", "startedOn"],
  signals: ["occurredOn", "score"],
  interactions: ["occurredOn"],
  complaints: ["receivedOn"],
  win_loss: [],
  activity_rates: [],
  acquisition_costs: [],
  segment_lists: ["segment"],
};

function textOf(value: Value): string {
  return value === null || value === undefined ? "" : String(value);
}

/** An amount of minor units as a file writes it: 1050 of EUR is 10.50. */
function inMajor(minor: number, digits: number): string {
  const sign = minor < 0 ? "-" : "";
  const text = String(Math.abs(minor)).padStart(digits + 1, "0");
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function asFault(
  { column, reason }: Pick<Reject, "column" | "reason">,
  currency: string,
): ItemFault {
  if (column === "/currency") return { pointer: column, reason: otherCurrency(currency) };
  return { pointer: column, reason: reason === EMPTY_CELL ? EMPTY_FIELD : reason };
}

function otherCurrency(currency: string): string {
  return `Not the workspace's ${currency}: no other currency is taken until rates exist.`;
}

const EMPTY_FIELD = "This field must not be empty.";

/** Groups of fields of which none is there, unless the parser has said so. */
function missingOf(
  kind: ImportKind,
  cells: readonly ItemCell[],
  told: readonly ItemFault[],
): ItemFault[] {
  const filled = cells.filter(({ text }) => text.trim() !== "").map(({ field }) => field);
  return REQUIRED_FIELDS[kind].flatMap((group) => {
    const own = cells.filter(({ field }) => group.includes(field));
    const isTold = own.some(({ pointer }) => told.some((fault) => fault.pointer === pointer));
    if (isTold || group.some((field) => isGiven(field, filled))) return [];
    return [{ pointer: own[0]?.pointer ?? "", reason: EMPTY_FIELD }];
  });
}

/** RFC 6901: a name that holds "/" or "~". */
function escaped(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
