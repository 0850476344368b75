import { nameKey } from "#lib/format/name-key.ts";
import type { ParsedRow } from "./parsed-row.ts";
import {
  checkCurrency,
  readCustomer,
  readDay,
  readLabel,
  readMoney,
  readRow,
  requiredDay,
  withNumber,
} from "./read-row.ts";
import type { FileRow, RowCells } from "./row-cells.ts";
import type { AcquisitionCostRow, ImportField, RowContext } from "./types.ts";

/** Reads what it cost to win a customer or to run a channel, or says what is wrong with each bad cell of the row. */
export function parseAcquisitionCost(
  row: FileRow,
  columns: readonly (ImportField | null)[],
  context: RowContext,
): ParsedRow<AcquisitionCostRow> {
  const parsed = readRow(row, columns, context, (cells) => read(row.line, cells, context));
  return withNumber(parsed, context.identify, factsOf);
}

function read(line: number, cells: RowCells, context: RowContext): AcquisitionCostRow {
  const customer = readCustomer(cells);
  const channel = readLabel(cells, "channel");
  const hasCustomer = customer.customerExternalId !== null || customer.customerEmail !== null;
  if (!hasCustomer && channel === null) cells.rejectEmpty(whoField(cells));
  if (cells.text("amount") === "") cells.rejectEmpty("amount");
  const startedOn = requiredDay(cells, context, "startedOn");
  const endedOn = readDay(cells, context, "endedOn");
  if (endedOn !== null && startedOn !== "" && endedOn < startedOn)
    cells.reject("endedOn", "Ends before it starts.");
  checkCurrency(cells, context);
  return {
    line,
    externalId: cells.optionalId("acquisitionCostExternalId"),
    ...customer,
    channel,
    startedOn,
    endedOn: endedOn ?? (hasCustomer ? startedOn : endOfMonth(startedOn)),
    amountMinor: readMoney(cells, context, "amount") ?? 0,
    currency: context.currency,
  };
}

/** Where a row says whose cost it is; the channel first, since every file has one column at least. */
function whoField(cells: RowCells): ImportField {
  if (cells.has("channel")) return "channel";
  return cells.has("customerExternalId") ? "customerExternalId" : "customerEmail";
}

/** The last day of the month of a day, YYYY-MM-DD: what a channel cost without an end is that of its month. */
function endOfMonth(day: string): string {
  const [year, month] = day.split("-").map(Number);
  if (!year || !month) return day;
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** What tells a cost from others when it has no number. */
function factsOf(row: AcquisitionCostRow) {
  const { customerExternalId, customerEmail, channel, startedOn } = row;
  return [
    customerExternalId ?? customerEmail,
    channel === null ? null : nameKey(channel),
    startedOn,
  ];
}
