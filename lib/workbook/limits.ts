/** A workbook is read whole before its first row is known: a larger one is refused. */
export const MOST_WORKBOOK_BYTES = 20 * 1024 ** 2;

/** All that a workbook may unpack to. */
export const MOST_UNPACKED_BYTES = 64 * 1024 ** 2;

/** Excel's own limit: rows of one sheet. */
export const MOST_SHEET_ROWS = 1_048_576;

/** Rows that a preview shows. */
export const HEAD_ROWS = 300;
