import { isImportField } from "./import-fields.ts";
import { normaliseHeader } from "./match-headers.ts";
import type { ImportField, ImportKind } from "./types.ts";

type OwnExport = {
  /** What only a file of ours has together */
  told: readonly string[];
  /** Columns that by themselves would be taken for another field, or for one that another column holds; null is for none */
  columns?: Readonly<Record<string, ImportField | null>>;
  /** Whether its rows are what came back, though nothing in a row says so */
  areReturns?: true;
};

/** Our own files of lists. Of orders the amount is less what came back: gross is what was paid. */
const OWN_EXPORTS: Readonly<Record<ImportKind, readonly OwnExport[]>> = {
  customers: [
    {
      told: ["customer_id", "segment", "orders", "revenue", "last_order"],
      columns: {
        ...{ segment: null, orders: null, revenue: null, profit_before_contacts: null },
        // As the column was called before.
        ...{ profit: null, currency: null, last_order: null },
      },
    },
  ],
  orders: [
    {
      told: ["number", "customer_id", "ordered_on", "amount", "gross", "returned"],
      columns: { amount: null, returned: null },
    },
    {
      told: ["number", "customer_id", "order_number", "ordered_on", "unit_price", "order_gross"],
      columns: {
        number: null,
        order_number: "orderExternalId",
        amount: null,
        order_gross: "amount",
      },
    },
    {
      told: ["number", "customer_id", "returned_on", "order_number", "amount"],
      columns: { returned_on: "orderedOn", order_number: "returnOf", status: null },
      areReturns: true,
    },
  ],
  subscriptions: [{ told: ["number", "customer_id", "source", "plan", "started_on", "period"] }],
  signals: [
    {
      told: ["number", "occurred_on", "audience", "higher_is_better", "channel", "source"],
      columns: { source: null },
    },
  ],
  interactions: [{ told: ["number", "source", "duration_seconds", "activity", "occurred_at"] }],
  complaints: [{ told: ["number", "source", "sub_reason", "is_timely", "is_disputed"] }],
  win_loss: [{ told: ["number", "source", "offer", "decided_on", "competitor"] }],
  activity_rates: [{ told: ["number", "source", "activity", "valid_from", "unit", "cost"] }],
  acquisition_costs: [
    {
      told: ["number", "source", "channel", "started_on", "ended_on", "amount"],
      columns: { source: null },
    },
  ],
  segment_lists: [
    {
      told: ["number", "source", "segment", "listed_on", "has_left"],
      columns: { number: null, listed_on: null, status: null, has_left: "hasLeft" },
    },
  ],
};

function ownExport(kind: ImportKind, headers: readonly string[]): OwnExport | undefined {
  const present = new Set(headers.map(normaliseHeader));
  return OWN_EXPORTS[kind].find(({ told }) =>
    told.every((header) => present.has(normaliseHeader(header))),
  );
}

/** The fields of those headers of a file of ours that do not say theirs by themselves; none of any other file. */
export function ownColumns(
  kind: ImportKind,
  headers: readonly string[],
): ReadonlyMap<string, ImportField | null> {
  const own = ownExport(kind, headers);
  if (!own) return new Map();
  const columns = Object.entries(own.columns ?? {});
  const fields = new Map(columns.map(([header, field]) => [normaliseHeader(header), field]));
  return new Map(
    headers.flatMap((header) => {
      const field = attributeIn(kind, header) ?? fields.get(normaliseHeader(header));
      return field === undefined ? [] : [[header, field] as const];
    }),
  );
}

/** The attribute that a column of ours holds: its header is spelled as the field. */
function attributeIn(kind: ImportKind, header: string): ImportField | undefined {
  const isAttribute = kind === "customers" && header.startsWith("attributes.");
  return isAttribute && isImportField(kind, header) ? header : undefined;
}

/** Whether a file is ours of returns: every row of it came back. */
export function isOwnReturns(kind: ImportKind, headers: readonly string[]): boolean {
  return ownExport(kind, headers)?.areReturns === true;
}

const INERT = /^'(?='*[=+\-@\t\r])/;

/** The cells of a row of ours as they were before they were made harmless for spreadsheets; undefined for other files. */
export function ownCells(kind: ImportKind, headers: readonly string[]) {
  if (!ownExport(kind, headers)) return undefined;
  return (cells: readonly string[]) => cells.map((cell) => cell.replace(INERT, ""));
}

/**
 * Reads which source a row of ours names: its number is one of that source. Undefined for other files, for kinds whose
 * numbers are the workspace's own, and where the column is taken for something else.
 */
export function ownSourceOf(
  kind: ImportKind,
  headers: readonly string[],
  columns: readonly (ImportField | null)[],
): ((cells: readonly string[]) => string) | undefined {
  const told = ownExport(kind, headers)?.told;
  const at = headers.findIndex((header) => normaliseHeader(header) === "source");
  if (!told?.includes("source") || columns[at] !== null) return undefined;
  return (cells) => (cells[at] ?? "").replace(INERT, "").trim();
}
