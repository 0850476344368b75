import type { CsvBatch, CsvRecord } from "#lib/csv/index.ts";
import { tidyName } from "#lib/format/name-key.ts";
import type { OpenedFile } from "./open-file.ts";
import { ownSourceOf } from "./own-exports.ts";
import { type RowSource, type RowSources, sourceFault } from "./row-sources.ts";
import type { ImportKind } from "./types.ts";

/** The file with the sources that its rows name, where it is one of ours that says them. */
export async function withRowSources(
  kind: ImportKind,
  file: OpenedFile,
): Promise<OpenedFile & RowSources> {
  if ("failure" in file || file.mapping?.format) return file;
  const sourceOf = ownSourceOf(kind, file.headers, file.columns);
  if (!sourceOf) return file;
  const { value } = await file.batches.next();
  const first: CsvBatch | undefined = value;
  const batches = rejoined(first, file.batches);
  const firstSource = first?.records.map((each) => nameIn(each, sourceOf)).find(isNamed);
  return { ...file, batches, sourceOf, ...(firstSource ? { firstSource } : {}) };
}

async function* rejoined(
  first: CsvBatch | undefined,
  rest: AsyncGenerator<CsvBatch>,
): AsyncGenerator<CsvBatch> {
  try {
    if (first) yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

function nameIn(record: CsvRecord, sourceOf: RowSource): string {
  return "fault" in record ? "" : tidyName(sourceOf(record.cells));
}

function isNamed(name: string): boolean {
  return name !== "" && sourceFault(name) === null;
}
