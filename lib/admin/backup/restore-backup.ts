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
import { requeueJobs } from "./requeue-jobs.ts";

export type RestoreOptions = { backupUrl: string; ownerUrl: string; folder: string };

/**
 * Load a backup into an empty database of the same migrations. All rows come in one transaction, which is kept only
 * when each table has the count and the checksum of the manifest and row security is on everywhere. What fails after
 * that empties the database again.
 *
 * @throws Error in one sentence: a damaged file, a database that is not empty, that has other migrations or is not
 * closed to other workspaces, or rows that differ
 */
export async function restoreBackup(options: RestoreOptions): Promise<Manifest> {
  const manifest = readManifest(options.folder);
  const problems = await checkFiles(options.folder, manifest);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  await withClient(options.ownerUrl, async (owner) => {
    await requireAlone(owner);
    await withClient(options.backupUrl, (backup) => requireFit(backup, manifest));
    const { order, held } = loadOrder(
      manifest.tables.map(({ name }) => name),
      await listForeignKeys(owner),
    );
    await checkKeys(owner, held, "at commit");
    try {
      await withClient(options.backupUrl, (backup) =>
        load(backup, options.folder, manifest, order),
      );
    } catch (error) {
      await checkKeys(owner, held, "at once");
      throw error;
    }
    await orEmpty(options.ownerUrl, manifest, async () => {
      await checkKeys(owner, held, "at once");
      await owner.query("ANALYZE");
      await requeueJobs(options);
    });
  });
  return manifest;
}

/** The lock goes with the connection. */
async function requireAlone(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ isAlone: boolean }>(
    `SELECT pg_try_advisory_lock(hashtext('throughline:restore')) AS "isAlone"`,
  );
  if (!rows[0]?.isAlone) throw new Error("Another restore into this database is under way.");
}

/** The database must be empty, of the same shape as the one that was saved, and closed to other workspaces. */
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
  await requireRowSecurity(client);
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
  // Whoever would change it waits: the transaction holds every table that it loaded.
  await requireRowSecurity(client);
  await client.query("COMMIT");
}

async function requireEqual(client: pg.Client, table: SavedTable): Promise<void> {
  const { rows, sha256 } = await sumTable(client, table);
  if (rows === table.rows && sha256 === table.sha256) return;
  throw new Error(
    `${table.name} came back with ${rows} rows and another content than the ${table.rows} saved: nothing was kept.`,
  );
}

/**
 * Keys of tables that point at each other in a circle are checked when all rows are in, in the same transaction. They
 * are never gone: a restore that is cut off leaves them checked at commit, and the next one puts them right.
 */
async function checkKeys(
  owner: pg.Client,
  keys: readonly ForeignKey[],
  when: "at once" | "at commit",
): Promise<void> {
  const mode = when === "at once" ? "NOT DEFERRABLE" : "DEFERRABLE INITIALLY DEFERRED";
  for (const { from, name } of keys)
    await owner.query(
      `ALTER TABLE ${pg.escapeIdentifier(from)} ALTER CONSTRAINT ${pg.escapeIdentifier(name)} ${mode}`,
    );
}

async function requireRowSecurity(client: pg.Client): Promise<void> {
  const catalog = readFileSync(join(PROJECT_FOLDER, "prisma", "tenancy-catalog.sql"), "utf8");
  const { rows } = await client.query<{ problem: string; object: string }>(catalog);
  if (rows.length === 0) return;
  const found = rows.map(({ problem, object }) => `${object}: ${problem}`).join("; ");
  throw new Error(`The database does not keep workspaces apart: ${found}. Nothing was loaded.`);
}

/** Finish a restore whose rows are in; when that fails they go again, so that it can be tried once more. */
async function orEmpty(
  ownerUrl: string,
  { tables }: Manifest,
  finish: () => Promise<void>,
): Promise<void> {
  try {
    await finish();
  } catch (cause) {
    const names = tables.map(({ name }) => pg.escapeIdentifier(name)).join(", ");
    await withClient(ownerUrl, (owner) => owner.query(`TRUNCATE ${names} CASCADE`)).catch(() => {
      throw new Error(
        `The restore broke off after its rows were in: ${wordsOf(cause)} Drop the database and restore into a new one.`,
        { cause },
      );
    });
    throw new Error(`The restore broke off: ${wordsOf(cause)} The database is empty again.`, {
      cause,
    });
  }
}

function wordsOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.endsWith(".") ? words : `${words}.`;
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
