import { tidyName } from "#lib/format/name-key.ts";
import { currencyOf, isCurrencyCode } from "./currency.ts";
import { parseAmount, parseSignedAmount } from "./parse-amount.ts";
import { parseDayIn, parseInstant } from "./parse-date.ts";
import type { ParsedRow } from "./parsed-row.ts";
import { readEmail } from "./read-email.ts";
import { type FileRow, MAX_ID_LENGTH, RowCells } from "./row-cells.ts";
import type { ImportField, RowContext } from "./types.ts";

/** Texts that people write: comments, descriptions, notes. */
export const MAX_BODY_LENGTH = 20_000;

/** Reads the cells of a row with `read`, unless the row is of another width than the header. */
export function readRow<Row>(
  row: FileRow,
  columns: readonly (ImportField | null)[],
  context: RowContext,
  read: (cells: RowCells, context: RowContext) => Row,
): ParsedRow<Row> {
  const cells = new RowCells(row, columns, context.headers);
  if (!cells.hasRightWidth()) return { rejects: cells.rejects };
  const made = read(cells, context);
  return cells.rejects.length > 0 ? { rejects: cells.rejects } : { rows: [made] };
}

/** A row of which the number is known last, since naming it counts it. */
export function withNumber<Row extends { externalId: string }>(
  parsed: ParsedRow<Row>,
  identify: RowContext["identify"],
  factsOf: (row: Row) => readonly (string | number | null)[],
): ParsedRow<Row> {
  if ("rejects" in parsed) return parsed;
  for (const row of parsed.rows) {
    if (row.externalId !== "") continue;
    row.externalId = identify(factsOf(row).map((fact) => String(fact ?? "")));
  }
  return parsed;
}

/** The customer of a row: by number, by address, or unknown. */
export function readCustomer(cells: RowCells) {
  const number = cells.optionalId("customerExternalId");
  return {
    customerExternalId: number === "" ? null : number,
    customerEmail: readEmail(cells, "customerEmail"),
  };
}

/** When something happened: by a column of days, one of instants, or both. The day must not lie in the future. */
export function readWhen(cells: RowCells, context: RowContext, on: ImportField, at: ImportField) {
  const { latestOn } = context;
  if (cells.text(on) === "" && cells.text(at) === "") cells.rejectEmpty(cells.has(on) ? on : at);
  const day = cells.parsed(on, (text) => parseDayIn(text, context));
  const instant = cells.parsed(at, (text) => parseInstant(text, context));
  const known = day ?? instant?.on ?? "";
  if (latestOn !== undefined && known > latestOn)
    cells.reject(day === null ? at : on, "The day lies in the future.");
  return { on: known, at: instant?.at ?? null };
}

/** A day, YYYY-MM-DD; null for an empty cell. */
export function readDay(cells: RowCells, context: RowContext, field: ImportField): string | null {
  return cells.parsed(field, (text) => parseDayIn(text, context));
}

/** A day that must be there, YYYY-MM-DD. */
export function requiredDay(cells: RowCells, context: RowContext, field: ImportField): string {
  if (cells.text(field) === "") cells.rejectEmpty(field);
  return readDay(cells, context, field) ?? "";
}

/** Money in minor units of the file's currency; null for an empty cell. */
export function readMoney(cells: RowCells, context: RowContext, field: ImportField): number | null {
  const { currency, decimalSeparator } = context;
  return cells.parsed(field, (text) => parseAmount(text, currency, decimalSeparator));
}

/** The same, below zero too. */
export function readSignedMoney(
  cells: RowCells,
  context: RowContext,
  field: ImportField,
): number | null {
  const { currency, decimalSeparator } = context;
  return cells.parsed(field, (text) => parseSignedAmount(text, currency, decimalSeparator));
}

/** Reject a row in another currency than the file's. */
export function checkCurrency(cells: RowCells, { currency }: RowContext): void {
  const text = cells.text("currency");
  if (text === "" || text === currency || currencyOf(currency).signs.has(text.toLowerCase()))
    return;
  // Only a code is told again: whatever else stands here may be somebody's.
  const other = isCurrencyCode(text) ? text.toUpperCase() : "This";
  cells.reject(
    "currency",
    `${other} differs from the file's ${currency}: one currency per file until rates exist.`,
  );
}

/** A short text: a name, a word, a title; null also where nothing of it would be kept as a name. */
export function readLabel(cells: RowCells, field: ImportField): string | null {
  const text = cells.optionalText(field, MAX_ID_LENGTH);
  return text === null || tidyName(text) === "" ? null : text;
}

/** A text of people. */
export function readBody(cells: RowCells, field: ImportField): string | null {
  return cells.optionalText(field, MAX_BODY_LENGTH);
}
