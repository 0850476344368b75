import {
  type CsvDialect,
  type CsvRecord,
  describeFileFault,
  readCsv,
  SNIFF_BYTES,
  sniffDialect,
} from "#lib/csv/index.ts";

/** The first rows of a file, read in the browser by the same reader as the import. */
export type FilePreview = {
  dialect: CsvDialect;
  headers: string[];
  rows: string[][];
  /** false when the file goes on after these rows */
  isWhole: boolean;
};

/** Reads the head of a file; a sentence when it cannot be read at all. */
export async function previewFile(file: Blob): Promise<FilePreview | { fault: string }> {
  const head = new Uint8Array(await file.slice(0, SNIFF_BYTES).arrayBuffer());
  const dialect = sniffDialect(head);
  if (typeof dialect === "string") return { fault: describeFileFault(dialect) };
  const isWhole = file.size <= SNIFF_BYTES;
  const records = await recordsOf(head, dialect);
  // The last record of a cut file may be half a record.
  const [first, ...rest] = isWhole || records.length < 2 ? records : records.slice(0, -1);
  if (!first || !("cells" in first)) return { fault: describeFileFault("empty") };
  const rows = rest.flatMap((record) => ("cells" in record ? [record.cells] : []));
  return { dialect, headers: first.cells, rows, isWhole };
}

async function recordsOf(head: Uint8Array, dialect: CsvDialect): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const batch of readCsv(once(head), dialect)) records.push(...batch.records);
  return records;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
