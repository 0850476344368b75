import {
  type CsvDialect,
  type CsvRecord,
  describeFileFault,
  readCsv,
  SNIFF_BYTES,
  sniffDialect,
} from "#lib/csv/index.ts";
import { isWorkbook } from "#lib/workbook/is-workbook.ts";
import { readSheetHead } from "./read-sheet-head.ts";

/** How the person says the file is written, where that differs from what it looks like. */
export type ReadingChoice = Partial<CsvDialect> & { sheet?: string };

/** The first rows of a file, read by the same reader as the import. */
export type FilePreview = {
  dialect: CsvDialect;
  headers: string[];
  rows: string[][];
  /** false when the file goes on after these rows */
  isWhole: boolean;
  /** Of a workbook: its sheets, and the one that is shown */
  workbook: { sheets: string[]; sheet: string } | null;
};

export type PreviewOptions = {
  choice?: ReadingChoice;
  /** Where workbooks are read */
  previewUrl?: string;
};

/** Reads the head of a file; a sentence when it cannot be read at all. */
export async function previewFile(
  file: Blob,
  { choice = {}, previewUrl = "" }: PreviewOptions = {},
): Promise<FilePreview | { fault: string }> {
  const head = await headOf(file, previewUrl, choice.sheet ?? "");
  if ("fault" in head) return head;
  const seen = sniffDialect(head.bytes);
  if (typeof seen === "string") return { fault: describeFileFault(seen) };
  const dialect = {
    encoding: choice.encoding ?? seen.encoding,
    delimiter: choice.delimiter ?? seen.delimiter,
  };
  const records = await recordsOf(head.bytes, dialect);
  // The last record of a cut file may be half a record.
  const isCut = !head.isWhole && head.workbook === null && records.length > 1;
  const [first, ...rest] = isCut ? records.slice(0, -1) : records;
  if (!first || !("cells" in first)) return { fault: describeFileFault("empty") };
  const rows = rest.flatMap((record) => ("cells" in record ? [record.cells] : []));
  const { isWhole, workbook } = head;
  return { dialect, headers: first.cells, rows, isWhole, workbook };
}

type Head = { bytes: Uint8Array; isWhole: boolean; workbook: FilePreview["workbook"] };

async function headOf(
  file: Blob,
  previewUrl: string,
  sheet: string,
): Promise<Head | { fault: string }> {
  const bytes = new Uint8Array(await file.slice(0, SNIFF_BYTES).arrayBuffer());
  if (isWorkbook(bytes)) return readSheetHead(file, previewUrl, sheet);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    return { ...(await unpackHead(file)), workbook: null };
  return { bytes, isWhole: file.size <= SNIFF_BYTES, workbook: null };
}

/** As much of a gzip file as a preview needs. */
async function unpackHead(file: Blob): Promise<{ bytes: Uint8Array; isWhole: boolean }> {
  const reader = file.stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  const bytes = new Uint8Array(SNIFF_BYTES);
  let filled = 0;
  while (filled < SNIFF_BYTES) {
    const { value, done } = await reader.read();
    if (done) return { bytes: bytes.subarray(0, filled), isWhole: true };
    const part = value.subarray(0, SNIFF_BYTES - filled);
    bytes.set(part, filled);
    filled += part.length;
  }
  await reader.cancel();
  return { bytes, isWhole: false };
}

async function recordsOf(head: Uint8Array, dialect: CsvDialect): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const batch of readCsv(once(head), dialect)) records.push(...batch.records);
  return records;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
