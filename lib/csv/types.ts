export const CSV_ENCODINGS = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "windows-1250",
  "windows-1251",
  "windows-1253",
  "windows-1254",
  "macintosh",
  "shift_jis",
  "euc-kr",
  "gb18030",
  "big5",
] as const;
export type CsvEncoding = (typeof CSV_ENCODINGS)[number];

export const CSV_DELIMITERS = [",", ";", "\t", "|"] as const;
export type CsvDelimiter = (typeof CSV_DELIMITERS)[number];

/** Headers stand in one of so many first lines. */
export const MOST_HEADER_ROW = 10;

/** How a file is written: shown to the user and used for every later reading. */
export interface CsvDialect {
  encoding: CsvEncoding;
  delimiter: CsvDelimiter;
  /** 1-based line of the headers; what stands above is no part of the table. On a blank line: the next one below. */
  headerRow: number;
}

/** What somebody says about how a file is written; the rest is told from the file. */
export type SaidDialect = { [Part in keyof CsvDialect]?: CsvDialect[Part] | undefined };

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
