import { parseDate } from "./parse-date.ts";
import { type FileRow, RowCells } from "./row-cells.ts";
import type { CustomerRow, ImportField, Reject, RowContext } from "./types.ts";

const EMAIL = /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+\.[^\s@\p{Cc}]+$/u;
const MAX_EMAIL_LENGTH = 254;
const MAX_NAME_LENGTH = 200;
const MAX_ATTRIBUTE_LENGTH = 1000;
const ATTRIBUTE_PREFIX = "attributes.";

/** Reads one customer, or says what is wrong with each bad cell of the row. */
export function parseCustomer(
  row: FileRow,
  columns: readonly (ImportField | null)[],
  context: RowContext,
): CustomerRow | Reject[] {
  const cells = new RowCells(row, columns, context.headers);
  if (!cells.hasRightWidth()) return cells.rejects;
  const customer: CustomerRow = {
    line: row.line,
    externalId: cells.requiredId("externalId"),
    email: readEmail(cells),
    name: cells.optionalText("name", MAX_NAME_LENGTH),
    registeredOn: cells.parsed("registeredOn", (text) => parseDate(text, context.dateFormat)),
    attributes: readAttributes(cells, columns),
  };
  return cells.rejects.length > 0 ? cells.rejects : customer;
}

function readEmail(cells: RowCells): string | null {
  const text = cells.optionalText("email", MAX_EMAIL_LENGTH);
  if (text === null || text.length > MAX_EMAIL_LENGTH) return null;
  if (!EMAIL.test(text)) cells.reject("email", "Not an e-mail address, such as ann@example.com.");
  return text.toLowerCase();
}

function readAttributes(
  cells: RowCells,
  columns: readonly (ImportField | null)[],
): Record<string, string> {
  const attributes: [string, string][] = [];
  for (const field of columns) {
    if (!field?.startsWith(ATTRIBUTE_PREFIX)) continue;
    const text = cells.optionalText(field, MAX_ATTRIBUTE_LENGTH);
    if (text !== null) attributes.push([field.slice(ATTRIBUTE_PREFIX.length), text]);
  }
  return Object.fromEntries(attributes);
}
