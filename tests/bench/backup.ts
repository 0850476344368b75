import { mkdirSync, openSync, readdirSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { copyOutSql, listTables } from "#lib/admin/backup/backed-up-tables.ts";
import { copyOut } from "#lib/admin/backup/copy-out.ts";
import { makeBackup } from "#lib/admin/backup/make-backup.ts";
import type { Manifest } from "#lib/admin/backup/manifest.ts";
import { restoreBackup } from "#lib/admin/backup/restore-backup.ts";
import type { DatabaseUrls } from "#lib/boot/embedded-database.ts";
import { PROJECT_FOLDER } from "#lib/boot/places.ts";
import { TEST_PASSWORD } from "#tests/support/cluster.ts";
import { startBenchServer } from "./bench-server.ts";

const ORDERS_PER_CUSTOMER = 5;

/** `npm run bench -- backup [rows]`: a workspace saved and loaded into an empty database, beside the least that takes. */
export async function benchBackup(rows: number): Promise<boolean> {
  const server = await startBenchServer(join(PROJECT_FOLDER, ".data", "bench"));
  try {
    const from = await server.freshDatabase("bench_backup");
    await fill(from, from.tenantId, rows);
    console.log(
      `a workspace with ${rows} orders of ${Math.ceil(rows / ORDERS_PER_CUSTOMER)} customers`,
    );
    const floor = await timed(() => copyAlone(backupUrlOf(from), join(server.folder, "floor")));
    report("floor: COPY of each table to a file, no order, no checksum", floor, floor);
    const plain = join(server.folder, "plain");
    const saved = await save(from, plain, false);
    report("backup", saved, floor);
    report("backup, compressed", await save(from, join(server.folder, "packed"), true), floor);
    const to = await server.emptyDatabase("bench_restore");
    const restored = await timed(() =>
      restoreBackup({ backupUrl: backupUrlOf(to), ownerUrl: to.ownerUrl, folder: plain }),
    );
    report("restore, with every count and checksum compared before it is kept", restored, floor);
    return isEqual(saved.result, restored.result);
  } finally {
    await server.stop();
  }
}

type Timed<T> = { result: T; elapsedMs: number };

async function timed<T>(work: () => Promise<T>): Promise<Timed<T>> {
  const startedMs = performance.now();
  return { result: await work(), elapsedMs: performance.now() - startedMs };
}

function save(urls: DatabaseUrls, folder: string, isCompressed: boolean): Promise<Timed<Manifest>> {
  return timed(() => makeBackup({ backupUrl: backupUrlOf(urls), folder, isCompressed }));
}

function report(what: string, { elapsedMs }: Timed<unknown>, floor: Timed<unknown>): void {
  const times = elapsedMs / floor.elapsedMs;
  console.log(`${what}: ${(elapsedMs / 1000).toFixed(1)} s, ${times.toFixed(1)} times the floor`);
}

function isEqual(saved: Manifest, restored: Manifest): boolean {
  const rows = saved.tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = saved.tables.reduce((sum, table) => sum + table.bytes, 0);
  console.log(`${rows} rows in ${saved.tables.length} tables, ${Math.round(bytes / 1e6)} MB`);
  return restored.tables.every(({ sha256 }, at) => sha256 === saved.tables[at]?.sha256);
}

function backupUrlOf({ ownerUrl }: DatabaseUrls): string {
  const url = new URL(ownerUrl);
  url.username = "app_backup";
  url.password = TEST_PASSWORD;
  return url.href;
}

async function fill({ databaseUrl }: DatabaseUrls, tenantId: string, rows: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("BEGIN");
  await client.query("SELECT app_set_tenant($1)", [tenantId]);
  await client.query(
    `INSERT INTO customer (tenant_id, id, external_id, name, email)
     SELECT $1, md5('c' || n)::uuid, 'C-' || n, 'Customer ' || n, 'c' || n || '@example.com' FROM generate_series(0, $2::int) n`,
    [tenantId, Math.ceil(rows / ORDERS_PER_CUSTOMER)],
  );
  await client.query(
    `INSERT INTO customer_order (tenant_id, id, external_id, customer_id, ordered_on, amount_minor, currency)
     SELECT $1, md5('o' || n)::uuid, 'O-' || n, md5('c' || n / ${ORDERS_PER_CUSTOMER})::uuid, DATE '2024-01-01' + n % 700, n % 10000, 'EUR'
     FROM generate_series(0, $2::int - 1) n`,
    [tenantId, rows],
  );
  await client.query("COMMIT");
  await client.end();
}

async function copyAlone(url: string, folder: string): Promise<void> {
  mkdirSync(folder);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const table of await listTables(client)) {
    const file = openSync(join(folder, table.name), "w");
    await copyOut(client, copyOutSql({ ...table, key: [] }), (block) => {
      writeSync(file, block);
    });
  }
  await client.end();
  if (readdirSync(folder).length === 0) throw new Error("Nothing was copied.");
  rmSync(folder, { recursive: true });
}
