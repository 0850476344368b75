import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import pg from "pg";
import { newIds } from "#lib/db/new-ids.ts";

/** The same chunk as the import's. */
const CHUNK_ROWS = 5_000;

/**
 * `node … tests/bench/import-floor.ts <kind> <file> <tenant id>`: the least that an import can do on this machine: the
 * same chunks, `unnest` and upserts under row security, without validation, ledger, rejects or progress.
 */
const [kind = "", file = "", tenantId = ""] = process.argv.slice(2);
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

const SIGNALS = `
  INSERT INTO signal AS s (tenant_id, id, source_id, external_id, customer_id, audience, occurred_on, metric, score, scale_min,
    scale_max, higher_is_better, body, touchpoint_id)
  SELECT $1::uuid, r.id, $9::uuid, r.external_id, c.id, 'customer', r.occurred_on, 'nps', r.score, 0, 10, true, r.body, p.id
  FROM unnest($2::uuid[], $3::text[], $4::text[], $5::date[], $6::float8[], $7::text[], $8::text[])
    AS r (id, external_id, customer, occurred_on, score, body, touchpoint)
  JOIN customer c ON c.tenant_id = $1::uuid AND c.external_id = r.customer
  JOIN touchpoint p ON p.tenant_id = $1::uuid AND p.name = r.touchpoint
  ON CONFLICT (tenant_id, source_id, external_id) DO UPDATE SET customer_id = excluded.customer_id,
    occurred_on = excluded.occurred_on, score = excluded.score, body = excluded.body, touchpoint_id = excluded.touchpoint_id
  WHERE s.tenant_id = $1::uuid AND (s.customer_id, s.occurred_on, s.score, s.body, s.touchpoint_id)
    IS DISTINCT FROM (excluded.customer_id, excluded.occurred_on, excluded.score, excluded.body, excluded.touchpoint_id)`;
const TOUCHPOINTS = `
  INSERT INTO touchpoint (tenant_id, id, name)
  SELECT $1::uuid, * FROM unnest($2::uuid[], $3::text[]) ON CONFLICT DO NOTHING`;
const [sourceId = ""] = newIds(1);

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
  await client.query("BEGIN");
  await client.query("SELECT app_set_tenant($1), set_config('synchronous_commit', 'off', true)", [
    tenantId,
  ]);
  await client.query(CUSTOMERS, [tenantId, newIds(customers.length), customers]);
  if (kind === "signals") await writeSignals(column, records.length);
  else await writeOrders(column, records.length);
  await client.query("COMMIT");
}

type Column = (at: number) => string[];

async function writeOrders(column: Column, count: number): Promise<void> {
  const amounts = column(4).map((text) => Math.round(Number(text) * 100));
  await client.query(ORDERS, [
    tenantId,
    newIds(count),
    column(0),
    column(1),
    column(2),
    column(3),
    amounts,
  ]);
}

async function writeSignals(column: Column, count: number): Promise<void> {
  const touchpoints = [...new Set(column(6))];
  await client.query(
    `INSERT INTO data_source (tenant_id, id, name, kind) VALUES ($1, $2, 'Floor', 'survey') ON CONFLICT DO NOTHING`,
    [tenantId, sourceId],
  );
  await client.query(TOUCHPOINTS, [tenantId, newIds(touchpoints.length), touchpoints]);
  await client.query(SIGNALS, [
    tenantId,
    newIds(count),
    column(0),
    column(1),
    column(2),
    column(4),
    column(5),
    column(6),
    sourceId,
  ]);
}
