import { isBinary } from "./is-binary.ts";
import { sniffDelimiter } from "./sniff-delimiter.ts";
import { sniffEncoding } from "./sniff-encoding.ts";
import type { CsvDialect, CsvFileFault } from "./types.ts";

/**
 * Tells from the first bytes (`SNIFF_BYTES` are enough) how a CSV file is written,
 * or why it is none. A fault is a string, a dialect an object.
 */
export function sniffDialect(head: Uint8Array): CsvDialect | CsvFileFault {
  if (head.length === 0) return "empty";
  const encoding = sniffEncoding(head);
  if (isBinary(head, encoding)) return "binary";
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  if (text.trim() === "") return "empty";
  return { encoding, delimiter: sniffDelimiter(text) };
}
