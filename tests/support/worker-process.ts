import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import type { Session } from "#lib/auth/types.ts";
import { forChild } from "#lib/boot/environment.ts";
import { signal, untilGone } from "#lib/boot/processes.ts";
import { isPassingError } from "#lib/db/raw-error.ts";
import type { ImportView } from "#lib/imports/views.ts";
import { viewImport } from "./imports.ts";
import { PROJECT } from "./source-files.ts";

/** As lib/boot/services.ts starts it: what does not fit in here kills a worker. */
const MEMORY = ["--max-old-space-size=96", "--max-semi-space-size=8"];
const PROGRAM = ["--import", "./lib/boot/register.js", "lib/jobs/worker.ts"];
const RUNNING: ReadonlySet<string> = new Set(["queued", "running", "undoing"]);

export type WorkerOptions = { environment?: Record<string, string>; preload?: string };

/** Worker processes of a test, on its own database. */
export class Workers {
  readonly #alive = new Set<ChildProcess>();

  start({ environment = {}, preload }: WorkerOptions = {}): ChildProcess {
    const preloads = preload ? ["--import", preload] : [];
    const worker = spawn(process.execPath, [...MEMORY, ...preloads, ...PROGRAM], {
      cwd: PROJECT,
      env: forChild({ ...process.env, LOG_LEVEL: "silent", ...environment }),
      stdio: "ignore",
    });
    this.#alive.add(worker);
    return worker;
  }

  /** End a worker as a power cut would, without a word. */
  async kill(worker: ChildProcess): Promise<void> {
    signal(worker.pid ?? 0, "SIGKILL");
    await untilGone(worker.pid ?? 0, 5_000);
    this.#alive.delete(worker);
  }

  async killAll(): Promise<void> {
    for (const worker of this.#alive) await this.kill(worker);
  }
}

/** Wait until an import is as `isEnough` wants it; a database that is away meanwhile is waited for. */
export async function untilImport(
  session: Session,
  id: string,
  isEnough: (view: ImportView) => boolean,
  limitMs: number,
): Promise<ImportView> {
  for (const endsAt = performance.now() + limitMs; performance.now() < endsAt; await sleep(20)) {
    const view = await viewImport(session, id).catch(nullWhenAway);
    if (view && isEnough(view)) return view;
  }
  throw new Error(`The import did not get on within ${limitMs} ms.`);
}

/** Wait until an import has ended, well or not. */
export function untilEnded(session: Session, id: string, limitMs: number): Promise<ImportView> {
  return untilImport(session, id, ({ status }) => !RUNNING.has(status), limitMs);
}

/** For a caller that asks again. */
export function nullWhenAway(error: unknown): null {
  if (isPassingError(error)) return null;
  throw error;
}
