import type { ImportKind, ImportStatus } from "./types.ts";
import { rowsToUndo, undoableUntil } from "./undo-window.ts";
import type { ImportProgress, ImportView, UndoView } from "./views.ts";

const NO_ROOM =
  "The database has no room left. Nothing is lost: this goes on by itself once whoever runs Throughline has made room.";

/** The columns of an import that its view is made of. */
export const IMPORT_ROW = {
  id: true,
  kind: true,
  status: true,
  isDryRun: true,
  fileName: true,
  origin: true,
  createdBy: true,
  source: { select: { name: true } },
  rowsRead: true,
  bytesRead: true,
  bytesTotal: true,
  created: true,
  updated: true,
  unchanged: true,
  rejected: true,
  customersCreated: true,
  unmatchedReturns: true,
  failure: true,
  waitsFor: true,
  undoRows: true,
  undoRemoved: true,
  undoRestored: true,
  undoKept: true,
  undoFailure: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
  undoneAt: true,
} as const;

/** An import as stored. */
export type ImportRow = {
  id: string;
  kind: string;
  status: string;
  isDryRun: boolean;
  fileName: string;
  origin: string;
  createdBy: string | null;
  source: { name: string } | null;
  rowsRead: number;
  bytesRead: bigint;
  bytesTotal: bigint;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  customersCreated: number;
  unmatchedReturns: number;
  failure: string | null;
  waitsFor: string | null;
  undoRows: number;
  undoRemoved: number;
  undoRestored: number;
  undoKept: number;
  undoFailure: string | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  undoneAt: Date | null;
};

/** An import as lists, its page and the API show it; `names` of accounts by id. */
export function toImportView(row: ImportRow, names: ReadonlyMap<string, string>): ImportView {
  // text + CHECK in the database: these words are all there are
  const status = row.status as ImportStatus;
  return {
    id: row.id,
    kind: row.kind as ImportKind,
    status,
    isDryRun: row.isDryRun,
    fileName: row.fileName,
    origin: row.origin as ImportView["origin"],
    createdByName: whoOf(row, names),
    progress: progressOf(row),
    counts: {
      created: row.created,
      updated: row.updated,
      unchanged: row.unchanged,
      rejected: row.rejected,
    },
    customersCreated: row.customersCreated,
    unmatchedReturns: row.unmatchedReturns,
    failure: row.failure,
    waitsFor: row.waitsFor === null ? null : NO_ROOM,
    undoableUntil: textOf(undoableUntil({ ...row, status })),
    undo: undoOf(row),
    createdAt: row.createdAt.toISOString(),
    startedAt: textOf(row.startedAt),
    finishedAt: textOf(row.finishedAt),
  };
}

function whoOf({ origin, source, createdBy }: ImportRow, names: ReadonlyMap<string, string>) {
  if (origin === "source") return source?.name ?? null;
  return createdBy ? (names.get(createdBy) ?? null) : null;
}

function progressOf({ rowsRead, bytesRead, bytesTotal, status }: ImportRow): ImportProgress {
  const percent = bytesTotal > 0n ? Math.floor((Number(bytesRead) / Number(bytesTotal)) * 100) : 0;
  const isWhole = status === "succeeded" || status === "undoing" || status === "undone";
  return {
    rows: rowsRead,
    bytes: Number(bytesRead),
    percent: isWhole ? 100 : Math.min(99, percent),
  };
}

function undoOf(row: ImportRow): UndoView | null {
  const isAsked = row.status === "undoing" || row.status === "undone" || row.undoFailure !== null;
  if (!isAsked) return null;
  const percent = Math.floor((row.undoRows / Math.max(1, rowsToUndo(row))) * 100);
  return {
    removed: row.undoRemoved,
    restored: row.undoRestored,
    kept: row.undoKept,
    percent: row.status === "undone" ? 100 : Math.min(99, percent),
    failure: row.undoFailure,
    undoneAt: textOf(row.undoneAt),
  };
}

function textOf(instant: Date | null): string | null {
  return instant?.toISOString() ?? null;
}
