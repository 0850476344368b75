import { isCurrencyCode } from "#lib/imports/currency.ts";
import type { ImportDraft } from "./import-draft.ts";

/** Another currency than the file's that all rows looked at are in; null when they are in it, or in several. */
export function otherCurrency(
  { preview, columns }: Pick<ImportDraft, "preview" | "columns">,
  currency: string,
): string | null {
  const at = columns.indexOf("currency");
  if (at < 0) return null;
  const cells = preview.rows.map((row) => (row[at] ?? "").trim().toUpperCase()).filter(Boolean);
  const [code, ...more] = new Set(cells);
  if (code === undefined || more.length > 0) return null;
  return isCurrencyCode(code) && code !== currency ? code : null;
}
