import {
  type CsvBatch,
  type CsvDialect,
  type CsvRecord,
  describeFileFault,
  MOST_HEADER_ROW,
  readCsv,
  type SaidDialect,
  sniffDialect,
} from "#lib/csv/index.ts";
import { speaksAgainst } from "./date-evidence.ts";
import { cellsOf, DAY_FIELDS } from "./field-shapes.ts";
import {
  FORMAT_HEAD_ROWS,
  type RecognisedFormat,
  readAsFormat,
  recogniseFormat,
} from "./formats/recognise-format.ts";
import type { FileHead } from "./formats/types.ts";
import { resolveHeaders } from "./resolve-headers.ts";
import type { ImportMapping } from "./schema.ts";
import type { ImportField, ImportKind } from "./types.ts";

/** A file whose headers are understood, ready to be read on; or why it cannot be imported, in sentences. */
export type OpenedFile = ReadableFile | { failure: string };

type ReadableFile = {
  dialect: CsvDialect;
  /** One name for each column: of an export that is known, made from all its header rows */
  headers: readonly string[];
  columns: readonly (ImportField | null)[];
  /** The one given, that of the export that it is, or the one remembered for such headers */
  mapping: ImportMapping | undefined;
  isRemembered: boolean;
  batches: AsyncGenerator<CsvBatch>;
};

export type FileToOpen = {
  /** Its bytes from the first on, as often as it is asked */
  bytes: () => AsyncIterable<Uint8Array>;
  kind: ImportKind;
  mapping: ImportMapping | undefined;
  /** The mapping that a file with these headers had before; where the headers say enough, one of its own source only */
  recall: (headers: readonly string[], isOwnOnly: boolean) => Promise<ImportMapping | undefined>;
  /** What is known of how it is written, whatever it looks like */
  written: SaidDialect;
};

/** Look at the head of a file and match its headers to fields. */
export async function openFile(file: FileToOpen): Promise<OpenedFile> {
  const { head, whole } = await peek(file.bytes());
  const seen = sniffDialect(head, { ...file.mapping, ...file.written });
  if (typeof seen === "string") return { failure: describeFileFault(seen) };
  const { header, records, rowsBehind, close } = await parted(readCsv(whole, seen));
  const matched = await matchFile({ head, dialect: seen, header, records }, file);
  if (!("failure" in matched) && matched.dialect.headerRow === header?.line)
    return { ...matched, batches: rowsBehind(matched.labelRows) };
  await close();
  if ("failure" in matched) return matched;
  const again = await parted(readCsv(file.bytes(), matched.dialect));
  return { ...matched, batches: again.rowsBehind(matched.labelRows) };
}

const UNREADABLE =
  "The header row cannot be read. Mend it, or say which row holds the headers, and upload the file again.";

function noHeaders(headerRow: number): string {
  if (headerRow === 1) return describeFileFault("empty");
  return `The file ends before row ${headerRow}. Say which row holds the headers.`;
}

type Failure = { failure: string };
type Header = { line: number; cells: string[] };
type Matched = Omit<ReadableFile, "batches" | "dialect"> & {
  /** Rows behind the headers that describe columns */
  labelRows: number;
};
type MatchedFile = Matched & Pick<ReadableFile, "dialect">;

/** The first rows of a file as they were read at first. */
type Seen = {
  head: Uint8Array;
  dialect: CsvDialect;
  header: CsvRecord | undefined;
  records: readonly CsvRecord[];
};

/** By the mapping; as an earlier file of its source; as the export that it is; by the headers; by any earlier mapping where neither is enough. */
async function matchFile(seen: Seen, file: FileToOpen): Promise<MatchedFile | Failure> {
  const { dialect, header, records } = seen;
  if (!header) return { failure: noHeaders(dialect.headerRow) };
  if ("fault" in header) return { failure: UNREADABLE };
  const head = headOf(header.cells, records);
  const format = file.mapping ? null : recogniseFormat(head);
  const usual = format
    ? asFormat(file.kind, format, format.readings[file.kind])
    : matchMapping(head, file.kind, file.mapping);
  const isClear = !format && !("failure" in usual);
  const remembered = { format, isClear };
  const known = file.mapping ? null : await matchRemembered({ ...seen, header }, file, remembered);
  if (known) return known;
  if ("failure" in usual) return usual;
  return { ...usual, dialect: { ...dialect, headerRow: header.line } };
}

function headOf(headers: readonly string[], records: readonly CsvRecord[]): FileHead {
  const rows = records.slice(0, FORMAT_HEAD_ROWS - 1);
  return [headers, ...rows.map((record) => ("cells" in record ? record.cells : []))];
}

