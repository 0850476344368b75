import "server-only";
import type {
  Deletion,
  ImportCount,
  ImportWork,
  JobRow,
  JobState,
  Operations,
  QueueCount,
} from "#lib/operations/types.ts";
import { prisma } from "./client.ts";

/** What is asked about the whole installation: counts, kinds, sizes and ids, each through a definer function. */

/** Sizes and counts, without the version of the program. */
export async function readOperations(): Promise<StoredOperations> {
  const [row] = await prisma().$queryRaw<OperationsRow[]>`
    SELECT o.*, pg_database_size(current_database())::float8 AS bytes, current_setting('server_version_num')::int AS server_version,
      current_setting('max_connections')::int AS most_connections,
      (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database()) AS connections
    FROM read_operations() o`;
  if (!row) throw new Error("read_operations gave no row");
  return {
    serverVersionNumber: row.server_version,
    databaseBytes: row.bytes,
    connections: row.connections,
    mostConnections: row.most_connections,
    workspaces: row.workspaces,
    closingWorkspaces: row.closing,
    mailWaiting: row.mail_waiting,
    mailFailed: row.mail_failed,
    backup: row.backup_at && {
      at: row.backup_at.toISOString(),
      rows: Number(row.backup_rows),
      bytes: Number(row.backup_bytes),
      elapsedMs: row.backup_ms,
      version: row.backup_version,
    },
  };
}

export async function countImports(): Promise<ImportCount[]> {
  return prisma().$queryRaw<ImportCount[]>`
    SELECT status, amount AS count FROM count_imports() ORDER BY status`;
}

export async function listImportWork(): Promise<ImportWork[]> {
  const rows = await prisma().$queryRaw<ImportWorkRow[]>`SELECT * FROM list_import_work()`;
  return rows.map(({ tenant_id, import_id, at, ...row }) => ({
    ...row,
    tenantId: tenant_id,
    importId: import_id,
    at: at.toISOString(),
  }));
}

/** Imports that wait, run or are being undone, and that no job is at work on: its worker died at a wrong moment. */
export async function listUnattendedImports(): Promise<{ tenantId: string; importId: string }[]> {
  return prisma().$queryRaw<{ tenantId: string; importId: string }[]>`
    SELECT o.tenant_id AS "tenantId", o.import_id AS "importId" FROM list_open_imports() o
    WHERE NOT EXISTS (SELECT 1 FROM pgboss.job j WHERE j.name IN ('import.run', 'import.run.dead') AND j.state IN ('created', 'retry', 'active')
      AND j.data ->> 'importId' = o.import_id::text)`;
}

export async function listDeletions(): Promise<Deletion[]> {
  const rows = await prisma().$queryRaw<DeletionRow[]>`SELECT * FROM list_workspace_deletions()`;
  return rows.map((row) => ({
    id: row.deletion_id,
    tenantId: row.of_tenant_id,
    requestedAt: row.requested_at.toISOString(),
    deleteAfter: row.delete_after.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    rows: Number(row.row_count),
    rowsLeft: row.rows_left,
  }));
}

/** Closed workspaces whose 30 days are over. */
export async function listDueDeletions(): Promise<string[]> {
  const rows = await prisma().$queryRaw<
    { tenant_id: string }[]
  >`SELECT * FROM list_due_deletions()`;
  return rows.map(({ tenant_id }) => tenant_id);
}

/** Jobs by queue and state, dead-letter queues among them, those that pg-boss keeps for itself not. */
export async function countJobs(): Promise<QueueCount[]> {
  return prisma().$queryRaw<QueueCount[]>`
    SELECT name AS queue, state::text AS state, count(*)::int AS count FROM pgboss.job
    WHERE name NOT LIKE '\\_\\_%' GROUP BY name, state ORDER BY name, state`;
}

/** Jobs that wait or run, the oldest first; at most 50. */
export async function listOpenJobs(): Promise<JobRow[]> {
  const rows = await prisma().$queryRaw<JobColumns[]>`
    SELECT id::text, name, state::text, data ->> 'tenantId' AS tenant_id, created_on, retry_count FROM pgboss.job
    WHERE state IN ('created', 'retry', 'active') AND name NOT LIKE '%.dead' AND name NOT LIKE '\\_\\_%' ORDER BY created_on LIMIT 50`;
  return rows.map(toJob);
}

/** Jobs that were given up, the newest first; at most 50. */
export async function listDeadJobs(): Promise<JobRow[]> {
  const rows = await prisma().$queryRaw<JobColumns[]>`
    SELECT id::text, name, state::text, data ->> 'tenantId' AS tenant_id, created_on, retry_count FROM pgboss.job
    WHERE name LIKE '%.dead' ORDER BY created_on DESC LIMIT 50`;
  return rows.map(toJob);
}

function toJob(row: JobColumns): JobRow {
  return {
    id: row.id,
    queue: row.name,
    state: row.state,
    tenantId: row.tenant_id,
    createdAt: row.created_on.toISOString(),
    retries: row.retry_count,
  };
}

type StoredOperations = Omit<Operations, "version" | "serverVersion" | "isServerRecent"> & {
  serverVersionNumber: number;
};

type OperationsRow = {
  bytes: number;
  server_version: number;
  most_connections: number;
  connections: number;
  workspaces: number;
  closing: number;
  mail_waiting: number;
  mail_failed: number;
  backup_at: Date | null;
  backup_rows: bigint;
  backup_bytes: bigint;
  backup_ms: number;
  backup_version: string;
};

type ImportWorkRow = {
  tenant_id: string;
  import_id: string;
  kind: string;
  status: string;
  percent: number;
  at: Date;
};

type DeletionRow = {
  deletion_id: string;
  of_tenant_id: string;
  requested_at: Date;
  delete_after: Date;
  finished_at: Date | null;
  row_count: bigint;
  rows_left: number | null;
};

type JobColumns = {
  id: string;
  name: string;
  state: JobState;
  tenant_id: string | null;
  created_on: Date;
  retry_count: number;
};
