import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { systemSession } from "#lib/auth/system-session.ts";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { getImport, startImport, undoImport } from "#lib/imports/index.ts";
import type { ImportView } from "#lib/imports/views.ts";
import { startWorker } from "#lib/jobs/start-worker.ts";
import { findValueOverview, getValueAbsence } from "#lib/value/index.ts";

export type FileToImport = {
  /** Slug or id. */
  workspace: string;
  kind: string;
  file: string;
  /** JSON text, as the API takes it. */
  mapping?: string | undefined;
  isDryRun: boolean;
};

const ENDED: ReadonlySet<string> = new Set(["succeeded", "failed", "undone"]);
const POLL_MS = 200;
const JOBS = ["import.run", "value.refresh"] as const;
const VALUE_PATIENCE_MS = 120_000;

/** Import files one after the other, each to its end, by the code that browser and API use. */
export async function importFiles(files: readonly FileToImport[]): Promise<ImportView[]> {
  return withWorker(async () => {
    const done: ImportView[] = [];
    for (const file of files) done.push(await importOne(file));
    return done;
  });
}

/** Undo an import to its end. @throws DomainError as `undoImport` */
export async function undoOne({ workspace, importId }: ImportToUndo): Promise<ImportView> {
  return withWorker(async () => {
    const session = await systemSession(workspace, "operator");
    await withTenant(session, "import:write", (tx) => undoImport(tx, session, { importId }));
    const view = await untilEnded(session, importId);
    await untilValued(session);
    return view;
  });
}

type ImportToUndo = { workspace: string; importId: string };

/** Where no worker runs this process does the work; where one runs, whoever is first. */
async function withWorker<T>(work: () => Promise<T>): Promise<T> {
  const worker = await startWorker(JOBS);
  try {
    return await work();
  } finally {
    await worker.stop({ graceful: true, timeout: 10_000 });
  }
}

async function importOne({ workspace, file, ...input }: FileToImport): Promise<ImportView> {
  const session = await systemSession(workspace, "operator");
  const request = { ...input, fileName: basename(file), origin: "command_line" as const };
  const started = await startImport(session, request, createReadStream(file));
  const view = await untilEnded(session, started.id);
  if (view.status === "succeeded" && !view.isDryRun) await untilValued(session);
  return view;
}

/** The import's own answer is ready; its effect on value is waited for, so that no process is needed after this one. */
async function untilValued(session: Session): Promise<void> {
  for (const endsAt = Date.now() + VALUE_PATIENCE_MS; Date.now() < endsAt; await sleep(POLL_MS)) {
    const isComputing = await withTenant(session, "value:read", async (tx) => {
      const overview = await findValueOverview(tx, session);
      return overview?.isRefreshing ?? (await getValueAbsence(tx, session)) === "computing";
    });
    if (!isComputing) return;
  }
}

async function untilEnded(session: Session, id: string): Promise<ImportView> {
  for (;;) {
    const view = await withTenant(session, "import:read", (tx) => getImport(tx, id));
    if (ENDED.has(view.status)) return view;
    await sleep(POLL_MS);
  }
}
