import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withTenant } from "#lib/db/with-tenant.ts";
import { asOwner } from "#tests/support/owner.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

/** Transactions per workspace, on fewer connections than run at once, so that each is used by both. */
const TRANSACTIONS = 3_000;
const CONNECTIONS = 3;
const CUSTOMERS = 20;

let pool: pg.Pool;
const tenants: TestTenant[] = [];

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: CONNECTIONS });
  for (let count = 0; count < 2; count += 1) tenants.push(await fillTenant());
});
afterAll(() => pool.end());

async function fillTenant(): Promise<TestTenant> {
  const tenant = await makeTenant();
  const { workspace } = tenant;
  await asOwner(async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT app_set_tenant($1)", [workspace.id]);
    await client.query(
      "INSERT INTO customer (tenant_id, id, external_id) SELECT $1, gen_random_uuid(), 'C' || n FROM generate_series(1, $2) n",
      [workspace.id, CUSTOMERS],
    );
    await client.query("COMMIT");
  });
  return tenant;
}

/** How a transaction says whose it is. */
type Enter = (client: pg.PoolClient, tenantId: string) => Promise<unknown>;

const bySetLocal: Enter = (client, tenantId) =>
  client.query("SELECT app_set_tenant($1)", [tenantId]);
const bySession: Enter = (client, tenantId) =>
  client.query("SELECT set_config('app.tenant_id', $1, false)", [tenantId]);

/** Ways a transaction can go wrong in the middle; the connection goes back to the pool all the same. */
const ERRORS = [
  "SELECT 1 / 0",
  "SELECT * FROM nowhere",
  "SELECT pg_sleep(0.05)",
  "INSERT INTO customer (id) VALUES (NULL)",
];

/** Rows of another workspace that a transaction saw, and rows of its own that it missed. */
async function wrongRows(enter: Enter, tenantId: string, index: number): Promise<number> {
  const client = await pool.connect();
  // Some code paths forget; row security must not show them anything either.
  const isForgotten = index % 4 === 3;
  let wrong = 0;
  try {
    await client.query("BEGIN");
    if (!isForgotten) await enter(client, tenantId);
    if (index % 7 === 0) await client.query("SET LOCAL statement_timeout = 20");
    const { rows } = await client.query<{ tenant_id: string }>("SELECT tenant_id FROM customer");
    const own = rows.filter((row) => row.tenant_id === tenantId).length;
    wrong = rows.length - own + (isForgotten ? own : CUSTOMERS - own);
    if (index % 5 === 0) await client.query(ERRORS[index % ERRORS.length] ?? "");
    await client.query("COMMIT");
  } catch {
    await client.query("ROLLBACK");
  } finally {
    client.release();
  }
  return wrong;
}

async function fuzz(enter: Enter, transactions: number): Promise<number> {
  const jobs = Array.from({ length: transactions }, (_, index) =>
    tenants.map(({ workspace }) => wrongRows(enter, workspace.id, index)),
  );
  const wrong = await Promise.all(jobs.flat());
  return wrong.filter((count) => count > 0).length;
}

describe("two workspaces on the same few connections", () => {
  it("never see each other's rows, whatever goes wrong in between", {
    timeout: 60_000,
  }, async () => {
    expect(await fuzz(bySetLocal, TRANSACTIONS)).toBe(0);
  });

  it("would see them with a session-wide setting: the fuzz can tell", {
    timeout: 60_000,
  }, async () => {
    expect(await fuzz(bySession, 500)).toBeGreaterThan(0);
  });

  it("never see each other's rows through the door either", { timeout: 60_000 }, async () => {
    const count = async ({ session }: TestTenant, index: number) => {
      const seen: string[] = [];
      const work = withTenant(session, "customer:read", async (tx) => {
        const rows = await tx.customer.findMany({ select: { tenantId: true } });
        seen.push(...rows.map((row) => row.tenantId));
        if (index % 5 === 0) throw new Error("something went wrong in between");
      });
      await work.catch(() => undefined);
      return (
        seen.filter((id) => id !== session.workspace.id).length + Math.abs(CUSTOMERS - seen.length)
      );
    };
    const jobs = Array.from({ length: 300 }, (_, index) =>
      tenants.map((tenant) => count(tenant, index)),
    );
    expect((await Promise.all(jobs.flat())).filter((wrong) => wrong > 0)).toEqual([]);
  });

  it("find nothing but an error when nobody said whose transaction it is", async () => {
    const fresh = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
    await fresh.connect();
    await expect(fresh.query("SELECT * FROM customer")).rejects.toThrow("app.tenant_id");
    await fresh.end();
  });

  it("leave a connection clean when a statement times out", async () => {
    const single = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 1 });
    const client = await single.connect();
    await client.query("BEGIN");
    await bySetLocal(client, tenants[0]?.workspace.id ?? "");
    await client.query("SET LOCAL statement_timeout = 20");
    await expect(client.query("SELECT pg_sleep(1)")).rejects.toMatchObject({ code: "57014" });
    await client.query("ROLLBACK");
    client.release();
    await expect(single.query("SELECT * FROM customer")).rejects.toThrow();
    await single.end();
  });
});
