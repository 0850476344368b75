import "server-only";
import { PgBoss } from "pg-boss";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";

const kept = globalThis as typeof globalThis & { throughlineBoss?: Promise<PgBoss> };

/** The queue as jobs are put into it: the worker's own where this process is one, otherwise one that sends and never supervises. */
export function sender(): Promise<PgBoss> {
  kept.throughlineBoss ??= start({ supervise: false, schedule: false, max: 2 }).catch(
    (error: unknown) => {
      // The next request tries again.
      delete kept.throughlineBoss;
      throw error;
    },
  );
  return kept.throughlineBoss;
}

/**
 * The queue as the worker uses it: watches heartbeats, retries, keeps the schedule. Its jobs put others in by the same
 * connections: to open more within a job's transaction could take longer than that lasts.
 */
export async function startWorkerBoss(): Promise<PgBoss> {
  const boss = await start({
    max: 6,
    useListenNotify: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    maintenanceIntervalSeconds: 3600,
    reindex: false,
    monitorVacuum: false,
  });
  const own = Promise.resolve(boss);
  kept.throughlineBoss = own;
  boss.once("stopped", () => {
    if (kept.throughlineBoss === own) delete kept.throughlineBoss;
  });
  return boss;
}

async function start(
  options: Partial<ConstructorParameters<typeof PgBoss>[0] & object>,
): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    schema: "pgboss",
    migrate: false,
    createSchema: false,
    ...options,
  });
  boss.on("error", (error) => log.warn({ err: error }, "job queue"));
  await boss.start();
  return boss;
}
