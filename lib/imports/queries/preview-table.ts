import "server-only";
import type { Session } from "#lib/auth/types.ts";
import {
  type CsvRecord,
  describeFileFault,
  readCsv,
  SNIFF_BYTES,
  sniffDialect,
} from "#lib/csv/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { isWorkbook, readWorkbookHead, SHEET_DIALECT } from "#lib/workbook/index.ts";
import { fingerprintOf } from "../commands/remember-mapping.ts";
import { unpackGzip } from "../commands/unpack-gzip.ts";
import { recaller } from "../jobs.ts";
import { type FileToOpen, openFile } from "../open-file.ts";
import type { ImportField, ImportKind } from "../types.ts";
import { findMapping } from "./find-mapping.ts";

const ROWS_SHOWN = 5;

export type TablePreview = {
  headers: string[];
  /** The field that each column is read as; null where it is left out */
  fields: (ImportField | null)[];
  rows: string[][];
  /** The program whose export it is; null for a plain table */
  format: string | null;
  /** Why it could not be imported as it is, in a sentence; null when it can */
  problem: string | null;
  /** Whether an earlier file says how it is read */
  isRemembered: boolean;
};

export type TableToPreview = {
  kind: ImportKind;
  sourceId: string;
  /** How it shall be read, where that is chosen */
  mappingId?: string;
};

/**
 * The first rows of a table, read as an import of this kind from this source would read them; of a workbook those of its
 * first sheet.
 *
 * @throws DomainError `invalid_input` for a chosen mapping that is gone, or of another kind
 */
export async function previewTable(
  session: Session,
  { kind, sourceId, mappingId = "" }: TableToPreview,
  bytes: AsyncIterable<Uint8Array>,
): Promise<TablePreview> {
  const chosen = mappingId === "" ? null : await chosenMapping(session, { kind, mappingId });
  const usual = recaller(session, { kind, sourceId });
  const recall: FileToOpen["recall"] = async (headers, isOwnOnly) =>
    chosen?.fingerprint === fingerprintOf(headers) ? chosen.mapping : usual(headers, isOwnOnly);
  const table = await headOf(unpackGzip(bytes));
  if ("problem" in table) return unread(table.problem);
  const { head, written } = table;
  const opened = await openFile({
    bytes: () => once(head),
    kind,
    mapping: undefined,
    recall,
    written,
  });
  if ("failure" in opened) return { ...(await plainTable(table)), problem: opened.failure };
  const { headers, columns, mapping, isRemembered, batches } = opened;
  const isOther = chosen !== null && chosen.fingerprint !== fingerprintOf(headers);
  return {
    ...{ headers: [...headers], fields: [...columns], isRemembered },
    problem: isOther ? OTHER_HEADERS : null,
    rows: await firstRows(batches),
    format: mapping?.format ?? null,
  };
}

const OTHER_HEADERS = "The chosen mapping is of files with other headers than this one.";

function chosenMapping(session: Session, wanted: { kind: ImportKind; mappingId: string }) {
  return withTenant(session, "import:read", (tx) => findMapping(tx, wanted));
}

/** The start of a table as CSV, and how it is surely written. */
type TableHead = { head: Uint8Array; written: Partial<typeof SHEET_DIALECT> };

/** As much as a preview needs; of a workbook its first sheet. */
async function headOf(bytes: AsyncIterable<Uint8Array>): Promise<TableHead | { problem: string }> {
  const pieces: Uint8Array[] = [];
  const iterator = bytes[Symbol.asyncIterator]();
  try {
    for (let length = 0; length < SNIFF_BYTES; ) {
      const { value, done } = await iterator.next();
      if (done) break;
      pieces.push(value);
      length += value.length;
    }
    const head = Buffer.concat(pieces);
    if (isWorkbook(head)) return await sheetHead(joined(head, iterator));
    return { head: head.subarray(0, SNIFF_BYTES), written: {} };
  } finally {
    await iterator.return?.();
  }
}

async function sheetHead(
  workbook: AsyncIterable<Uint8Array>,
): Promise<TableHead | { problem: string }> {
  try {
    const { csv } = await readWorkbookHead(workbook, "");
    return { head: Buffer.from(csv), written: SHEET_DIALECT };
  } catch (error) {
    if (error instanceof DomainError) return { problem: error.message };
    throw error;
  }
}

async function* joined(head: Uint8Array, rest: AsyncIterator<Uint8Array>) {
  yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function plainTable({ head, written }: TableHead): Promise<TablePreview> {
  const dialect = sniffDialect(head, written);
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
