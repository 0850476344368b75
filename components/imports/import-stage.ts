import type { ImportView } from "#lib/imports/views.ts";
import type { ImportStep } from "./import-steps.tsx";

const WRITTEN: ReadonlySet<string> = new Set(["succeeded", "undoing", "undone"]);

/** The step of the wizard that an import stands at; null once it has been written. */
export function stageOf({
  status,
  isDryRun,
}: Pick<ImportView, "status" | "isDryRun">): ImportStep | null {
  if (isDryRun) return "stepCheck";
  return WRITTEN.has(status) ? null : "stepImport";
}

/** Whether somebody still works on it, so that the page has to ask again. */
export function isUnderWay({ status }: Pick<ImportView, "status">): boolean {
  return status === "queued" || status === "running" || status === "undoing";
}
