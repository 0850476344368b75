import { join } from "node:path";
import pg from "pg";
import { systemSession } from "#lib/auth/system-session.ts";
import type { Session } from "#lib/auth/types.ts";
import { adoptEnvironment } from "#lib/boot/environment.ts";
import { PROJECT_FOLDER } from "#lib/boot/places.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import {
  findCohorts,
  findRfmGrid,
  findValueOverview,
  findValueTrend,
  refreshMonths,
  refreshValue,
} from "#lib/value/index.ts";
import { startBenchServer } from "./bench-server.ts";

const LONGEST_MS = 20 * 60_000;
const MONTHS = 24;
/** Of a computation at a million customers and orders; of a page's reads. */
const TARGET_REFRESH_MS = 60_000;
const TARGET_PAGE_MS = 200;

/** `npm run bench -- value [customers]`: as many orders as customers, over two years; the computation, its repeat and the months. */
export async function benchValue(customers: number): Promise<boolean> {
  const server = await startBenchServer(join(PROJECT_FOLDER, ".data", "bench-value"));
  try {
    const { databaseUrl, ownerUrl, tenantId } = await server.freshDatabase("bench_value");
    adoptEnvironment({
      APP_URL: "http://localhost:3000",
      APP_SECRET: "not used here, but it has to be long enough",
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: "silent",
    });
    await fill(ownerUrl, tenantId, customers);
    const session = await systemSession(tenantId, "job");
    const first = await timed("first computation", () => compute(session));
    const second = await timed("the same again, nothing changed", () => compute(session));
    await timed(`${MONTHS} month ends, from the first order on`, () => refreshMonths(session));
    await timed("the months again, nothing changed", () => refreshMonths(session));
    const pages = await measurePages(session);
    return Math.max(first, second) <= TARGET_REFRESH_MS && pages <= TARGET_PAGE_MS;
  } finally {
    await server.stop();
  }
}

/** Customers who order once as a rule and some often, on any day of two years, in a workspace with a margin and a cost. */
async function fill(ownerUrl: string, tenantId: string, customers: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT app_set_tenant($1)", [tenantId]);
    await client.query("UPDATE tenant SET margin_rate = 0.4, cost_per_order_minor = 700");
    await client.query(
      `INSERT INTO customer (id, external_id)
       SELECT lpad(to_hex(n), 32, '0')::uuid, 'C' || n FROM generate_series(1, $1::int) n`,
      [customers],
    );
    await client.query(
      `INSERT INTO customer_order (id, external_id, customer_id, ordered_on, amount_minor, currency)
       SELECT lpad(to_hex(n), 32, '0')::uuid, 'O' || n,
         lpad(to_hex((1 + floor($1 * power(random(), 1.5)))::int), 32, '0')::uuid,
         date '2024-11-01' + (random() * 729)::int, 300 + (9000 * -ln(1 - random()))::int,
         (SELECT currency FROM tenant)
       FROM generate_series(1, $1::int) n`,
      [customers],
    );
    await client.query("COMMIT");
    await client.query("ANALYZE");
  } finally {
    await client.end();
  }
}

function compute(session: Session): Promise<unknown> {
  const work = (tx: TenantTx) => refreshValue(tx, session, new Date());
  return withTenant(session, "value:write", work, { timeoutMs: LONGEST_MS, isRepeatable: true });
}

async function measurePages(session: Session): Promise<number> {
  const reads = { findValueOverview, findRfmGrid, findCohorts, findValueTrend };
  const times: number[] = [];
  for (const [name, read] of Object.entries(reads)) {
    const work = () =>
      withTenant<unknown>(session, "value:read", (tx) => read(tx, session), {
        timeoutMs: LONGEST_MS,
      });
    await work();
    times.push(await timed(name, work));
  }
  return Math.max(...times);
}

async function timed(name: string, work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  const elapsedMs = performance.now() - startedMs;
  console.log(`${name}: ${Math.round(elapsedMs)} ms`);
  return elapsedMs;
}
