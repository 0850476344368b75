import { currencyOf } from "./currency.ts";
import type { OrderFacts } from "./order-identity.ts";
import { parseAmount } from "./parse-amount.ts";
import { parseDate, parseInstant } from "./parse-date.ts";
import { parseQuantity } from "./parse-quantity.ts";
import { type FileRow, MAX_ID_LENGTH, RowCells } from "./row-cells.ts";
import type { ImportField, OrderRow, Reject, RowContext } from "./types.ts";

/** A file's context, with what names an order that has no number: see `createOrderIdentifier`. */
export interface OrderContext extends RowContext {
  identify: (order: OrderFacts) => string;
}

/** Reads one order, or says what is wrong with each bad cell of its row. */
export function parseOrder(
  row: FileRow,
  columns: readonly (ImportField | null)[],
  context: OrderContext,
): OrderRow | Reject[] {
  const cells = new RowCells(row, columns, context.headers);
  if (!cells.hasRightWidth()) return cells.rejects;
  const order = readOrder(row.line, cells, context);
  if (cells.rejects.length > 0) return cells.rejects;
  // Last, since naming an order counts it.
  if (order.externalId === "") order.externalId = context.identify(order);
  return order;
}

function readOrder(line: number, cells: RowCells, context: RowContext): OrderRow {
  const { currency, decimalSeparator } = context;
  const externalId = cells.optionalId("orderExternalId");
  const customerExternalId = cells.requiredId("customerExternalId");
  const { on, at } = readWhen(cells, context);
  if (cells.text("amount") === "") cells.rejectEmpty("amount");
  const amount = cells.parsed("amount", (text) => parseAmount(text, currency, decimalSeparator));
  checkCurrency(cells, currency);
  return {
    line,
    externalId,
    customerExternalId,
    orderedOn: on,
    orderedAt: at,
    amountMinor: amount ?? 0,
    currency,
    quantity: cells.parsed("quantity", parseQuantity),
    productCode: cells.optionalText("productCode", MAX_ID_LENGTH),
    channel: cells.optionalText("channel", MAX_ID_LENGTH),
  };
}

function readWhen(cells: RowCells, { timeZone, dateFormat, latestOn }: RowContext) {
  if (cells.text("orderedOn") === "" && cells.text("orderedAt") === "")
    cells.rejectEmpty(cells.has("orderedOn") ? "orderedOn" : "orderedAt");
  const on = cells.parsed("orderedOn", (text) => parseDate(text, dateFormat));
  const instant = cells.parsed("orderedAt", (text) => parseInstant(text, timeZone, dateFormat));
  const day = on ?? instant?.on ?? "";
  if (latestOn !== undefined && day > latestOn)
    cells.reject(on === null ? "orderedAt" : "orderedOn", "The day lies in the future.");
  return { on: day, at: instant?.at ?? null };
}

function checkCurrency(cells: RowCells, currency: string): void {
  const text = cells.text("currency");
  if (text === "" || text === currency || currencyOf(currency).signs.has(text.toLowerCase()))
    return;
  const shown = text.slice(0, 20);
  cells.reject(
    "currency",
    `${shown} differs from the file's ${currency}: one currency per file until rates exist.`,
  );
}
