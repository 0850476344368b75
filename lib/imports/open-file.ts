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
import { isTimeZone } from "#lib/format/place-names.ts";
import { speaksAgainst } from "./date-evidence.ts";
import { cellsOf, DAY_FIELDS } from "./field-shapes.ts";
import { laidOver } from "./formats/file-statements.ts";
import {
  FORMAT_HEAD_ROWS,
  type RecognisedFormat,
  readAsFormat,
  recogniseFormat,
} from "./formats/recognise-format.ts";
import type { FileHead } from "./formats/types.ts";
import { resolveHeaders } from "./resolve-headers.ts";
import type { ImportMapping } from "./schema.ts";
import { type Matched, type Settled, settleFormat } from "./settle-format.ts";
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
  /** Of the mapping what somebody chose, to be remembered; undefined where nobody did */
  chosen: ImportMapping | undefined;
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
  const matched = await settledFile({ head, dialect: seen, header, records }, file);
  if (!("failure" in matched) && matched.dialect.headerRow === header?.line)
    return { ...matched, batches: rowsBehind(matched.labelRows) };
  await close();
  if ("failure" in matched) return matched;
  const again = await parted(readCsv(file.bytes(), matched.dialect));
  return { ...matched, batches: again.rowsBehind(matched.labelRows) };
}

const ZONE_QUOTED_LENGTH = 60;
const UNREADABLE =
  "The header row cannot be read. Mend it, or say which row holds the headers, and upload the file again.";

function noHeaders(headerRow: number): string {
  if (headerRow === 1) return describeFileFault("empty");
  return `The file ends before row ${headerRow}. Say which row holds the headers.`;
}

type Failure = { failure: string };
type Header = { line: number; cells: string[] };
type MatchedFile = Matched & Pick<ReadableFile, "dialect">;
type SettledFile = Settled & Pick<ReadableFile, "dialect">;

/** The first rows of a file as they were read at first. */
type Seen = {
  head: Uint8Array;
  dialect: CsvDialect;
  header: CsvRecord | undefined;
  records: readonly CsvRecord[];
};

/** As `matchFile` does, with what the whole of an export of another program says of itself. */
async function settledFile(seen: Seen, file: FileToOpen): Promise<SettledFile | Failure> {
  const matched = await matchFile(seen, file);
  if ("failure" in matched) return matched;
  const { dialect, ...rest } = matched;
  const settled = await settleFormat(rest, {
    kind: file.kind,
    isGiven: file.mapping !== undefined,
    readAll: () => readCsv(file.bytes(), dialect),
  });
  if ("failure" in settled) return settled;
  const { timeZone } = settled.mapping ?? {};
  if (timeZone && !isTimeZone(timeZone)) return { failure: noSuchZone(timeZone) };
  return { ...settled, dialect };
}

function noSuchZone(timeZone: string): string {
  return `The file says that its times are of the time zone "${timeZone.slice(0, ZONE_QUOTED_LENGTH)}", which is not known. Say another with timeZone: an IANA name, such as Europe/Vienna.`;
}

/**
 * By the columns that are given; as an earlier file of its source; as the export that it is; by the headers; by any earlier
 * mapping where neither is enough. What is given without columns is laid over what is found.
 */
async function matchFile(seen: Seen, file: FileToOpen): Promise<MatchedFile | Failure> {
  const { dialect, header, records } = seen;
  if (!header) return { failure: noHeaders(dialect.headerRow) };
  if ("fault" in header) return { failure: UNREADABLE };
  const head = headOf(header.cells, records);
  const known = { kind: file.kind, head };
  const format = recogniseFormat(head);
  const usual = file.mapping ? matchGiven(known, file.mapping) : matchSelf(known, format);
  if (file.mapping && saysAll(file.mapping)) return inPlace(usual, seen);
  const remembered = { format, isClear: !format && !("failure" in usual) };
  return (await matchRemembered({ ...seen, header }, file, remembered)) ?? inPlace(usual, seen);
}

/** Whether which column holds what is said, or which export it is. */
function saysAll({ columns, format }: ImportMapping): boolean {
  return format !== undefined || Object.keys(columns).length > 0;
}

