import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import pg from "pg";
import { newIds } from "#lib/db/new-ids.ts";

/** The same chunk as the import's. */
const CHUNK_ROWS = 5_000;

/**
 * `node … tests/bench/import-floor.ts <file> <tenant id>`: the least that an import of orders can do on this machine: the
 * same chunks, `unnest` and upserts under row security, without validation, ledger, rejects or progress.
 */
const [file = "", tenantId = ""] = process.argv.slice(2);
const client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
await client.connect();

const CUSTOMERS = `
  INSERT INTO customer (tenant_id, id, external_id)
  SELECT $1::uuid, * FROM unnest($2::uuid[], $3::text[]) ON CONFLICT (tenant_id, external_id) DO NOTHING`;
const ORDERS = `
  INSERT INTO customer_order AS o (tenant_id, id, external_id, customer_id, ordered_on, quantity, amount_minor, currency)
  SELECT $1::uuid, r.id, r.external_id, c.id, r.ordered_on, r.quantity, r.amount, 'EUR'
  FROM unnest($2::uuid[], $3::text[], $4::text[], $5::date[], $6::int[], $7::bigint[]) AS r (id, external_id, customer, ordered_on, quantity, amount)
  JOIN customer c ON c.tenant_id = $1::uuid AND c.external_id = r.customer
  ON CONFLICT (tenant_id, external_id) DO UPDATE SET customer_id = excluded.customer_id, ordered_on = excluded.ordered_on,
    quantity = excluded.quantity, amount_minor = excluded.amount_minor
  WHERE o.tenant_id = $1::uuid AND (o.customer_id, o.ordered_on, o.quantity, o.amount_minor)
    IS DISTINCT FROM (excluded.customer_id, excluded.ordered_on, excluded.quantity, excluded.amount_minor)`;

const startedMs = performance.now();
let rows = 0;
let writing: Promise<void> = Promise.resolve();
let chunk: string[][] = [];
let isHeader = true;
for await (const line of createInterface({
  input: createReadStream(file, { highWaterMark: 1 << 20 }),
})) {
  if (isHeader) {
    isHeader = false;
    continue;
  }
  chunk.push(line.split(","));
  if (chunk.length === CHUNK_ROWS) await handOver();
}
if (chunk.length > 0) await handOver();
await writing;
process.stdout.write(`${JSON.stringify({ rows, elapsedMs: performance.now() - startedMs })}\n`);
await client.end();

/** While one chunk is being written the next is being read. */
async function handOver(): Promise<void> {
  const full = chunk;
  chunk = [];
  await writing;
  rows += full.length;
  writing = write(full);
  writing.catch(() => undefined);
}

async function write(records: readonly string[][]): Promise<void> {
  const column = (at: number) => records.map((record) => record[at] ?? "");
  const customers = [...new Set(column(1))];
  const amounts = column(4).map((text) => Math.round(Number(text) * 100));
  await client.query("BEGIN");
  await client.query("SELECT app_set_tenant($1), set_config('synchronous_commit', 'off', true)", [
    tenantId,
  ]);
  await client.query(CUSTOMERS, [tenantId, newIds(customers.length), customers]);
  await client.query(ORDERS, [
    tenantId,
    newIds(records.length),
    column(0),
    column(1),
    column(2),
    column(3),
    amounts,
  ]);
  await client.query("COMMIT");
}
