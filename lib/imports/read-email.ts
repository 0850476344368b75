import type { RowCells } from "./row-cells.ts";
import type { ImportField } from "./types.ts";

const EMAIL = /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+\.[^\s@\p{Cc}]+$/u;
const MAX_EMAIL_LENGTH = 254;

/** An e-mail address in lower case; null for an empty cell. */
export function readEmail(cells: RowCells, field: ImportField): string | null {
  const text = cells.optionalText(field, MAX_EMAIL_LENGTH);
  if (text === null || text.length > MAX_EMAIL_LENGTH) return null;
  if (!EMAIL.test(text)) cells.reject(field, "Not an e-mail address, such as ann@example.com.");
  return text.toLowerCase();
}
