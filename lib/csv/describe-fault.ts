import type { CsvFileFault, CsvRowFault } from "./types.ts";

const FILE_FAULTS: Record<CsvFileFault, string> = {
  empty: "The file is empty.",
  binary: "This is not a CSV file. Save the table as CSV and upload it again.",
};

const ROW_FAULTS: Record<CsvRowFault, string> = {
  bad_encoding: "The row holds bytes that are no text. Save the file as UTF-8.",
  nul_byte: "The row holds a NUL character. Remove it.",
  quote_never_closed: 'A quote (") opens here and never closes. Close it or remove it.',
  record_too_long: "The row is longer than 1 MB.",
};

/** Says in words for a person why a file cannot be read. */
export function describeFileFault(fault: CsvFileFault): string {
  return FILE_FAULTS[fault];
}

/** Says in words for a person why a row cannot be read. */
export function describeRowFault(fault: CsvRowFault): string {
  return ROW_FAULTS[fault];
}
