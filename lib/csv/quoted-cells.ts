import { parse } from "csv-parse/sync";
import type { CsvDelimiter } from "./types.ts";

/**
 * Cells of records that hold quotes, each known to close them. One call of csv-parse costs as much as ten
 * records, so they are parsed together. Stray quotes inside a cell are text. `undefined` stands for a
 * record that cannot be read.
 */
export function quotedCells(records: string[], delimiter: CsvDelimiter): (string[] | undefined)[] {
  if (records.length === 0) return [];
  const together = parseRecords(records.join("\n"), delimiter);
  if (together?.length === records.length) return together;
  return records.map((record) => {
    const alone = parseRecords(record, delimiter);
    return alone?.length === 1 ? alone[0] : undefined;
  });
}

function parseRecords(text: string, delimiter: CsvDelimiter): string[][] | undefined {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: "\n",
      relax_quotes: true,
      relax_column_count: true,
    });
  } catch {
    return undefined; // csv-parse throws on what it cannot read; the caller rejects those records
  }
}
