import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { constants, createGzip } from "node:zlib";
import pg from "pg";
import { readServerVersion } from "#lib/boot/server-version.ts";
import { PROGRAM_VERSION } from "#lib/program-version.ts";
import { type BackedUpTable, copyOutSql, listTables } from "./backed-up-tables.ts";
import { copyOut } from "./copy-out.ts";
import { type Manifest, type SavedTable, writeManifest } from "./manifest.ts";
import { readMigrations } from "./read-migrations.ts";

export type BackupOptions = { backupUrl: string; folder: string; isCompressed: boolean };

/**
 * Write every table into `folder`, as one moment saw them all, and the manifest last.
 *
 * @throws Error in one sentence when the folder holds something already
 */
export async function makeBackup(options: BackupOptions): Promise<Manifest> {
  const { backupUrl, folder, isCompressed } = options;
  prepareFolder(folder);
  const client = new pg.Client({ connectionString: backupUrl });
  await client.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const described = await describe(client);
    const tables: SavedTable[] = [];
    for (const table of await listTables(client))
      tables.push(await saveTable(client, table, options));
    await client.query("COMMIT");
    const manifest: Manifest = { ...described, isCompressed, tables };
    writeManifest(folder, manifest);
    return manifest;
  } finally {
    await client.end();
  }
}

/** Count and checksum of a table's rows as they stand now, in the words of the manifest. */
export async function sumTable(
  client: pg.Client,
  table: BackedUpTable,
): Promise<Pick<SavedTable, "rows" | "bytes" | "sha256">> {
  return summed(client, table, () => undefined);
}

async function describe(client: pg.Client) {
  const { rows } = await client.query<{ at: Date }>("SELECT now() AS at");
  return {
    format: 1 as const,
    program: "throughline" as const,
    version: PROGRAM_VERSION,
    madeAt: (rows[0]?.at ?? new Date()).toISOString(),
    serverVersion: await readServerVersion(client),
    migrations: await readMigrations(client),
  };
}

async function saveTable(
  client: pg.Client,
  table: BackedUpTable,
  { folder, isCompressed }: BackupOptions,
): Promise<SavedTable> {
  const file = `${table.name}.copy${isCompressed ? ".gz" : ""}`;
  const disk = createWriteStream(join(folder, file), { mode: 0o600, flags: "wx" });
  const first = isCompressed ? createGzip({ level: constants.Z_BEST_SPEED }) : disk;
  if (first !== disk) first.pipe(disk);
  const isWritten = finished(disk);
  isWritten.catch(() => undefined);
  const sums = await summed(client, table, async (block) => {
    // A disk that is full ends the wait with its own words.
    if (!first.write(block)) await Promise.race([once(first, "drain"), isWritten]);
  });
  first.end();
  await isWritten;
  return { ...table, file, ...sums };
}

async function summed(
  client: pg.Client,
  table: BackedUpTable,
  sink: (block: Buffer) => void | Promise<void>,
) {
  const hash = createHash("sha256");
  let bytes = 0;
  const rows = await copyOut(client, copyOutSql(table), (block) => {
    hash.update(block);
    bytes += block.length;
    return sink(block);
  });
  return { rows, bytes, sha256: hash.digest("hex") };
}

function prepareFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).length > 0)
    throw new Error(`${folder} is not empty: name a new folder for each backup.`);
}
