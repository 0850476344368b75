import type { CsvDelimiter, CsvEncoding } from "#lib/csv/types.ts";

/** The key of a delimiter's word among the messages. */
export const DELIMITER_WORD = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
} as const satisfies Record<CsvDelimiter, string>;

/** Encodings by their own names, the same in every language. */
export const ENCODING_NAME: Record<CsvEncoding, string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  "windows-1252": "Windows-1252",
  "windows-1250": "Windows-1250",
  "windows-1251": "Windows-1251",
  "windows-1253": "Windows-1253",
  "windows-1254": "Windows-1254",
  macintosh: "Mac OS Roman",
  shift_jis: "Shift JIS",
  "euc-kr": "EUC-KR",
  gb18030: "GB 18030",
  big5: "Big5",
};
