/** A workbook is held packed while it is read: a larger one is refused. */
export const MOST_WORKBOOK_BYTES = 20 * 1024 ** 2;

/** All that a workbook may unpack to; its sheets are read as they are unpacked. */
export const MOST_UNPACKED_BYTES = 256 * 1024 ** 2;

/** What is held of it unpacked: the texts that its cells share. */
export const MOST_TEXT_BYTES = 64 * 1024 ** 2;

/** What a sheet may come to as CSV: one far cell in each row makes long lines. */
export const MOST_CSV_CHARACTERS = 1024 ** 3;

/** Excel's own limit: rows of one sheet. */
export const MOST_SHEET_ROWS = 1_048_576;

/** Rows that a preview shows. */
export const HEAD_ROWS = 300;
