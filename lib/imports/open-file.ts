import { type CsvBatch, describeFileFault, readCsv, sniffDialect } from "#lib/csv/index.ts";
import { resolveHeaders } from "./resolve-headers.ts";
import type { ImportMapping } from "./schema.ts";
import type { ImportField, ImportKind } from "./types.ts";

/** A file whose headers are understood, ready to be read on; or why it cannot be imported, in sentences. */
export type OpenedFile =
  | {
      headers: readonly string[];
      columns: readonly (ImportField | null)[];
      batches: AsyncGenerator<CsvBatch>;
    }
  | { failure: string };

/** Look at the head of a file and match its headers to fields. */
export async function openFile(
  bytes: AsyncIterable<Uint8Array>,
  kind: ImportKind,
  mapping: ImportMapping | undefined,
): Promise<OpenedFile> {
  const { head, whole } = await peek(bytes);
  const dialect = sniffDialect(head);
  if (typeof dialect === "string") return { failure: describeFileFault(dialect) };
  const batches = readCsv(whole, dialect);
  const { value: first } = await batches.next();
  const [header, ...records] = first?.records ?? [];
  if (!first || !header) return { failure: describeFileFault("empty") };
  if ("fault" in header)
    return {
      failure: "The first row cannot be read as headers. Mend it and upload the file again.",
    };
  const { columns, problems } = resolveHeaders(kind, header.cells, mapping);
  if (problems.length > 0) return { failure: problems.join(" ") };
  return {
    headers: header.cells,
    columns,
    batches: prepend({ records, bytesRead: first.bytesRead }, batches),
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
