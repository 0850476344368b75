import type { CsvDelimiter } from "./types.ts";

const QUOTE = 0x22;

/** Whether a quote opened at or after `from` is still open at the end of the line. */
export function endsInsideQuotes(line: string, delimiter: CsvDelimiter, from = 0): boolean {
  let open = openingQuote(line, delimiter, from);
  while (open !== -1) {
    const close = closingQuote(line, open + 1);
    if (close === -1) return true;
    open = openingQuote(line, delimiter, close + 1);
  }
  return false;
}

/** Place of the quote that closes a cell opened before `from`, -1 for none; doubled quotes are text. */
export function closingQuote(line: string, from: number): number {
  let at = line.indexOf('"', from);
  while (at !== -1 && line.charCodeAt(at + 1) === QUOTE) at = line.indexOf('"', at + 2);
  return at;
}

// A quote opens only at the start of a cell; anywhere else, as in 5" pipe, it is text.
function openingQuote(line: string, delimiter: CsvDelimiter, from: number): number {
  let at = line.indexOf('"', from);
  while (at > 0 && line[at - 1] !== delimiter) at = line.indexOf('"', at + 1);
  return at;
}
