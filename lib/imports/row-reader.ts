import { type CsvRecord, describeRowFault } from "#lib/csv/index.ts";
import { createOrderIdentifier } from "./order-identity.ts";
import { OrdinalCounter } from "./ordinal-counter.ts";
import { parseCustomer } from "./parse-customer.ts";
import { parseOrder } from "./parse-order.ts";
import type {
  CustomerRow,
  ImportField,
  ImportKind,
  OrderRow,
  Reject,
  RowContext,
} from "./types.ts";

/** What becomes of one record: a row to write, or why not. */
export type ReadRecord = { row: CustomerRow | OrderRow } | { rejects: Reject[] };

export type RowReaderOptions = {
  kind: ImportKind;
  columns: readonly (ImportField | null)[];
  /** The same in every row, for fields that no column holds */
  constants?: ReadonlyMap<ImportField, string>;
  context: RowContext;
  /** sha256 of a text in hexadecimal */
  digest: (text: string) => string;
};

/**
 * Makes a function that reads the records of one file in file order. It remembers the numbers it has seen: a number
 * that comes twice is read the first time and rejected the second, so that no row silently replaces another.
 */
export function createRowReader(options: RowReaderOptions): (record: CsvRecord) => ReadRecord {
  const parse = parserOf(options);
  const seen = new OrdinalCounter();
  return (record) => {
    if ("fault" in record)
      return { rejects: [wholeRow(record.line, describeRowFault(record.fault))] };
    const row = parse(options.constants ? { ...record, constants: options.constants } : record);
    if (Array.isArray(row)) return { rejects: row };
    if (seen.next(options.digest(row.externalId)) === 1) return { row };
    return { rejects: [repeated(row, options)] };
  };
}

function parserOf(options: RowReaderOptions) {
  type Cells = Parameters<typeof parseCustomer>[0];
  const { kind, columns, context, digest } = options;
  switch (kind) {
    case "customers": {
      // A constant attribute is read like a column that the row does not have.
      const all = [...columns, ...(options.constants?.keys() ?? [])];
      return (record: Cells) => parseCustomer(record, all, context);
    }
    case "orders": {
      const orderContext = { ...context, identify: createOrderIdentifier(digest) };
      return (record: Cells) => parseOrder(record, columns, orderContext);
    }
  }
}

function repeated(
  row: CustomerRow | OrderRow,
  { kind, columns, context }: RowReaderOptions,
): Reject {
  const field: ImportField = kind === "customers" ? "externalId" : "orderExternalId";
  const column = context.headers[columns.indexOf(field)] ?? "";
  const reason =
    kind === "customers"
      ? "Same customer number as an earlier row."
      : "Same order number as an earlier row. One row per order, please.";
  return { line: row.line, column, value: row.externalId.slice(0, 200), reason };
}

function wholeRow(line: number, reason: string): Reject {
  return { line, column: "", value: "", reason };
}
