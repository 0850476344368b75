import { MOST_MINOR } from "#lib/format/most-minor.ts";
import { type OrderFacts, orderParts } from "./order-parts.ts";
import { parseQuantity } from "./parse-quantity.ts";
import type { ParsedRow } from "./parsed-row.ts";
import { readEmail } from "./read-email.ts";
import {
  checkCurrency,
  readLabel,
  readMoney,
  readRow,
  readSignedMoney,
  readWhen,
} from "./read-row.ts";
import type { FileRow, RowCells } from "./row-cells.ts";
import type { ImportField, OrderHead, OrderRow, RowContext } from "./types.ts";

const MAX_DESCRIPTION_LENGTH = 500;

/**
 * Reads one order, a line of one, or what came back of one; or says what is wrong with each bad cell of its row. A file
 * with prices and no amounts is lines that add up; one with both has the total of an order on the first of its rows.
 */
export function parseOrder(
  row: FileRow,
  columns: readonly (ImportField | null)[],
  context: RowContext,
): ParsedRow<OrderRow> {
  const parsed = readRow(row, columns, context, (cells) => readFacts(row.line, cells, context));
  if ("rejects" in parsed) return parsed;
  const [facts] = parsed.rows;
  return { rows: facts ? orderParts(facts, context) : [] };
}

function readFacts(line: number, cells: RowCells, context: RowContext): OrderFacts {
  const number = cells.optionalId("orderExternalId");
  const head = headOf(number, cells, context);
  const who = readBuyer(cells, head);
  const when = readDayOf(cells, context, head);
  const money = readPrices(cells, context, head);
  checkTotal(number, money.amountMinor, cells, context);
  checkCurrency(cells, context);
  const quantity = cells.parsed("quantity", parseQuantity);
  const lineMinor = (money.unitPriceMinor ?? 0) * (quantity ?? 1);
  if (Math.abs(lineMinor) > MOST_MINOR)
    cells.reject("unitPrice", "The amount of this line is too large.");
  return {
    line,
    number,
    ...who,
    ...when,
    ...money,
    isLine: money.unitPriceMinor !== null,
    totalMinor: head ? head.totalMinor : cells.has("unitPrice") ? money.amountMinor : null,
    quantity,
    productCode: readLabel(cells, "productCode"),
    channel: readLabel(cells, "channel"),
    description: cells.text("description").slice(0, MAX_DESCRIPTION_LENGTH) || null,
    returnOf: cells.optionalId("returnOf") || null,
    refundedMinor: readRefunded(cells, context, head, money.amountMinor ?? lineMinor),
    isCalledOff: head?.isCalledOff ?? isCalledOff(cells.text("orderStatus")),
  };
}

/** What is called off comes back in full, where the rest of its order stays; of one with a total, its first row says so. */
function readRefunded(
  cells: RowCells,
  context: RowContext,
  head: OrderHead | null,
  wholeMinor: number,
): number {
  if (head?.isCalledOff) return 0;
  if (isCalledOff(cells.text("orderStatus"))) return Math.max(0, wholeMinor);
  return readMoney(cells, context, "refunded") ?? 0;
}

const CALLED_OFF =
  /^(?:voided|void|cancell?ed|called off|storniert|storno|annulée?|cancelad[oa]|annullat[oa]|geannuleerd|yes|true|ja|oui)$/i;

/** By a word, or by the day on which that was done. */
function isCalledOff(status: string): boolean {
  return CALLED_OFF.test(status) || /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(status);
}

/** What the first row of the order said, where this one leaves the total to it. */
function headOf(number: string, cells: RowCells, { orders }: RowContext): OrderHead | null {
  if (!(orders && cells.has("amount") && cells.has("unitPrice"))) return null;
  if (cells.text("amount") === "")
    return number !== "" && orders.head?.externalId === number ? orders.head : null;
  // Were it kept and this row rejected, later rows would be lines of the order before.
  if (orders.head?.externalId !== number) orders.head = null;
  return null;
}

function readBuyer(cells: RowCells, head: OrderHead | null) {
  const customerExternalId = cells.optionalId("customerExternalId");
  const customerEmail = readEmail(cells, "customerEmail");
  if (customerExternalId !== "" || customerEmail !== null)
    return { customerExternalId, customerEmail };
  if (!head)
    cells.rejectEmpty(cells.has("customerExternalId") ? "customerExternalId" : "customerEmail");
  return {
    customerExternalId: head?.customerExternalId ?? "",
    customerEmail: head?.customerEmail ?? null,
  };
}

function readDayOf(cells: RowCells, context: RowContext, head: OrderHead | null) {
  if (head && cells.text("orderedOn") === "" && cells.text("orderedAt") === "")
    return { orderedOn: head.orderedOn, orderedAt: head.orderedAt };
  const { on, at } = readWhen(cells, context, "orderedOn", "orderedAt");
  return { orderedOn: on, orderedAt: at };
}

/** A total may stand on every row of its order, as long as it is the same. */
function checkTotal(
  number: string,
  amountMinor: number | null,
  cells: RowCells,
  { orders }: RowContext,
): void {
  if (!cells.has("unitPrice") || amountMinor === null || amountMinor < 0 || number === "") return;
  const head = orders?.head;
  if (head?.externalId !== number || head.totalMinor === amountMinor) return;
  cells.reject(
    "amount",
    "An earlier row has another total for this order. If these are amounts of lines, leave the column out: prices add up.",
  );
}

function readPrices(cells: RowCells, context: RowContext, head: OrderHead | null) {
  const isByLine = cells.has("unitPrice") && (head !== null || !cells.has("amount"));
  const needed = isByLine ? "unitPrice" : "amount";
  if (cells.text(needed) === "") cells.rejectEmpty(needed);
  return {
    amountMinor: readSignedMoney(cells, context, "amount"),
    unitPriceMinor: readSignedMoney(cells, context, "unitPrice"),
  };
}
