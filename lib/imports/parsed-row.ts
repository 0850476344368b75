import type { FileRow } from "./row-cells.ts";
import type { ImportField, Reject, RowContext } from "./types.ts";

/** Reads a row, or says what is wrong with each bad cell of it. */
export type Parser<Row> = (
  row: FileRow,
  columns: readonly (ImportField | null)[],
  context: RowContext,
) => ParsedRow<Row>;

export type ParsedRow<Row> = { rows: Row[] } | { rejects: Reject[] };
