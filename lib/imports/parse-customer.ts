import type { Consent, Purpose } from "#lib/customers/types.ts";
import type { ParsedRow } from "./parsed-row.ts";
import { readConsent } from "./read-consent.ts";
import { readEmail } from "./read-email.ts";
import { readDay, readRow } from "./read-row.ts";
import type { FileRow, RowCells } from "./row-cells.ts";
import type { CustomerRow, ImportField, Parsed, RowContext } from "./types.ts";

// Digits and the signs between them, and an extension at the end.
const PHONE = /^[+(\d][\d\s()./\-–]*(?:(?:ext|x|#)\.?\s*\d{1,6})?$/i;
const PHONE_DIGITS = { least: 4, most: 20 };
const CONSENT_FIELDS: readonly (readonly [ImportField, Purpose])[] = [
  ["consentService", "service"],
  ["consentFeedback", "feedback"],
  ["consentMarketing", "marketing"],
];
const MAX_NAME_LENGTH = 200;
const MAX_ATTRIBUTE_LENGTH = 1000;
const ATTRIBUTE_PREFIX = "attributes.";

/** Reads one customer, or says what is wrong with each bad cell of the row. */
export function parseCustomer(
  row: FileRow,
  columns: readonly (ImportField | null)[],
  context: RowContext,
): ParsedRow<CustomerRow> {
  // A constant attribute is read like a column that the row does not have.
  const all = [...columns, ...(row.constants?.keys() ?? [])];
  return readRow(row, all, context, (cells) => ({
    line: row.line,
    externalId: cells.requiredId("externalId"),
    email: readEmail(cells, "email"),
    name: cells.optionalText("name", MAX_NAME_LENGTH),
    phone: cells.parsed("phone", readPhone),
    registeredOn: readDay(cells, context, "registeredOn"),
    attributes: readAttributes(cells, all),
    consents: readConsents(cells),
  }));
}

function readPhone(text: string): Parsed<string> {
  const digits = text.replaceAll(/\D/g, "").length;
  const isPhone = PHONE.test(text) && digits >= PHONE_DIGITS.least && digits <= PHONE_DIGITS.most;
  return isPhone ? { value: text } : { reason: "Not a phone number, such as +43 664 1234567." };
}

function readConsents(cells: RowCells): Consent[] {
  return CONSENT_FIELDS.flatMap(([field, purpose]) => {
    const said = cells.parsed(field, consentOf);
    return said ? [{ purpose, ...said }] : [];
  });
}

function consentOf(text: string): Parsed<Omit<Consent, "purpose">> {
  const value = readConsent(text);
  return value
    ? { value }
    : { reason: "Neither yes, no, unknown nor a lawful basis such as contract." };
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
