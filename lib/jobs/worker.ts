import { setTimeout as sleep } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import { isPassingError } from "#lib/db/raw-error.ts";
import { assertSafeRole } from "#lib/db/safe-role.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { startWorker } from "./start-worker.ts";

/** The worker process: `node --import ./lib/boot/register.js lib/jobs/worker.ts`. */

const LONGEST_WAIT_MS = 10_000;

/** Start once the database answers; a database that is away is waited for, an unsafe role is not. */
async function startWhenReady(): Promise<PgBoss> {
  for (let waitMs = 250; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    try {
      await assertSafeRole(env().DATABASE_URL);
      return await startWorker();
    } catch (error) {
      if (!isPassingError(error)) throw error;
      log.warn({ err: error, waitMs }, "worker waits for the database");
      await sleep(waitMs);
    }
  }
}

try {
  const boss = await startWhenReady();
  log.info("worker takes jobs");
  const stop = async () => {
    await boss.stop({ graceful: true, timeout: 10_000 });
    process.exit(0);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
