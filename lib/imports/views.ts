import type { ImportCounts, ImportKind, ImportStatus } from "./types.ts";

/** How far an import has come. `percent` is 0..100 of the file's bytes. */
export type ImportProgress = { rows: number; bytes: number; percent: number };

/** One import as lists, its page and the API show it. Instants are ISO 8601 in UTC. */
export type ImportView = {
  id: string;
  kind: ImportKind;
  status: ImportStatus;
  isDryRun: boolean;
  fileName: string;
  origin: "browser" | "api" | "command_line";
  createdByName: string | null;
  progress: ImportProgress;
  counts: ImportCounts;
  /** Customers an orders file made on the way. */
  customersCreated: number;
  /** Why it failed, in a sentence; null unless `status` is `failed`. */
  failure: string | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
};

/** One bad cell, or one bad row where `column` is empty. */
export type RejectView = { line: number; column: string; value: string; reason: string };

/** Rejects of one import that share a reason: how many, and one to look at. */
export type RejectGroup = { reason: string; count: number; example: RejectView };
