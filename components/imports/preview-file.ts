import {
  type CsvDialect,
  type CsvRecord,
  describeFileFault,
  readCsv,
  sniffDialect,
} from "#lib/csv/index.ts";
import { type RecognisedFormat, recogniseFormat } from "#lib/imports/formats/recognise-format.ts";
import { headerKey } from "#lib/imports/saved-mapping.ts";
import { SHEET_DIALECT } from "#lib/workbook/sheet-rows.ts";
import { type FileHead, readHead, type StoredFile } from "./file-head.ts";

/** How the person says the file is written, where that differs from what it looks like. */
export type ReadingChoice = Partial<CsvDialect> & { sheet?: string };

/** The first rows of a file, read by the same reader as the import. */
export type FilePreview = {
  head: FileHead;
  dialect: CsvDialect;
  /** The export of another program that it is: its headers and rows are shown as that */
  format: RecognisedFormat | null;
  headers: string[];
  rows: string[][];
  /** false when the file goes on after these rows */
  isWhole: boolean;
};

export type PreviewOptions = {
  choice?: ReadingChoice;
  /** Where workbooks are read */
  previewUrl?: string;
  /** How files were mapped before: their headers are looked for in the row where they stood */
  known?: readonly KnownHeaders[];
  /** Headers and rows as they stand, whatever export it is: for a mapping that was made so */
  isPlain?: boolean;
};

export type KnownHeaders = {
  headers: readonly string[];
  mapping: { headerRow?: number | undefined };
};

/** Reads the head of a file; a sentence when it cannot be read at all. */
export async function previewFile(
  file: Blob | StoredFile,
  { previewUrl = "", ...options }: PreviewOptions = {},
): Promise<FilePreview | { fault: string }> {
  const head = await readHead(file, previewUrl, options.choice?.sheet ?? "");
  return "fault" in head ? head : previewHead(head, options);
}

/** Reads a head again in another way. */
export async function previewHead(
  head: FileHead,
  { choice = {}, known = [], isPlain = false }: Omit<PreviewOptions, "previewUrl">,
): Promise<FilePreview | { fault: string }> {
  const preview = await readTable(head, choice);
  if ("fault" in preview || isPlain) return preview;
  if (choice.headerRow !== undefined) return recognised(preview);
  return (await previewKnown(recognised(preview), choice, known)) ?? recognised(preview);
}

/** An export that is known under one name for each column, without the rows that describe columns. */
function recognised(preview: FilePreview): FilePreview {
  const format = recogniseFormat([preview.headers, ...preview.rows]);
  if (!format) return preview;
  const { headers, labelRows } = format;
  return { ...preview, format, headers, rows: preview.rows.slice(labelRows) };
}

/** The file with its headers where those of an earlier one stood; null when they are not there. */
async function previewKnown(
  { head, headers, dialect }: FilePreview,
  choice: ReadingChoice,
  known: readonly KnownHeaders[],
): Promise<FilePreview | null> {
  const keys = new Map(known.map((each) => [headerKey(each.headers), each.mapping.headerRow]));
  if (keys.has(headerKey(headers))) return null;
  for (const headerRow of new Set(keys.values())) {
    if (headerRow === undefined || headerRow === dialect.headerRow) continue;
    const table = await readTable(head, { ...choice, headerRow });
    if ("fault" in table) continue;
    const preview = recognised(table);
    if (keys.get(headerKey(preview.headers)) === headerRow) return preview;
  }
  return null;
}

async function readTable(
  head: FileHead,
  choice: ReadingChoice,
): Promise<FilePreview | { fault: string }> {
  const seen = sniffDialect(head.bytes, { ...choice, ...(head.workbook ? SHEET_DIALECT : {}) });
  if (typeof seen === "string") return { fault: describeFileFault(seen) };
  const records = await recordsOf(head.bytes, seen);
  // The last record of a cut file may be half a record.
  const isCut = !head.isWhole && head.workbook === null && records.length > 1;
  const [first, ...rest] = isCut ? records.slice(0, -1) : records;
  if (!first || !("cells" in first)) return { fault: describeFileFault("empty") };
  const rows = rest.flatMap((record) => ("cells" in record ? [record.cells] : []));
  const dialect = { ...seen, headerRow: first.line };
  return { head, dialect, format: null, headers: first.cells, rows, isWhole: head.isWhole };
}

async function recordsOf(head: Uint8Array, dialect: CsvDialect): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const batch of readCsv(once(head), dialect)) records.push(...batch.records);
  return records;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
