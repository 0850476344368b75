export const CSV_ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type CsvEncoding = (typeof CSV_ENCODINGS)[number];

export const CSV_DELIMITERS = [",", ";", "\t", "|"] as const;
export type CsvDelimiter = (typeof CSV_DELIMITERS)[number];

/** How a file is written: shown to the user and used for every later reading. */
export interface CsvDialect {
  encoding: CsvEncoding;
  delimiter: CsvDelimiter;
}

/** Why a file cannot be read at all. */
export type CsvFileFault = "empty" | "binary";

/** Why one record cannot be read; the records around it are not concerned. */
export type CsvRowFault = "bad_encoding" | "nul_byte" | "quote_never_closed" | "record_too_long";

/** One record; `line` is the 1-based physical line of the file on which it starts. */
export type CsvRecord = { line: number; cells: string[] } | { line: number; fault: CsvRowFault };

/** Records in file order; `bytesRead` counts raw bytes of the file consumed so far. */
export interface CsvBatch {
  records: CsvRecord[];
  bytesRead: number;
}