function matchSelf(known: KnownRows, format: RecognisedFormat | null): Matched | Failure {
  return format
    ? asFormat(known, format, format.readings[known.kind])
    : matchMapping(known.head, known.kind, undefined);
}

function inPlace(matched: Matched | Failure, { dialect, header }: Seen): MatchedFile | Failure {
  if ("failure" in matched) return matched;
  return { ...matched, dialect: { ...dialect, headerRow: header?.line ?? dialect.headerRow } };
}

/** By the columns that are given; where none are, as the export that it is, with what else is given laid over it. */
function matchGiven(known: KnownRows, given: ImportMapping): Matched | Failure {
  if (Object.keys(given.columns).length > 0) return matchMapping(known.head, known.kind, given);
  const format = given.format
    ? readAsFormat(given.format, known.head)
    : recogniseFormat(known.head);
  const reading = format?.readings[known.kind];
  if (!reading) return withHint(matchMapping(known.head, known.kind, given));
  const matched = asFormat(known, format, laidOver(given, reading));
  return "failure" in matched ? matched : { ...matched, overlay: given };
}

function withHint(matched: Matched | Failure): Matched | Failure {
  if (!("failure" in matched)) return matched;
  return { failure: `${matched.failure} Say with columns which header holds which field.` };
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
  if (!mapping?.format) return matchHeaders({ kind, head }, headers, mapping);
  return asFormat({ kind, head }, readAsFormat(mapping.format, head), mapping);
}

type KnownRows = { kind: ImportKind; head: FileHead };

function asFormat(
  known: KnownRows,
  format: RecognisedFormat | null,
  mapping: ImportMapping | undefined,
): Matched | Failure {
  if (!format) return { failure: "The file is not of the format that its mapping names." };
  const { headers, labelRows, kinds, source } = format;
  if (!mapping) {
    const choices = kinds.join(" or ");
    return { failure: `This is an export of ${source}. It can be imported as ${choices}.` };
  }
  const matched = matchHeaders(known, headers, mapping);
  return "failure" in matched ? matched : { ...matched, labelRows };
}

function matchHeaders(
  { kind, head }: KnownRows,
  headers: readonly string[],
  mapping: ImportMapping | undefined,
): Matched | Failure {
  const { columns, problems } = resolveHeaders(kind, headers, mapping);
  if (problems.length > 0) return { failure: problems.join(" ") };
  return { headers, columns, mapping, isRemembered: false, labelRows: 0, head };
}

/** As an earlier file with these headers, wherever among the first rows they stand in this one, but for what is given. */
async function matchRemembered(
  { head, dialect, header, records }: Seen & { header: Header },
  { kind, recall, mapping: given }: FileToOpen,
  { format, isClear }: { format: RecognisedFormat | null; isClear: boolean },
): Promise<MatchedFile | null> {
  const isPlaced = format || isClear || given?.headerRow !== undefined;
  const others = isPlaced ? [] : await otherHeaders(head, dialect, header.line);
  for (const { line, cells } of [header, ...others]) {
    const mapping = await recall(format?.headers ?? cells, isClear);
    if (!mapping || (line !== header.line && line !== mapping.headerRow)) continue;
    const matched = matchEarlier({ kind, head: headOf(cells, records) }, mapping, given);
    if ("failure" in matched) continue;
    return { ...matched, dialect: { ...dialect, headerRow: line }, isRemembered: true };
  }
  return null;
}

/** By the mapping of an earlier file, with what is given of this one laid over it. */
function matchEarlier(
  { kind, head }: KnownRows,
  mapping: ImportMapping,
  given: ImportMapping | undefined,
): Matched | Failure {
  const matched = matchMapping(head, kind, mapping);
  if ("failure" in matched) return matched;
  const kept = withoutContradiction(mapping, matched, head);
  if (!given) return { ...matched, mapping: kept };
  const over = matchMapping(head, kind, laidOver(given, kept));
  return "failure" in over ? over : { ...over, overlay: given };
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
