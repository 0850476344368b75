import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { PROJECT_FOLDER } from "#lib/boot/places.ts";
import {
  copyInSql,
  type ForeignKey,
  listForeignKeys,
  listTables,
  loadOrder,
} from "./backed-up-tables.ts";
import { checkFiles, readTable } from "./check-files.ts";
import { copyIn } from "./copy-in.ts";
import { sumTable } from "./make-backup.ts";
import { type Manifest, readManifest, type SavedTable } from "./manifest.ts";
import { readMigrations } from "./read-migrations.ts";

export type RestoreOptions = { backupUrl: string; ownerUrl: string; folder: string };

/**
 * Load a backup into an empty database of the same migrations. All rows come in one transaction, which is kept only
 * when each table has the count and the checksum of the manifest and row security is on everywhere.
 *
 * @throws Error in one sentence: a damaged file, a database that is not empty, other migrations, or rows that differ
 */
export async function restoreBackup(options: RestoreOptions): Promise<Manifest> {
  const manifest = readManifest(options.folder);
  const problems = await checkFiles(options.folder, manifest);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  await withClient(options.backupUrl, (backup) => requireFit(backup, manifest));
  await withClient(options.ownerUrl, async (owner) => {
    const { order, held } = loadOrder(
      manifest.tables.map(({ name }) => name),
      await listForeignKeys(owner),
    );
    await drop(owner, held);
    try {
      await withClient(options.backupUrl, (backup) =>
        load(backup, options.folder, manifest, order),
      );
    } finally {
      await make(owner, held);
    }
    await owner.query("ANALYZE");
    await requireRowSecurity(owner);
  });
  return manifest;
}

/** The database must be empty and of the same shape as the one that was saved. */
async function requireFit(client: pg.Client, manifest: Manifest): Promise<void> {
  const here = await readMigrations(client);
  if (JSON.stringify(here) !== JSON.stringify(manifest.migrations)) {
    const last = manifest.migrations.at(-1)?.name ?? "none";
    throw new Error(
      `The backup was made by version ${manifest.version} at the migration ${last}, and this database is at ${here.at(-1)?.name ?? "none"}: restore it with that version, and upgrade afterwards.`,
    );
  }
  const saved = new Set(manifest.tables.map(({ name }) => name));
  for (const { name } of await listTables(client)) {
    if (!saved.has(name))
      throw new Error(`The backup holds no ${name}: its manifest is not whole.`);
    const found = await client.query(`SELECT 1 FROM ${pg.escapeIdentifier(name)} LIMIT 1`);
    if (found.rowCount)
      throw new Error(`The database is not empty: ${name} has rows. Restore into a new database.`);
  }
}

async function load(
  client: pg.Client,
  folder: string,
  manifest: Manifest,
  order: readonly string[],
): Promise<void> {
  const tables = new Map(manifest.tables.map((table) => [table.name, table]));
  await client.query("BEGIN");
  for (const name of order) {
    const table = tables.get(name);
    if (table) await copyIn(client, copyInSql(table), readTable(folder, table));
  }
  for (const table of manifest.tables) await requireEqual(client, table);
  await client.query("COMMIT");
}

async function requireEqual(client: pg.Client, table: SavedTable): Promise<void> {
  const { rows, sha256 } = await sumTable(client, table);
  if (rows === table.rows && sha256 === table.sha256) return;
  throw new Error(
    `${table.name} came back with ${rows} rows and another content than the ${table.rows} saved: nothing was kept.`,
  );
}

async function drop(owner: pg.Client, keys: readonly ForeignKey[]): Promise<void> {
  for (const { from, name } of keys)
    await owner.query(
      `ALTER TABLE ${pg.escapeIdentifier(from)} DROP CONSTRAINT ${pg.escapeIdentifier(name)}`,
    );
}

/** A key that is made is checked against every workspace's rows: for that the owner steps past row security. */
async function make(owner: pg.Client, keys: readonly ForeignKey[]): Promise<void> {
  for (const { from, to, name, definition } of keys) {
    const [left, right] = [pg.escapeIdentifier(from), pg.escapeIdentifier(to)];
    await owner.query("BEGIN");
    for (const table of [left, right])
      await owner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
    await owner.query(
      `ALTER TABLE ${left} ADD CONSTRAINT ${pg.escapeIdentifier(name)} ${definition}`,
    );
    for (const table of [left, right])
      await owner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    await owner.query("COMMIT");
  }
}

async function requireRowSecurity(owner: pg.Client): Promise<void> {
  const catalog = readFileSync(join(PROJECT_FOLDER, "prisma", "tenancy-catalog.sql"), "utf8");
  const { rows } = await owner.query<{ problem: string; object: string }>(catalog);
  if (rows.length === 0) return;
  throw new Error(rows.map(({ problem, object }) => `${object}: ${problem}`).join("; "));
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    // Ending the connection rolls back what was not committed.
    await client.end();
  }
}
