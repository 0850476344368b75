import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

const FOLDER = join(import.meta.dirname, "migrations");
/** The advisory lock Prisma itself takes. */
const LOCK = 72707369;
const HISTORY = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
    logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

type Migration = { name: string; sql: string; checksum: string };
type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

/**
 * Apply what is pending, each migration in one transaction, under Prisma's own advisory lock and history table,
 * so that `prisma migrate deploy` can take over where its engine can be had.
 *
 * @param upTo the last migration to apply, for a test of the way from an older version
 * @returns the names of the migrations applied now
 * @throws Error in one sentence when one failed before or was edited after it had been applied
 */
export async function migrate(ownerUrl: string, upTo?: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await client.query(HISTORY);
    return await applyPending(client, upTo);
  } finally {
    await client.end();
  }
}

async function applyPending(client: pg.Client, upTo: string | undefined): Promise<string[]> {
  const { rows } = await client.query<Applied>(
    "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  const history = new Map(rows.map((row) => [row.migration_name, row]));
  const applied: string[] = [];
  for (const migration of readMigrations()) {
    if (upTo !== undefined && migration.name > upTo) break;
    if (isApplied(migration, history.get(migration.name))) continue;
    await apply(client, migration);
    applied.push(migration.name);
  }
  return applied;
}

function readMigrations(): Migration[] {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return folders
    .map(({ name }) => {
      const sql = readFileSync(join(FOLDER, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    })
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

function isApplied(migration: Migration, row: Applied | undefined): boolean {
  if (!row) return false;
  if (!row.finished_at) {
    throw new Error(
      `${migration.name} failed before. Mend the database, mark it rolled back, and try again.`,
    );
  }
  if (row.checksum !== migration.checksum) {
    throw new Error(`${migration.name} was edited after it had been applied.`);
  }
  return true;
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const id = randomUUID();
  await client.query(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)",
    [id, migration.checksum, migration.name],
  );
  await client.query("BEGIN");
  try {
    await client.query(migration.sql);
    await client.query(
      "UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1",
      [id],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    await client.query("UPDATE _prisma_migrations SET logs = $2 WHERE id = $1", [
      id,
      String(error),
    ]);
    throw error;
  }
}
