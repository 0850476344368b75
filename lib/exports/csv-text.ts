import { stringify } from "csv-stringify/sync";
import { inertCell } from "#lib/csv/index.ts";
import type { ExportCell, ExportRow } from "./types.ts";

type Pages = AsyncIterable<readonly ExportRow[]> | readonly (readonly ExportRow[])[];

/** A list as CSV in UTF-8 with BOM, page by page: cells cannot act as formulas, null is an empty cell. */
export async function* csvText(columns: readonly string[], pages: Pages): AsyncGenerator<string> {
  yield `\uFEFF${lines([columns])}`;
  for await (const rows of pages) if (rows.length > 0) yield lines(rows);
}

function lines(rows: readonly ExportRow[]): string {
  return stringify(rows.map((row) => row.map(cellOf)));
}

function cellOf(cell: ExportCell): string | number | null {
  if (typeof cell === "boolean") return String(cell);
  return typeof cell === "string" ? inertCell(cell) : cell;
}
