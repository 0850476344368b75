import {
  type CsvBatch,
  type CsvDialect,
  type CsvRecord,
  describeFileFault,
  readCsv,
  sniffDialect,
} from "#lib/csv/index.ts";
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
  bytes: AsyncIterable<Uint8Array>;
  kind: ImportKind;
  mapping: ImportMapping | undefined;
  /** The mapping that a file with these headers had before; asked where the headers say too little */
  recall: (headers: readonly string[]) => Promise<ImportMapping | undefined>;
};

/** Look at the head of a file and match its headers to fields. */
export async function openFile(file: FileToOpen): Promise<OpenedFile> {
  const { head: start, whole } = await peek(file.bytes);
  const dialect = chosenDialect(start, file.mapping);
  if (typeof dialect === "string") return { failure: describeFileFault(dialect) };
  const batches = readCsv(whole, dialect);
  const { value: first } = await batches.next();
  const [header, ...records] = first?.records ?? [];
  if (!first || !header) return { failure: describeFileFault("empty") };
  if ("fault" in header)
    return {
      failure: "The first row cannot be read as headers. Mend it and upload the file again.",
    };
  const head = [header, ...records].slice(0, FORMAT_HEAD_ROWS).map(cellsOf);
  const matched = await matchColumns(head, file);
  if ("failure" in matched) return matched;
  const { labelRows, ...known } = matched;
  return {
    dialect,
    ...known,
    batches: prepend({ records: records.slice(labelRows), bytesRead: first.bytesRead }, batches),
  };
}

function cellsOf(record: CsvRecord): readonly string[] {
  return "cells" in record ? record.cells : [];
}

type MatchedFile = Pick<ReadableFile, "headers" | "columns" | "mapping" | "isRemembered"> & {
  /** Rows behind the headers that describe columns */
  labelRows: number;
};

/** By the mapping; as the export of another program that it is; by the headers; by an earlier import's mapping where neither is enough. */
async function matchColumns(
  head: FileHead,
  { kind, mapping, recall }: FileToOpen,
): Promise<MatchedFile | { failure: string }> {
  const [headers = []] = head;
  if (mapping) return matchMapping(head, kind, mapping);
  const format = recogniseFormat(head);
  const usual = format
    ? asFormat(kind, format, format.readings[kind])
    : matchHeaders(kind, headers, undefined);
  if (!format && !("failure" in usual)) return usual;
  const remembered = await recall(format?.headers ?? headers);
  const again = remembered && matchMapping(head, kind, remembered);
  return again && !("failure" in again) ? { ...again, isRemembered: true } : usual;
}

function matchMapping(head: FileHead, kind: ImportKind, mapping: ImportMapping) {
  const [headers = []] = head;
  if (!mapping.format) return matchHeaders(kind, headers, mapping);
  return asFormat(kind, readAsFormat(mapping.format, head), mapping);
}

function asFormat(
  kind: ImportKind,
  format: RecognisedFormat | null,
  mapping: ImportMapping | undefined,
): MatchedFile | { failure: string } {
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
): MatchedFile | { failure: string } {
  const { columns, problems } = resolveHeaders(kind, headers, mapping);
  if (problems.length > 0) return { failure: problems.join(" ") };
  return { headers, columns, mapping, isRemembered: false, labelRows: 0 };
}

/** How the file is written: as it looks, save for what the mapping says. */
function chosenDialect(head: Uint8Array, mapping: ImportMapping | undefined) {
  const seen = sniffDialect(head);
  if (typeof seen === "string") return seen;
  return {
    encoding: mapping?.encoding ?? seen.encoding,
    delimiter: mapping?.delimiter ?? seen.delimiter,
  };
}

/** The first piece of a stream, to tell its encoding by, and the whole stream again. */
async function peek(bytes: AsyncIterable<Uint8Array>) {
  const iterator = bytes[Symbol.asyncIterator]();
  const { value, done } = await iterator.next();
  const first = done ? new Uint8Array() : value;
  async function* whole() {
    if (!done) yield first;
    for (let next = await iterator.next(); !next.done; next = await iterator.next())
      yield next.value;
  }
  return { head: first, whole: whole() };
}

async function* prepend(first: CsvBatch, rest: AsyncGenerator<CsvBatch>): AsyncGenerator<CsvBatch> {
  if (first.records.length > 0) yield first;
  yield* rest;
}
