import {
  type CsvBatch,
  type CsvDialect,
  describeFileFault,
  readCsv,
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
  bytes: AsyncIterable<Uint8Array>;
  kind: ImportKind;
  mapping: ImportMapping | undefined;
  /** The mapping that a file with these headers had before; asked where the headers say too little */
  recall: (headers: readonly string[]) => Promise<ImportMapping | undefined>;
};

/** Look at the head of a file and match its headers to fields. */
export async function openFile(file: FileToOpen): Promise<OpenedFile> {
  const { head, whole } = await peek(file.bytes);
  const dialect = chosenDialect(head, file.mapping);
  if (typeof dialect === "string") return { failure: describeFileFault(dialect) };
  const batches = readCsv(whole, dialect);
  const { value: first } = await batches.next();
  const [header, ...records] = first?.records ?? [];
  if (!first || !header) return { failure: describeFileFault("empty") };
  if ("fault" in header)
    return {
      failure: "The first row cannot be read as headers. Mend it and upload the file again.",
    };
  const { problems, ...matched } = await matchColumns(header.cells, file);
  if (problems.length > 0) return { failure: problems.join(" ") };
  return {
    dialect,
    headers: header.cells,
    ...matched,
    batches: prepend({ records, bytesRead: first.bytesRead }, batches),
  };
}

/** By the mapping or by the headers; by an earlier import's mapping where neither is enough. */
async function matchColumns(headers: readonly string[], { kind, mapping, recall }: FileToOpen) {
  const matched = { ...resolveHeaders(kind, headers, mapping), mapping, isRemembered: false };
  if (mapping || matched.problems.length === 0) return matched;
  const remembered = await recall(headers);
  const again = remembered && resolveHeaders(kind, headers, remembered);
  if (!again || again.problems.length > 0) return matched;
  return { ...again, mapping: remembered, isRemembered: true };
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
