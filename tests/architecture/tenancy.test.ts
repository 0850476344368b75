import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

const CATALOG = readFileSync(
  join(import.meta.dirname, "..", "..", "prisma", "tenancy-catalog.sql"),
  "utf8",
);

type Fault = { problem: string; object: string };
type Planted = Fault & { sql: string };

/** One of each kind of fault, planted in a transaction that is rolled back. */
const FAULTS: readonly Planted[] = [
  {
    problem: "table without tenant_id is not allow-listed",
    object: "secret",
    sql: "CREATE TABLE secret (id uuid PRIMARY KEY); ALTER TABLE secret ENABLE ROW LEVEL SECURITY; ALTER TABLE secret FORCE ROW LEVEL SECURITY",
  },
  {
    problem: "tenant_id is not a uuid that is always set",
    object: "customer_value",
    sql: "ALTER TABLE customer_value DROP CONSTRAINT customer_value_pkey; ALTER TABLE customer_value ALTER tenant_id DROP NOT NULL",
  },
  {
    problem: "row security is not enabled",
    object: "customer",
    sql: "ALTER TABLE customer DISABLE ROW LEVEL SECURITY",
  },
  {
    problem: "row security is not enabled",
    object: "account",
    sql: "ALTER TABLE account DISABLE ROW LEVEL SECURITY",
  },
  {
    problem: "row security is not forced",
    object: "customer",
    sql: "ALTER TABLE customer NO FORCE ROW LEVEL SECURITY",
  },
  { problem: "no policy", object: "customer", sql: "DROP POLICY tenant_isolation ON customer" },
  {
    problem: "more than one permissive policy",
    object: "customer",
    sql: "CREATE POLICY wide ON customer TO app_user USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant())",
  },
  {
    problem: "policy does not cover every command",
    object: "customer.tenant_isolation",
    sql: "DROP POLICY tenant_isolation ON customer; CREATE POLICY tenant_isolation ON customer FOR SELECT USING (tenant_id = app_tenant())",
  },
  {
    problem: "policy does not read tenant_id = app_tenant() in USING",
    object: "customer.tenant_isolation",
    sql: "ALTER POLICY tenant_isolation ON customer USING (true)",
  },
  {
    problem: "policy does not read tenant_id = app_tenant() in WITH CHECK",
    object: "customer.tenant_isolation",
    sql: "DROP POLICY tenant_isolation ON customer; CREATE POLICY tenant_isolation ON customer USING (tenant_id = app_tenant())",
  },
  {
    problem: "unique key does not start with tenant_id",
    object: "global_key",
    sql: "CREATE UNIQUE INDEX global_key ON customer (external_id, tenant_id)",
  },
  {
    problem: "no primary key",
    object: "customer_value",
    sql: "ALTER TABLE customer_value DROP CONSTRAINT customer_value_pkey",
  },
  {
    problem: "foreign key does not start with tenant_id",
    object: "loose",
    sql: `CREATE UNIQUE INDEX crossed ON customer (id, tenant_id);
      ALTER TABLE customer_value ADD CONSTRAINT loose FOREIGN KEY (customer_id, tenant_id) REFERENCES customer (id, tenant_id)`,
  },
  {
    problem: "foreign key to a global table is not allow-listed",
    object: "owner_of",
    sql: "ALTER TABLE import ADD CONSTRAINT owner_of FOREIGN KEY (created_by) REFERENCES account (id)",
  },
  {
    problem: "foreign key changes rows by itself",
    object: "nulling",
    sql: `ALTER TABLE import ADD CONSTRAINT nulling FOREIGN KEY (tenant_id, upload_id)
      REFERENCES upload (tenant_id, id) ON DELETE SET NULL`,
  },
  {
    problem: "application may do more than read and write rows",
    object: "customer: TRUNCATE",
    sql: "GRANT TRUNCATE ON customer TO app_user",
  },
  {
    problem: "everybody may reach a table",
    object: "customer: SELECT",
    sql: "GRANT SELECT ON customer TO PUBLIC",
  },
  {
    problem: "application may reach the history of migrations",
    object: "UPDATE",
    sql: "GRANT UPDATE ON _prisma_migrations TO app_user",
  },
  {
    problem: "application may make things in a schema",
    object: "public",
    sql: "GRANT CREATE ON SCHEMA public TO app_user",
  },
  {
    problem: "definer function has no fixed search_path",
    object: "find_credentials(text)",
    sql: "ALTER FUNCTION find_credentials(text) RESET search_path",
  },
  {
    problem: "definer function may be called by everybody",
    object: "find_credentials(text)",
    sql: "GRANT EXECUTE ON FUNCTION find_credentials(text) TO PUBLIC",
  },
  {
    problem: "definer function does not belong to app_definer",
    object: "find_credentials(text)",
    sql: "ALTER FUNCTION find_credentials(text) OWNER TO app_owner",
  },
  {
    problem: "application owns a table, view or sequence",
    object: "customer",
    sql: "ALTER TABLE customer OWNER TO app_user",
  },
  {
    problem: "application owns a function",
    object: "app_tenant()",
    sql: "ALTER FUNCTION app_tenant() OWNER TO app_user",
  },
  {
    problem: "application owns a schema",
    object: "own",
    sql: "CREATE SCHEMA own AUTHORIZATION app_user",
  },
  {
    problem: "role has powers past row security",
    object: "app_user",
    sql: "ALTER ROLE app_user BYPASSRLS",
  },
  {
    problem: "role has powers past row security",
    object: "app_owner",
    sql: "ALTER ROLE app_owner SUPERUSER",
  },
  {
    problem: "role of definer functions can sign in",
    object: "app_definer",
    sql: "ALTER ROLE app_definer LOGIN",
  },
  {
    problem: "owner inherits the rights of definer functions",
    object: "app_owner",
    sql: "ALTER ROLE app_owner INHERIT",
  },
  {
    problem: "application may act as another role",
    object: "app_definer",
    sql: "GRANT app_definer TO app_user",
  },
  {
    problem: "enum type instead of text and CHECK",
    object: "mood",
    sql: "CREATE TYPE mood AS ENUM ('good', 'bad')",
  },
  {
    problem: "trigger",
    object: "sly",
    sql: "CREATE TRIGGER sly BEFORE UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
  },
  {
    problem: "materialised view has no row security",
    object: "rollup",
    sql: "CREATE MATERIALIZED VIEW rollup AS SELECT 1 AS one",
  },
  {
    problem: "view reads with the rights of its owner",
    object: "wide",
    sql: "CREATE VIEW wide AS SELECT id FROM customer",
  },
];

let superuser: pg.Client;

beforeAll(async () => {
  const url = new URL(inject("superuserUrl"));
  url.pathname = `/${process.env["TEST_DATABASE"]}`;
  superuser = new pg.Client({ connectionString: url.href });
  await superuser.connect();
});
afterAll(() => superuser.end());

async function findings(): Promise<Fault[]> {
  return (await superuser.query<Fault>(CATALOG)).rows;
}

describe("the tenancy catalog", () => {
  it("finds nothing wrong after the migrations", async () => {
    expect(await findings()).toEqual([]);
  });

  it("knows every kind of fault that it can report", () => {
    const reported = [...CATALOG.matchAll(/SELECT '([^']+)'/g)].map((match) => match[1]);
    expect(new Set(FAULTS.map(({ problem }) => problem))).toEqual(new Set(reported));
  });

  it.each(FAULTS)("reports $problem ($object)", async ({ sql, problem, object }) => {
    await superuser.query("BEGIN");
    try {
      await superuser.query(sql);
      expect(await findings()).toContainEqual({ problem, object });
    } finally {
      await superuser.query("ROLLBACK");
    }
  });
});
