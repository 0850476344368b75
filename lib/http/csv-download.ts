import "server-only";
import { csvText, type ExportRow } from "#lib/exports/index.ts";
import { download } from "./download.ts";

type Rows = readonly ExportRow[];

/** A CSV file of pages, as they come: UTF-8 with BOM, cells that cannot act as formulas, null as an empty cell. */
export function csvDownload(
  fileName: string,
  header: readonly string[],
  pages: AsyncIterable<Rows> | readonly Rows[],
): Response {
  return download(fileName, "text/csv; charset=utf-8", csvText(header, pages));
}