function matchMapping(
  head: FileHead,
  kind: ImportKind,
  mapping: ImportMapping | undefined,
): Matched | Failure {
  const [headers = []] = head;
  if (!mapping?.format) return matchHeaders(kind, headers, mapping);
  return asFormat(kind, readAsFormat(mapping.format, head), mapping);
}

function asFormat(
  kind: ImportKind,
  format: RecognisedFormat | null,
  mapping: ImportMapping | undefined,
): Matched | Failure {
  if (!format) return { failure: "The file is not of the format that its mapping names." };
  const { headers, labelRows, kinds, source } = format;
  if (!mapping) {
    const choices = kinds.join(" or ");
    return { failure: `This is an export of ${source}. It can be imported as ${choices}.` };
  }
  const matched = matchHeaders(kind, headers, mapping);
  return "failure" in matched ? matched : { ...matched, labelRows };
}

function matchHeaders(
  kind: ImportKind,
  headers: readonly string[],
  mapping: ImportMapping | undefined,
): Matched | Failure {
  const { columns, problems } = resolveHeaders(kind, headers, mapping);
  if (problems.length > 0) return { failure: problems.join(" ") };
  return { headers, columns, mapping, isRemembered: false, labelRows: 0 };
}

/** As an earlier file with these headers, wherever among the first rows they stand in this one. */
async function matchRemembered(
  { head, dialect, header, records }: Seen & { header: Header },
  { kind, recall }: FileToOpen,
  { format, isClear }: { format: RecognisedFormat | null; isClear: boolean },
): Promise<MatchedFile | null> {
  const others = format || isClear ? [] : await otherHeaders(head, dialect, header.line);
  for (const { line, cells } of [header, ...others]) {
    const mapping = await recall(format?.headers ?? cells, isClear);
    if (!mapping || (line !== header.line && line !== mapping.headerRow)) continue;
    const head = headOf(cells, records);
    const matched = matchMapping(head, kind, mapping);
    if ("failure" in matched) continue;
    const known = { ...matched, mapping: withoutContradiction(mapping, matched, head) };
    return { ...known, dialect: { ...dialect, headerRow: line }, isRemembered: true };
  }
  return null;
}

/** What an earlier file was told of its days does not hold for one whose days speak against it: then nothing is told. */
function withoutContradiction(
  mapping: ImportMapping,
  { columns, labelRows }: Matched,
  head: FileHead,
): ImportMapping {
  const { dateFormat, ...rest } = mapping;
  const cells = cellsOf(head.slice(1 + labelRows), columns, DAY_FIELDS);
  return dateFormat && speaksAgainst(cells, dateFormat) ? rest : mapping;
}

/** The other rows that could hold the headers. */
async function otherHeaders(head: Uint8Array, dialect: CsvDialect, but: number): Promise<Header[]> {
  const found = new Map<number, Header>();
  for (let headerRow = 1; headerRow <= MOST_HEADER_ROW; headerRow++) {
    const row = await headerIn(head, { ...dialect, headerRow });
    if (row && "cells" in row && row.line !== but) found.set(row.line, row);
  }
  return [...found.values()].filter(({ line }) => line <= MOST_HEADER_ROW);
}

/** The row that holds the headers, as far as it lies in the head; undefined when that ends before it. */
async function headerIn(head: Uint8Array, dialect: CsvDialect): Promise<CsvRecord | undefined> {
  const { header, close } = await parted(readCsv(once(head), dialect));
  await close();
  return header;
}

/** The headers of a file, and what follows them. */
async function parted(batches: AsyncGenerator<CsvBatch>) {
  const { value: first } = await batches.next();
  const [header, ...records] = first?.records ?? [];
  const rowsBehind = (labelRows: number) =>
    prepend({ records: records.slice(labelRows), bytesRead: first?.bytesRead ?? 0 }, batches);
  return { header, records, rowsBehind, close: () => batches.return(undefined) };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** The first piece of a stream, to tell its encoding by, and the whole stream again. */
async function peek(bytes: AsyncIterable<Uint8Array>) {
  const iterator = bytes[Symbol.asyncIterator]();
  const { value, done } = await iterator.next();
  const first = done ? new Uint8Array() : value;
  async function* whole() {
    try {
      if (!done) yield first;
      for (let next = await iterator.next(); !next.done; next = await iterator.next())
        yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head: first, whole: whole() };
}

async function* prepend(first: CsvBatch, rest: AsyncGenerator<CsvBatch>): AsyncGenerator<CsvBatch> {
  if (first.records.length > 0) yield first;
  yield* rest;
}
