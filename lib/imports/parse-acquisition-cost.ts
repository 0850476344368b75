import { nameKey } from "#lib/format/name-key.ts";
import { parseDayIn } from "./parse-date.ts";
import type { ParsedRow } from "./parsed-row.ts";
import {
  checkCurrency,
  readCustomer,
  readLabel,
  readMoney,
  readRow,
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
  const span = readSpan(cells, context, hasCustomer);
  checkCurrency(cells, context);
  return {
    line,
    externalId: cells.optionalId("acquisitionCostExternalId"),
    ...customer,
    channel,
    ...span,
    amountMinor: readMoney(cells, context, "amount") ?? 0,
    currency: context.currency,
  };
}

/** From when until when; without an end, what a customer cost is of its day, and all else of its month. */
function readSpan(cells: RowCells, context: RowContext, hasCustomer: boolean) {
  const text = cells.text("startedOn");
  if (text === "") cells.rejectEmpty("startedOn");
  const startedOn = readEdge(cells, context, "startedOn") ?? "";
  const endedOn = readEdge(cells, context, "endedOn");
  if (endedOn !== null && startedOn !== "" && endedOn < startedOn)
    cells.reject("endedOn", "Ends before it starts.");
  const isOfOneDay = hasCustomer && monthIn(text) === null;
  return { startedOn, endedOn: endedOn ?? (isOfOneDay ? startedOn : endOfMonth(startedOn)) };
}

/** A day; of a whole month its first day, or its last where it ends there. */
function readEdge(cells: RowCells, context: RowContext, field: "startedOn" | "endedOn") {
  return cells.parsed(field, (text) => {
    const month = monthIn(text);
    if (month === null) return parseDayIn(text, context);
    const first = parseDayIn(`${month}-01`, context);
    return "reason" in first || field === "startedOn" ? first : { value: endOfMonth(first.value) };
  });
}

const YEAR_FIRST = /^(\d{4})[-/.](0?[1-9]|1[0-2])$/;
const YEAR_LAST = /^(0?[1-9]|1[0-2])[-/.](\d{4})$/;

/** "2026-02" and "02/2026" as 2026-02; null for what is no month. */
function monthIn(text: string): string | null {
  const [, firstYear, laterMonth = ""] = YEAR_FIRST.exec(text) ?? [];
  if (firstYear) return `${firstYear}-${laterMonth.padStart(2, "0")}`;
  const [, firstMonth = "", lastYear] = YEAR_LAST.exec(text) ?? [];
  return lastYear ? `${lastYear}-${firstMonth.padStart(2, "0")}` : null;
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
