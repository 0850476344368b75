import pg from "pg";
import { PgBoss } from "pg-boss";
import { deadLetterOf, type JobName, QUEUES } from "./queues.ts";

export const JOB_SCHEMA = "pgboss";

/** Make or migrate the job tables and queues as their owner, and let app_user work with them. May run again. */
export async function installJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOB_SCHEMA,
    supervise: false,
    schedule: false,
    max: 2,
  });
  boss.on("error", () => undefined);
  await boss.start();
  try {
    for (const name of Object.keys(QUEUES) as JobName[]) await makeQueue(boss, name);
  } finally {
    await boss.stop({ graceful: false });
  }
  await grant(ownerUrl);
}

async function makeQueue(boss: PgBoss, name: JobName): Promise<void> {
  const { policy, ...settings } = QUEUES[name];
  const dead = deadLetterOf(name);
  if (!(await boss.getQueue(dead)))
    await boss.createQueue(dead, { retryLimit: 0, deleteAfterSeconds: 0 });
  if (await boss.getQueue(name)) return;
  await boss.createQueue(name, {
    ...settings,
    policy,
    retryBackoff: true,
    deadLetter: dead,
    notify: true,
    deleteAfterSeconds: 7 * 24 * 60 * 60,
  });
}

async function grant(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // Two commands that start at once would change the same rows of the catalog: the second waits for the first.
    await client.query(`
      SELECT pg_advisory_xact_lock(hashtext('throughline:job-grants'));
      GRANT USAGE ON SCHEMA ${JOB_SCHEMA} TO app_user, app_backup;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${JOB_SCHEMA} TO app_user;
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${JOB_SCHEMA} TO app_user;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${JOB_SCHEMA} TO app_user;
      GRANT SELECT ON ALL TABLES IN SCHEMA ${JOB_SCHEMA} TO app_backup`);
  } finally {
    await client.end();
  }
}
