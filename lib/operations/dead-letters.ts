import type { JobName } from "#lib/jobs/queues.ts";

/** Whoever waited for these was told that they were given up; a second try would find nothing to do. */
const TOLD: ReadonlySet<string> = new Set<JobName>(["import.run", "mail.send", "workspace.export"]);

/** The queue a dead letter came from. */
export function sourceOf(deadQueue: string): string {
  return deadQueue.replace(/\.dead$/, "");
}

/** Whether trying again can do anything. */
export function isRetriable(deadQueue: string): boolean {
  return !TOLD.has(sourceOf(deadQueue));
}
