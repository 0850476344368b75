import pg from "pg";
import { PgBoss } from "pg-boss";
import { JOB_SCHEMA } from "#lib/jobs/install.ts";
import { QUEUES } from "#lib/jobs/queues.ts";

/** Jobs are in no backup: imports that were waiting or running when it was made go on where they had been. */
export async function requeueImports(ownerUrl: string): Promise<number> {
  const waiting = await listUnfinished(ownerUrl);
  if (waiting.length === 0) return 0;
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOB_SCHEMA,
    supervise: false,
    schedule: false,
    migrate: false,
    max: 1,
  });
  boss.on("error", () => undefined);
  await boss.start();
  try {
    for (const { tenantId, importId } of waiting) {
      const { heartbeatSeconds } = QUEUES["import.run"];
      await boss.send(
        "import.run",
        { tenantId, importId },
        { group: { id: tenantId }, heartbeatSeconds },
      );
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  return waiting.length;
}

async function listUnfinished(ownerUrl: string): Promise<{ tenantId: string; importId: string }[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // Row security hides imports from their owner too; the definer role may look.
    await client.query("BEGIN");
    await client.query("SET LOCAL ROLE app_definer");
    const { rows } = await client.query<{ tenantId: string; importId: string }>(
      `SELECT tenant_id AS "tenantId", id AS "importId" FROM import WHERE status IN ('queued', 'running')`,
    );
    await client.query("COMMIT");
    return rows;
  } finally {
    await client.end();
  }
}
