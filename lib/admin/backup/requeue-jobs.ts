import pg from "pg";
import { PgBoss } from "pg-boss";
import { JOB_SCHEMA } from "#lib/jobs/install.ts";
import { type JobName, type JobPayload, QUEUES } from "#lib/jobs/queues.ts";

type Work = {
  [N in "import.run" | "workspace.export"]: { name: N; payload: JobPayload<N> };
}["import.run" | "workspace.export"];

/**
 * Jobs are in no backup: imports and undos that were waiting or running when it was made go on where they had been, and
 * exports are packed afresh. Those of a workspace that waits for its end come back with it.
 */
export async function requeueJobs(urls: { backupUrl: string; ownerUrl: string }): Promise<number> {
  const unfinished = await listUnfinished(urls.backupUrl);
  if (unfinished.length === 0) return 0;
  const boss = new PgBoss({
    connectionString: urls.ownerUrl,
    schema: JOB_SCHEMA,
    supervise: false,
    schedule: false,
    migrate: false,
    max: 1,
  });
  boss.on("error", () => undefined);
  await boss.start();
  try {
    for (const { name, payload } of unfinished) {
      const { heartbeatSeconds } = QUEUES[name satisfies JobName];
      await boss.send(name, payload, { group: { id: payload.tenantId }, heartbeatSeconds });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  return unfinished.length;
}

/** Read by the role of backups, which sees every workspace. */
async function listUnfinished(backupUrl: string): Promise<Work[]> {
  const client = new pg.Client({ connectionString: backupUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Work>(
      `SELECT 'import.run' AS name, json_build_object('tenantId', i.tenant_id, 'importId', i.id) AS payload
       FROM import i JOIN tenant t ON t.id = i.tenant_id AND t.delete_after IS NULL
       WHERE i.status IN ('queued', 'running', 'undoing')
       UNION ALL
       SELECT 'workspace.export', json_build_object('tenantId', e.tenant_id, 'exportId', e.id)
       FROM workspace_export e JOIN tenant t ON t.id = e.tenant_id AND t.delete_after IS NULL
       WHERE e.status IN ('queued', 'running')`,
    );
    return rows;
  } finally {
    await client.end();
  }
}
