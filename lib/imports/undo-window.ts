import type { ImportStatus } from "./types.ts";

/** So long after its end an import can be undone; its file and its ledger are kept until then. */
export const UNDO_WINDOW_MS = 24 * 60 * 60 * 1000;

/** What decides whether an import can be undone. */
export type UndoFacts = {
  status: ImportStatus;
  isDryRun: boolean;
  finishedAt: Date | null;
  created: number;
  updated: number;
  customersCreated: number;
};

/** The end of an import's undo window; null when there is nothing that could be undone, whatever the time. */
export function undoableUntil(facts: UndoFacts): Date | null {
  const { status, isDryRun, finishedAt } = facts;
  const hasEnded = status === "succeeded" || status === "failed";
  if (!hasEnded || isDryRun || !finishedAt || rowsToUndo(facts) === 0) return null;
  return new Date(finishedAt.getTime() + UNDO_WINDOW_MS);
}

/** Rows in the ledger of an import: made, changed, and customers made on the way. */
export function rowsToUndo({ created, updated, customersCreated }: UndoRows): number {
  return created + updated + customersCreated;
}

type UndoRows = Pick<UndoFacts, "created" | "updated" | "customersCreated">;

/** Why an import cannot be undone, in a sentence for a person; null when it can. */
export function whyNotUndoable(facts: UndoFacts, now: Date): string | null {
  if (facts.isDryRun) return "A dry run wrote nothing; there is nothing to undo.";
  if (facts.status === "undone") return "This import has been undone already.";
  if (facts.status === "undoing") return "This import is being undone already.";
  if (facts.status === "queued" || facts.status === "running")
    return "This import has not ended yet. Undo it when it has.";
  const until = undoableUntil(facts);
  if (!until) return "This import changed nothing; there is nothing to undo.";
  return until <= now ? "An import can be undone for 24 hours; this one is older." : null;
}
