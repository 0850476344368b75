import "server-only";
import type { Session } from "#lib/auth/types.ts";
import {
  type CsvRecord,
  describeFileFault,
  readCsv,
  SNIFF_BYTES,
  sniffDialect,
} from "#lib/csv/index.ts";
import { isWorkbook } from "#lib/workbook/index.ts";
import { unpackGzip } from "../commands/unpack-gzip.ts";
import { recaller } from "../jobs.ts";
import { openFile } from "../open-file.ts";
import type { ImportKind } from "../types.ts";

const ROWS_SHOWN = 5;

export type TablePreview = {
  headers: string[];
  /** The field that each column is read as; null where it is left out */
  fields: (string | null)[];
  rows: string[][];
  /** The program whose export it is; null for a plain table */
  format: string | null;
  /** Why it could not be imported as it is, in a sentence; null when it can */
  problem: string | null;
  /** Whether an earlier file says how it is read */
  isRemembered: boolean;
};

/** The first rows of a table, read as an import of this kind from this source would read them. */
export async function previewTable(
  session: Session,
  { kind, sourceId }: { kind: ImportKind; sourceId: string },
  bytes: AsyncIterable<Uint8Array>,
): Promise<TablePreview> {
  const head = await headOf(unpackGzip(bytes));
  if (isWorkbook(head))
    return unread("A workbook is imported by its first sheet; its rows are not shown here.");
  const recall = recaller(session, { kind, sourceId });
  const file = { bytes: () => once(head), kind, mapping: undefined, recall, written: {} };
  const opened = await openFile(file);
  if ("failure" in opened) return { ...(await plainTable(head)), problem: opened.failure };
  const { headers, columns, mapping, isRemembered, batches } = opened;
  return {
    ...{ headers: [...headers], fields: [...columns], isRemembered, problem: null },
    rows: await firstRows(batches),
    format: mapping?.format ?? null,
  };
}

/** As much as a preview needs. */
async function headOf(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    pieces.push(piece);
    length += piece.length;
    if (length >= SNIFF_BYTES) break;
  }
  return Buffer.concat(pieces).subarray(0, SNIFF_BYTES);
}

async function plainTable(head: Uint8Array): Promise<TablePreview> {
  const dialect = sniffDialect(head, {});
  if (typeof dialect === "string") return unread(describeFileFault(dialect));
  const [headers = [], ...rows] = await firstRows(readCsv(once(head), dialect), ROWS_SHOWN + 1);
  const fields = headers.map(() => null);
  return { headers, fields, rows, format: null, problem: null, isRemembered: false };
}

function unread(problem: string): TablePreview {
  return { headers: [], fields: [], rows: [], format: null, problem, isRemembered: false };
}

async function firstRows(
  batches: AsyncGenerator<{ records: readonly CsvRecord[] }>,
  most = ROWS_SHOWN,
): Promise<string[][]> {
  for await (const { records } of batches)
    return records.flatMap((record) => ("cells" in record ? [record.cells] : [])).slice(0, most);
  return [];
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
