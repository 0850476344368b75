import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { admin } from "#tests/support/admin.ts";
import { roleUrl } from "#tests/support/cluster.ts";
import { fillTables } from "#tests/support/fill-tables.ts";
import { makeSecondDatabase, type SecondDatabase } from "#tests/support/second-database.ts";
import { withSuperuser } from "#tests/support/superuser.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const parent = mkdtempSync(join(tmpdir(), "throughline-restore-"));
const folder = join(parent, "backup");
afterAll(() => rmSync(parent, { recursive: true, force: true }));

let tables: string[] = [];
beforeAll(async () => {
  const { workspace } = await makeTenant();
  await withSuperuser((client) => fillTables(client, workspace.id));
  const run = await admin(["backup", "--to", folder], {
    DATABASE_BACKUP_URL: roleUrl(
      inject("superuserUrl"),
      "app_backup",
      process.env["TEST_DATABASE"] ?? "",
    ),
  });
  expect(run).toMatchObject({ code: 0, stderr: "" });
  tables = await withSuperuser(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
       AND relname <> '_prisma_migrations' ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  });
});

const restore = ({ databaseUrl, ownerUrl, backupUrl }: SecondDatabase) =>
  admin(["restore", "--from", folder], {
    DATABASE_URL: databaseUrl,
    DATABASE_OWNER_URL: ownerUrl,
    DATABASE_BACKUP_URL: backupUrl,
  });

function run(target: SecondDatabase, sql: string): Promise<unknown> {
  return withSuperuser((client) => client.query(sql), target.superuserUrl);
}

async function tablesWithRows({ superuserUrl }: SecondDatabase): Promise<string[]> {
  return withSuperuser(async (client) => {
    const found: string[] = [];
    for (const name of tables) {
      const { rowCount } = await client.query(`SELECT 1 FROM ${pg.escapeIdentifier(name)} LIMIT 1`);
      if (rowCount) found.push(name);
    }
    return found;
  }, superuserUrl);
}

describe("a restore into a database that does not keep workspaces apart", () => {
  it.each([
    [
      "row security is not enabled",
      "ALTER TABLE customer DISABLE ROW LEVEL SECURITY",
      "ALTER TABLE customer ENABLE ROW LEVEL SECURITY",
    ],
    [
      "row security is not forced",
      "ALTER TABLE customer NO FORCE ROW LEVEL SECURITY",
      "ALTER TABLE customer FORCE ROW LEVEL SECURITY",
    ],
    [
      "no policy",
      "DROP POLICY tenant_isolation ON customer",
      "CREATE POLICY tenant_isolation ON customer USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant())",
    ],
  ])("loads no row (%s), and loads all once that is mended", async (problem, open, close) => {
    const target = await makeSecondDatabase();
    await run(target, open);
    const refused = await restore(target);
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toContain(`customer: ${problem}`);
    expect(refused.stderr).toContain("Nothing was loaded.");
    expect(await tablesWithRows(target)).toEqual([]);

    await run(target, close);
    expect(await restore(target)).toMatchObject({ code: 0, stderr: "" });
    expect(await tablesWithRows(target)).toContain("customer");
  });
});

describe("a restore that fails", () => {
  it("leaves the database empty when the rows are in and jobs cannot be asked for, and can be tried again", async () => {
    const target = await makeSecondDatabase();
    await run(
      target,
      "ALTER TABLE pgboss.job ADD CONSTRAINT full_up CHECK (name <> 'value.refresh')",
    );
    const broken = await restore(target);
    expect(broken).toMatchObject({ code: 1, stdout: "" });
    expect(broken.stderr).toContain("The database is empty again.");
    expect(await tablesWithRows(target)).toEqual([]);

    await run(target, "ALTER TABLE pgboss.job DROP CONSTRAINT full_up");
    expect(await restore(target)).toMatchObject({ code: 0, stderr: "" });
    expect(await tablesWithRows(target)).toContain("customer");
  });

  it("does not start beside another one into the same database", async () => {
    const target = await makeSecondDatabase();
    const other = new pg.Client({ connectionString: target.ownerUrl });
    await other.connect();
    await other.query("SELECT pg_advisory_lock(hashtext('throughline:restore'))");
    const refused = await restore(target);
    await other.end();
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toContain("Another restore into this database is under way.");
    expect(await tablesWithRows(target)).toEqual([]);
  });
});
