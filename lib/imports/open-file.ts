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
import { resolveHeaders } from "./resolve-headers.ts";
import type { ImportMapping } from "./schema.ts";
import type { ImportField, ImportKind } from "./types.ts";

/** A file whose headers are understood, ready to be read on; or why it cannot be imported, in sentences. */
export type OpenedFile =
  | {
      dialect: CsvDialect;
      headers: readonly string[];
      columns: readonly (ImportField | null)[];
      /** The one given, or the one remembered for such headers */
      mapping: ImportMapping | undefined;
      isRemembered: boolean;
      batches: AsyncGenerator<CsvBatch>;
    }
  | { failure: string };

export type FileToOpen = {
  /** Its bytes from the first on, as often as it is asked */
  bytes: () => AsyncIterable<Uint8Array>;
  kind: ImportKind;
  mapping: ImportMapping | undefined;
  /** The mapping that a file with these headers had before; asked where the headers say too little */
  recall: (headers: readonly string[]) => Promise<ImportMapping | undefined>;
  /** What is known of how it is written, whatever it looks like */
  written: SaidDialect;
};

/** Look at the head of a file and match its headers to fields. */
export async function openFile(file: FileToOpen): Promise<OpenedFile> {
  const { head, whole } = await peek(file.bytes());
  const seen = sniffDialect(head, { ...file.mapping, ...file.written });
  if (typeof seen === "string") return { failure: describeFileFault(seen) };
  const { header, rows, close } = await parted(readCsv(whole, seen));
  const matched = await matchColumns({ head, dialect: seen, header }, file);
  if (!("failure" in matched) && matched.dialect.headerRow === header?.line)
    return { ...matched, batches: rows };
  await close();
  if ("failure" in matched) return matched;
  const again = await parted(readCsv(file.bytes(), matched.dialect));
  return { ...matched, batches: again.rows };
}

const UNREADABLE =
  "The header row cannot be read. Mend it, or say which row holds the headers, and upload the file again.";

function noHeaders(headerRow: number): string {
  if (headerRow === 1) return describeFileFault("empty");
  return `The file ends before row ${headerRow}. Say which row holds the headers.`;
}

type Matched = Omit<Exclude<OpenedFile, { failure: string }>, "batches">;
type Header = { line: number; cells: string[] };
type Seen = { head: Uint8Array; dialect: CsvDialect; header: CsvRecord | undefined };

/** By the mapping or by the headers; by an earlier import's mapping where neither is enough. */
async function matchColumns(
  { head, dialect, header }: Seen,
  file: FileToOpen,
): Promise<Matched | { failure: string }> {
  if (!header) return { failure: noHeaders(dialect.headerRow) };
  if ("fault" in header) return { failure: UNREADABLE };
  const { line: headerRow, cells: headers } = header;
  const { problems, columns } = resolveHeaders(file.kind, headers, file.mapping);
  const found = { dialect: { ...dialect, headerRow }, headers, columns };
  if (problems.length === 0) return { ...found, mapping: file.mapping, isRemembered: false };
  const known = file.mapping ? null : await matchRemembered({ head, dialect, header }, file);
  return known ?? { failure: problems.join(" ") };
}

/** As an earlier file with these headers, wherever among the first rows they stand in this one. */
async function matchRemembered(
  { head, dialect, header }: Seen & { header: Header },
  { kind, recall }: FileToOpen,
) {
  const others = await otherHeaders(head, dialect, header.line);
  for (const { line, cells } of [header, ...others]) {
    const mapping = await recall(cells);
    if (!mapping || (line !== header.line && line !== mapping.headerRow)) continue;
    const { problems, columns } = resolveHeaders(kind, cells, mapping);
    if (problems.length > 0) continue;
    const found = { dialect: { ...dialect, headerRow: line }, headers: cells };
    return { ...found, columns, mapping, isRemembered: true };
  }
  return null;
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
  const rows = prepend({ records, bytesRead: first?.bytesRead ?? 0 }, batches);
  return { header, rows, close: () => batches.return(undefined) };
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
