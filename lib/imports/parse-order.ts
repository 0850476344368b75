import { parseQuantity } from "./parse-quantity.ts";
import type { ParsedRow } from "./parsed-row.ts";
import { checkCurrency, readLabel, readMoney, readRow, readWhen, withNumber } from "./read-row.ts";
import type { FileRow, RowCells } from "./row-cells.ts";
import type { ImportField, OrderRow, RowContext } from "./types.ts";

/** Reads one order, or says what is wrong with each bad cell of its row. */
export function parseOrder(
  row: FileRow,
  columns: readonly (ImportField | null)[],
  context: RowContext,
): ParsedRow<OrderRow> {
  const parsed = readRow(row, columns, context, (cells) => readOrder(row.line, cells, context));
  return withNumber(parsed, context.identify, factsOf);
}

function readOrder(line: number, cells: RowCells, context: RowContext): OrderRow {
  const externalId = cells.optionalId("orderExternalId");
  const customerExternalId = cells.requiredId("customerExternalId");
  const { on, at } = readWhen(cells, context, "orderedOn", "orderedAt");
  if (cells.text("amount") === "") cells.rejectEmpty("amount");
  const amount = readMoney(cells, context, "amount");
  checkCurrency(cells, context);
  return {
    line,
    externalId,
    customerExternalId,
    orderedOn: on,
    orderedAt: at,
    amountMinor: amount ?? 0,
    currency: context.currency,
    quantity: cells.parsed("quantity", parseQuantity),
    productCode: readLabel(cells, "productCode"),
    channel: readLabel(cells, "channel"),
  };
}

/** What tells an order from others when it has no number. */
function factsOf({ customerExternalId, orderedOn, amountMinor, quantity, productCode }: OrderRow) {
  return [customerExternalId, orderedOn, amountMinor, quantity, productCode];
}
