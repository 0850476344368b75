import type { LedgerEntity } from "#lib/bulk/types.ts";
import type { ImportCounts, ImportKind, ImportStatus } from "./types.ts";

/** How far an import has come. `percent` is 0..100 of the file's bytes. */
export type ImportProgress = { rows: number; bytes: number; percent: number };

/** A text that an import could not read: in which column, and in how many rows of the whole file. */
export type UnreadValue = { column: string; text: string; count: number };

/** How a file came: `source` is fetched from the address of its source. */
export type ImportOrigin = "browser" | "api" | "command_line" | "source";

/** One import as lists, its page and the API show it. Instants are ISO 8601 in UTC. */
export type ImportView = {
  id: string;
  kind: ImportKind;
  status: ImportStatus;
  isDryRun: boolean;
  fileName: string;
  origin: ImportOrigin;
  /** The member; of a file that was fetched, its source; null for a key and the command line */
  createdByName: string | null;
  progress: ImportProgress;
  counts: ImportCounts;
  /** Customers an orders file made on the way. */
  customersCreated: number;
  /** Returns of an orders file that found no order, and count nowhere until they do. */
  unmatchedReturns: number;
  /** Why it failed, in a sentence; null unless `status` is `failed`. */
  failure: string | null;
  /** What a running import waits for, in a sentence; null as a rule. */
  waitsFor: string | null;
  /** Until when it can be undone; null when it cannot. */
  undoableUntil: string | null;
  /** How far it has been undone; null unless Undo was asked for. */
  undo: UndoView | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
};

/** Rows that Undo removed, gave their former values, or kept because somebody changed them since. */
export type UndoView = {
  removed: number;
  restored: number;
  kept: number;
  /** 0..100 */
  percent: number;
  /** Why it stopped, in a sentence; null unless it did. */
  failure: string | null;
  undoneAt: string | null;
};

/** A row that Undo kept: by its number, with the reason in a sentence. */
export type KeptRowView = {
  line: number;
  kind: LedgerEntity;
  /** Its number or name; "" for a row that came without one */
  number: string;
  reason: string;
};

/** Kept rows of one import that share a reason. */
export type KeptRowGroup = { count: number; example: KeptRowView };

/** One bad cell, or one bad row where `column` is empty. */
export type RejectView = { line: number; column: string; value: string; reason: string };

/** Rejects of one import that share a reason: how many, and one to look at. */
export type RejectGroup = { reason: string; count: number; example: RejectView };
