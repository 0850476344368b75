import pg from "pg";
import { PgBoss } from "pg-boss";
import { JOB_SCHEMA } from "#lib/jobs/install.ts";
import { type JobName, type JobPayload, QUEUES } from "#lib/jobs/queues.ts";
import { inTransaction } from "../owner-client.ts";

type Requeued =
  | "import.run"
  | "workspace.export"
  | "value.refresh"
  | "customers.profile"
  | "segments.refresh";
type Work = {
  [N in Requeued]: { name: N; payload: JobPayload<N>; onlyOne: string | null };
}[Requeued];

/**
 * Jobs are in no backup: imports and undos that were waiting or running when it was made go on where they had been,
 * exports are packed afresh, and every open workspace's value and profile of customers are computed again. Those of a
 * workspace that waits for its end come back with it. All are asked for, or none.
 */
export async function requeueJobs(urls: { backupUrl: string; ownerUrl: string }): Promise<void> {
  const work = await listWork(urls.backupUrl);
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
    await inTransaction(urls.ownerUrl, async (client) => {
      for (const job of work) await send(boss, client, job);
    });
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function send(
  boss: PgBoss,
  client: pg.Client,
  { name, payload, onlyOne }: Work,
): Promise<void> {
  await boss.send(name, payload, {
    db: { executeSql: (text, values) => client.query(text, values) },
    group: { id: payload.tenantId },
    heartbeatSeconds: QUEUES[name satisfies JobName].heartbeatSeconds,
    ...(onlyOne ? { singletonKey: onlyOne } : {}),
  });
}

/** Read by the role of backups, which sees every workspace. */
async function listWork(backupUrl: string): Promise<Work[]> {
  const client = new pg.Client({ connectionString: backupUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Work>(
      `SELECT 'import.run' AS name, json_build_object('tenantId', i.tenant_id, 'importId', i.id) AS payload,
         NULL AS "onlyOne"
       FROM import i JOIN tenant t ON t.id = i.tenant_id AND t.delete_after IS NULL
       WHERE i.status IN ('queued', 'running', 'undoing')
       UNION ALL
       SELECT 'workspace.export', json_build_object('tenantId', e.tenant_id, 'exportId', e.id), NULL
       FROM workspace_export e JOIN tenant t ON t.id = e.tenant_id AND t.delete_after IS NULL
       WHERE e.status IN ('queued', 'running')
       UNION ALL
       SELECT job.name, json_build_object('tenantId', t.id), t.id::text
       FROM tenant t CROSS JOIN (VALUES ('value.refresh'), ('customers.profile'), ('segments.refresh')) job (name)
       WHERE t.delete_after IS NULL`,
    );
    return rows;
  } finally {
    await client.end();
  }
}
