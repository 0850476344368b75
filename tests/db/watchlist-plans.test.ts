import type pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { watchAddress } from "#lib/defection/filter.ts";
import { findOpenCase, findWatchRun, listWatched } from "#lib/defection/index.ts";
import { asOwner } from "#tests/support/owner.ts";
import { sequentialScans } from "#tests/support/scans.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { addWatchRun } from "#tests/support/watchlist.ts";

const CUSTOMERS = 20_000;
const TABLES = ["clv_score", "defection_case", "signal"];

let session: Session;
let customerId: string;

beforeAll(async () => {
  ({ session } = await makeTenant());
  const runId = await addWatchRun(session, new Map());
  await asOwner(async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT app_set_tenant($1)", [session.workspace.id]);
    await client.query(
      `INSERT INTO customer (id, external_id) SELECT gen_random_uuid(), 'C' || n FROM generate_series(1, $1::int) n`,
      [CUSTOMERS],
    );
    await client.query(
      `INSERT INTO customer_order (id, external_id, customer_id, ordered_on, amount_minor, currency)
       SELECT gen_random_uuid(), c.id || '-' || n, c.id, date '2026-10-01' - 40 * n, 1000, 'EUR'
       FROM customer c CROSS JOIN generate_series(1, 3) n`,
    );
    await client.query(
      `INSERT INTO clv_score (run_id, customer_id, value_minor, tier, p_alive, at_risk_minor)
       SELECT $1, id, 1000 + n, 1 + n % 4, 0.5, 500 + n FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM customer) c`,
      [runId],
    );
    await client.query(
      `INSERT INTO defection_case (id, customer_id, currency, outcome, closed_at)
       SELECT gen_random_uuid(), customer_id, 'EUR', CASE WHEN tier > 1 THEN 'saved' END, CASE WHEN tier > 1 THEN now() END
       FROM clv_score WHERE value_minor % 10 = 0`,
    );
    await addTraces(client);
    await client.query("COMMIT");
    await client.query("ANALYZE");
  });
  const found = await withTenant(session, "customer:read", (tx) =>
    tx.customer.findFirst({ where: { externalId: "C7" }, select: { id: true } }),
  );
  customerId = found?.id ?? "";
}, 120_000);

/** What reasons are made from: a survey, a complaint and a return of every other customer. */
async function addTraces(client: pg.Client): Promise<void> {
  const sourceId = uuidv7();
  await client.query("INSERT INTO data_source (id, name, kind) VALUES ($1, 'Survey', 'survey')", [
    sourceId,
  ]);
  const half = "FROM customer WHERE right(external_id, 1)::int % 2 = 0";
  await client.query(
    `INSERT INTO signal (id, source_id, external_id, customer_id, audience, occurred_on, score, scale_min, scale_max)
     SELECT gen_random_uuid(), $1, external_id, id, 'customer', date '2026-09-01', 3, 0, 10 ${half}`,
    [sourceId],
  );
  await client.query(
    `INSERT INTO complaint (id, source_id, external_id, customer_id, received_on)
     SELECT gen_random_uuid(), $1, external_id, id, date '2026-09-01' ${half}`,
    [sourceId],
  );
  await client.query(
    `INSERT INTO order_return (id, external_id, customer_id, returned_on, amount_minor, currency)
     SELECT gen_random_uuid(), external_id, id, date '2026-09-01', 100, 'EUR' ${half}`,
  );
}

/** The first page of the list at an address, and the one after it. */
async function twoPages(tx: Parameters<typeof findWatchRun>[0], address: string) {
  const run = await findWatchRun(tx);
  if (typeof run === "string") throw new Error("There is a run.");
  const query = watchAddress.read(new URLSearchParams(address));
  const { next, items } = await listWatched(tx, session, { run, query }, { limit: 50 });
  expect(items).toHaveLength(50);
  await listWatched(tx, session, { run, query }, { after: next, limit: 50 });
}

it.each(["", "case=none", "tier=2"])(
  "the watch list at '%s' reads no table from end to end",
  async (address) => {
    expect(await sequentialScans(session, (tx) => twoPages(tx, address), TABLES)).toEqual([]);
  },
);

it.each(["case=saved", "case=open", "case=none&case=open"])(
  "the watch list at '%s' reads nothing from end to end but the cases, which are few",
  async (address) => {
    const scans = await sequentialScans(session, (tx) => twoPages(tx, address), TABLES);
    expect(scans.filter((table) => table !== "defection_case")).toEqual([]);
  },
);

it("the open case of a customer reads no table from end to end", async () => {
  const scans = sequentialScans(session, (tx) => findOpenCase(tx, session, customerId), TABLES);
  expect(await scans).toEqual([]);
});
