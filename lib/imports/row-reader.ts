import { type CsvRecord, describeRowFault } from "#lib/csv/index.ts";
import { isAnswer, NUMBER_FIELD } from "./import-fields.ts";
import { PARSERS } from "./kinds.ts";
import { OrdinalCounter } from "./ordinal-counter.ts";
import type { Parser } from "./parsed-row.ts";
import type { FileRow } from "./row-cells.ts";
import { createRowIdentifier } from "./row-identity.ts";
import { type RowSource, sourceFault, sourceKey } from "./row-sources.ts";
import type { ImportField, ImportKind, ImportRow, Reject, RowContext } from "./types.ts";

/** What becomes of one record: rows to write, and why not. */
export type ReadRecord = { rows: readonly ImportRow[]; rejects: readonly Reject[] };

/** Says why a row is left out, and which cell says so; null for a row to read. */
export type RowRule = (cells: readonly string[]) => Omit<Reject, "line"> | null;

/** The cells of a row as they are meant. */
export type CellRule = (cells: readonly string[]) => readonly string[];

export type RowReaderOptions = {
  kind: ImportKind;
  columns: readonly (ImportField | null)[];
  /** The same in every row, for fields that no column holds */
  constants?: ReadonlyMap<ImportField, string>;
  /** The columns that say a field where its own cell is empty */
  fallbacks?: ReadonlyMap<ImportField, readonly number[]>;
  /** What the cells of a field stand for, by their text */
  values?: ReadonlyMap<ImportField, ReadonlyMap<string, string>>;
  /** Why a row of an export is none of its kind, whatever its cells say */
  leftOut?: RowRule | undefined;
  /** How an export means its cells, where it writes the same in several ways */
  tidy?: CellRule | undefined;
  /** The source that a row of a file of ours names */
  sourceOf?: RowSource | undefined;
  context: Omit<RowContext, "identify">;
  /** sha256 of a text in hexadecimal */
  digest: (text: string) => string;
};

/**
 * Makes a function that reads the records of one file in file order. It remembers the numbers it has seen: a number
 * that comes twice is read the first time and rejected the second, so that no row silently replaces another.
 */
export function createRowReader(options: RowReaderOptions): (record: CsvRecord) => ReadRecord {
  const { kind, columns, leftOut = () => null, tidy = asIs, digest } = options;
  const sourceOf = options.sourceOf ?? (() => "");
  const meanings = meaningsOf(options);
  const orders = { head: null };
  const context = { ...options.context, identify: createRowIdentifier(digest), orders };
  // All rows of a file are of its kind.
  const parse: Parser<ImportRow> = PARSERS[kind];
  const isNew = firstComing(options);
  return (record) => {
    if ("fault" in record)
      return { rows: [], rejects: [wholeRow(record.line, describeRowFault(record.fault))] };
    const sourceName = sourceOf(record.cells);
    const why = leftOut(record.cells) ?? sourceFault(sourceName);
    if (why) return { rows: [], rejects: [{ line: record.line, ...why }] };
    const cells = tidy(record.cells);
    const parsed = parse({ line: record.line, cells, ...meanings }, columns, context);
    if ("rejects" in parsed) return { rows: [], rejects: parsed.rejects };
    const named = parsed.rows.map(withSource(sourceName));
    const rows = named.filter(isNew);
    const [again] = named.filter((each) => !rows.includes(each));
    return { rows, rejects: again ? [repeated(again, options)] : [] };
  };
}

function asIs(cells: readonly string[]): readonly string[] {
  return cells;
}

/** Whether no row before had the number. Numbers that are all made here never come twice: nothing has to be remembered. */
function firstComing({ kind, columns, constants, digest }: RowReaderOptions) {
  const field = NUMBER_FIELD[kind];
  const areMadeHere =
    field !== null && !(columns.includes(field) || columns.some(isAnswer) || constants?.has(field));
  if (areMadeHere) return () => true;
  const seen = new OrdinalCounter();
  return (row: ImportRow) => seen.next(digest(wholeNumber(row))) === 1;
}

/** Numbers are unique within a source. */
function wholeNumber(row: ImportRow): string {
  const source = sourceKey(row);
  return source === "" ? row.externalId : `${source}\0${row.externalId}`;
}

function withSource(sourceName: string) {
  return (row: ImportRow): ImportRow => (sourceName === "" ? row : { ...row, sourceName });
}

function meaningsOf({
  fallbacks,
  constants,
  values,
}: RowReaderOptions): Omit<FileRow, "line" | "cells"> {
  return {
    ...(fallbacks ? { fallbacks } : {}),
    ...(constants ? { constants } : {}),
    ...(values ? { values } : {}),
  };
}

const REPEATED: Readonly<Record<ImportKind, string>> = {
  customers: "Same customer number as an earlier row.",
  orders:
    "Same order number as an earlier row. One row per order, or the price of each line and no amounts.",
  subscriptions: "Same subscription number as an earlier row.",
  signals: "Same number as an earlier row.",
  interactions: "Same number as an earlier row.",
  complaints: "Same complaint number as an earlier row.",
  win_loss: "Same number as an earlier row.",
  activity_rates: "Same activity and day as an earlier row.",
  acquisition_costs: "Same number as an earlier row.",
  segment_lists: "Same customer and segment as an earlier row.",
};

function repeated(row: ImportRow, { kind, columns, context }: RowReaderOptions): Reject {
  const field = NUMBER_FIELD[kind];
  const column = (field && context.headers[columns.indexOf(field)]) ?? "";
  const { line, externalId } = row;
  return { line, column, value: externalId.slice(0, 200), reason: REPEATED[kind] };
}

function wholeRow(line: number, reason: string): Reject {
  return { line, column: "", value: "", reason };
}
