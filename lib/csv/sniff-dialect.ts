import { guessHeaderRow } from "./guess-header-row.ts";
import { isBinary } from "./is-binary.ts";
import { sniffDelimiter } from "./sniff-delimiter.ts";
import { sniffEncoding } from "./sniff-encoding.ts";
import type { CsvDialect, CsvFileFault, SaidDialect } from "./types.ts";

/**
 * Tells from the first bytes (`SNIFF_BYTES` are enough) how a CSV file is written, save for what is `said`,
 * or why it is none. A fault is a string, a dialect an object.
 */
export function sniffDialect(head: Uint8Array, said: SaidDialect = {}): CsvDialect | CsvFileFault {
  if (head.length === 0) return "empty";
  const seen = sniffEncoding(head);
  if (isBinary(head, seen)) return "binary";
  const encoding = said.encoding ?? seen;
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  if (text.trim() === "") return "empty";
  const delimiter = said.delimiter ?? sniffDelimiter(fromLine(text, said.headerRow ?? 1));
  return { encoding, delimiter, headerRow: said.headerRow ?? guessHeaderRow(text, delimiter) };
}

function fromLine(text: string, line: number): string {
  const above = new RegExp(`^(?:[^\\r\\n]*(?:\\r\\n|\\r|\\n)){${line - 1}}`);
  return text.replace(above, "");
}
