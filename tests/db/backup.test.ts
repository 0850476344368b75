import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, expect, inject, it } from "vitest";
import { createWorkspace } from "#lib/admin/commands/create-workspace.ts";
import { inTransaction } from "#lib/admin/owner-client.ts";
import { verifyPassword } from "#lib/auth/password.ts";
import { migrateDatabase } from "#lib/boot/migrate-database.ts";
import { admin } from "#tests/support/admin.ts";
import { roleUrl } from "#tests/support/cluster.ts";
import { fillTables } from "#tests/support/fill-tables.ts";
import { asOwner } from "#tests/support/owner.ts";
import { makeSecondDatabase, type SecondDatabase } from "#tests/support/second-database.ts";
import { withSuperuser } from "#tests/support/superuser.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "throughline-backup-"));
  folders.push(folder);
  return folder;
}

const own = () => ({
  DATABASE_BACKUP_URL: roleUrl(
    inject("superuserUrl"),
    "app_backup",
    process.env["TEST_DATABASE"] ?? "",
  ),
});
const at = ({ databaseUrl, ownerUrl, backupUrl }: SecondDatabase) => ({
  DATABASE_URL: databaseUrl,
  DATABASE_OWNER_URL: ownerUrl,
  DATABASE_BACKUP_URL: backupUrl,
});

/** Rows and md5 of every table, by a road of its own: not the one that backup and restore take. */
async function fingerprint(client: pg.Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
     AND relname NOT IN ('_prisma_migrations', 'rate_limit', 'backup_run', 'account_session') ORDER BY 1`,
  );
  const prints: Record<string, string> = {};
  for (const { name } of rows) {
    const found = await client.query<{ print: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text)), '-') AS print FROM ${pg.escapeIdentifier(name)} t`,
    );
    prints[name] = found.rows[0]?.print ?? "";
  }
  return prints;
}

async function makeBackup(...more: string[]): Promise<string> {
  const folder = newFolder();
  const run = await admin(["backup", "--to", folder, ...more, "--json"], own());
  expect(run.stderr).toBe("");
  expect(run.code).toBe(0);
  return folder;
}

describe("a backup", () => {
  it("comes back into an empty database: every row of every table, row security on; people sign in afresh", async () => {
    const tenants = [await makeTenant(), await makeTenant()];
    const { owner } = await asOwner(() =>
      inTransaction(process.env["DATABASE_OWNER_URL"] ?? "", (client) =>
        createWorkspace(client, {
          name: "Drill",
          slug: `drill-${process.pid}`,
          ownerEmail: "drill@example.com",
          password: "a password for the drill",
        }),
      ),
    );
    await withSuperuser(async (client) => {
      for (const { workspace } of tenants) await fillTables(client, workspace.id);
      await client.query(
        `INSERT INTO account_session (id, account_id, session_version, expires_at)
         SELECT gen_random_uuid(), id, session_version, now() + interval '1 day' FROM account WHERE email = $1`,
        [owner.email],
      );
    });
    const before = await withSuperuser(fingerprint);
    for (const [name, print] of Object.entries(before))
      expect(print, `${name} is filled`).not.toMatch(/^0 /);

    const folder = await makeBackup("--gzip");
    const target = await makeSecondDatabase();
    const run = await admin(["restore", "--from", folder, "--json"], at(target));
    expect(run.stderr).toBe("");
    expect(run.code).toBe(0);

    expect(await withSuperuser(fingerprint, target.superuserUrl)).toEqual(before);
    const sessions = (client: pg.Client) => client.query("SELECT 1 FROM account_session");
    expect((await withSuperuser(sessions)).rowCount).toBeGreaterThan(0);
    expect((await withSuperuser(sessions, target.superuserUrl)).rowCount).toBe(0);
    const doctor = await admin(["doctor", "--json"], {
      ...at(target),
      APP_URL: "http://localhost:3000",
    });
    expect(JSON.parse(doctor.stdout).checks).toContainEqual(
      expect.objectContaining({ name: "row security", status: "pass" }),
    );
    const user = new pg.Client({ connectionString: target.databaseUrl });
    await user.connect();
    const { rows } = await user.query("SELECT * FROM find_credentials($1)", [owner.email]);
    expect(await verifyPassword(rows[0]?.password_hash, "a password for the drill")).toBe(true);
    await expect(user.query("SELECT * FROM customer")).rejects.toThrow();
    await user.query("BEGIN");
    await user.query("SELECT app_set_tenant($1)", [tenants[0]?.workspace.id]);
    const seen = await user.query("SELECT DISTINCT tenant_id FROM customer");
    expect(seen.rows).toEqual([{ tenant_id: tenants[0]?.workspace.id }]);
    await user.end();
  });

  it("brings back tables that point at each other in a circle", async () => {
    const circle = `
      CREATE TABLE hen (tenant_id uuid NOT NULL, id uuid NOT NULL, egg_id uuid NOT NULL, PRIMARY KEY (tenant_id, id));
      CREATE TABLE egg (tenant_id uuid NOT NULL, id uuid NOT NULL, hen_id uuid NOT NULL, PRIMARY KEY (tenant_id, id));
      ALTER TABLE hen ENABLE ROW LEVEL SECURITY; ALTER TABLE hen FORCE ROW LEVEL SECURITY;
      ALTER TABLE egg ENABLE ROW LEVEL SECURITY; ALTER TABLE egg FORCE ROW LEVEL SECURITY;
      CREATE POLICY tenant_isolation ON hen USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant());
      CREATE POLICY tenant_isolation ON egg USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant());`;
    const keys = `
      ALTER TABLE hen NO FORCE ROW LEVEL SECURITY; ALTER TABLE egg NO FORCE ROW LEVEL SECURITY;
      ALTER TABLE hen ADD CONSTRAINT hen_of FOREIGN KEY (tenant_id, egg_id) REFERENCES egg (tenant_id, id);
      ALTER TABLE egg ADD CONSTRAINT egg_of FOREIGN KEY (tenant_id, hen_id) REFERENCES hen (tenant_id, id);
      ALTER TABLE hen FORCE ROW LEVEL SECURITY; ALTER TABLE egg FORCE ROW LEVEL SECURITY`;
    const [from, to] = [await makeSecondDatabase(), await makeSecondDatabase()];
    const build = (url: string, rows: string) =>
      withSuperuser(async (client) => {
        await client.query("SET ROLE app_owner");
        await client.query(circle);
        await client.query("RESET ROLE");
        await client.query(rows);
        await client.query("SET ROLE app_owner");
        await client.query(keys);
      }, url);
    const [hen, egg] = ["gen_random_uuid()", "gen_random_uuid()"];
    await build(
      from.superuserUrl,
      `WITH made AS (SELECT ${hen} AS t, ${egg} AS h, gen_random_uuid() AS e), hens AS (INSERT INTO hen SELECT t, h, e FROM made)
       INSERT INTO egg SELECT t, e, h FROM made`,
    );
    await build(to.superuserUrl, "SELECT 1");
    const folder = newFolder();
    expect((await admin(["backup", "--to", folder], at(from))).stderr).toBe("");
    expect((await admin(["restore", "--from", folder], at(to))).stderr).toBe("");
    const keysThere = await withSuperuser(
      (client) =>
        client.query(
          "SELECT conname FROM pg_constraint WHERE conname IN ('hen_of', 'egg_of') AND convalidated AND NOT condeferrable",
        ),
      to.superuserUrl,
    );
    expect(keysThere.rowCount).toBe(2);
  });

  it("is remembered with its time and size, and its files can be checked alone", async () => {
    const folder = await makeBackup();
    const { rows } = await asOwner((client) =>
      client.query("SELECT version, row_count FROM backup_run ORDER BY made_at DESC LIMIT 1"),
    );
    const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
    const total = manifest.tables.reduce(
      (sum: number, table: { rows: number }) => sum + table.rows,
      0,
    );
    expect(rows).toEqual([{ version: manifest.version, row_count: String(total) }]);
    const run = await admin(["restore", "--from", folder, "--verify", "--json"]);
    expect(JSON.parse(run.stdout)).toMatchObject({ rows: total });
  });

  it("does not write into a folder that holds something", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "note"), "mine");
    const run = await admin(["backup", "--to", folder], own());
    expect(run).toMatchObject({ code: 1, stdout: "" });
    expect(run.stderr).toContain("is not empty");
  });
});

describe("a restore", () => {
  it("lets imports, undos and exports go on that had not ended and computes anew, save in a workspace that waits for its end", async () => {
    const [{ workspace }, closing] = [await makeTenant(), await makeTenant()];
    await withSuperuser(async (client) => {
      await client.query(
        "UPDATE tenant SET delete_after = now() + interval '1 day' WHERE id = $1",
        [closing.workspace.id],
      );
      for (const status of ["queued", "running", "undoing", "succeeded"])
        await client.query(
          `INSERT INTO import (tenant_id, id, kind, status, origin, file_name, content_key, bytes_total)
           SELECT id, gen_random_uuid(), 'orders', $3::text, 'api', 'orders.csv', $3::text, 1 FROM tenant WHERE id IN ($1, $2)`,
          [workspace.id, closing.workspace.id, status],
        );
      await client.query(
        "INSERT INTO workspace_export (tenant_id, id) SELECT id, gen_random_uuid() FROM tenant WHERE id IN ($1, $2)",
        [workspace.id, closing.workspace.id],
      );
    });
    const target = await makeSecondDatabase();
    const run = await admin(["restore", "--from", await makeBackup()], at(target));
    expect(run).toMatchObject({ code: 0, stderr: "" });
    const jobs = await withSuperuser(
      (client) =>
        client.query<{ work: string; tenant: string }>(
          `SELECT coalesce(i.status, j.name) AS work, j.data ->> 'tenantId' AS tenant FROM pgboss.job j
           LEFT JOIN import i ON i.id::text = j.data ->> 'importId'
           WHERE j.data ->> 'tenantId' IN ($1, $2) ORDER BY 1`,
          [workspace.id, closing.workspace.id],
        ),
      target.superuserUrl,
    );
    expect(jobs.rows).toEqual(
      [
        ...["customers.profile", "queued", "running", "segments.refresh", "undoing"],
        ...["value.refresh", "workspace.export"],
      ].map((work) => ({
        work,
        tenant: workspace.id,
      })),
    );
  });

  it("refuses a database that is not empty", async () => {
    await makeTenant();
    const run = await admin(["restore", "--from", await makeBackup()], own());
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("The database is not empty");
  });

  it("refuses a backup of other migrations", async () => {
    const folder = await makeBackup();
    const target = await makeSecondDatabase();
    const file = join(folder, "manifest.json");
    const manifest = JSON.parse(readFileSync(file, "utf8"));
    manifest.migrations.pop();
    writeFileSync(file, JSON.stringify(manifest));
    const run = await admin(["restore", "--from", folder], at(target));
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("restore it with that version");
  });

  it("refuses a file that was changed, and keeps nothing", async () => {
    await makeTenant();
    const folder = await makeBackup();
    appendFileSync(join(folder, "account.copy"), "x");
    const target = await makeSecondDatabase();
    const run = await admin(["restore", "--from", folder], at(target));
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("account.copy is not as it was written.");
    const left = await withSuperuser(
      (client) => client.query("SELECT 1 FROM tenant"),
      target.superuserUrl,
    );
    expect(left.rowCount).toBe(0);
  });

  it("refuses a folder without a manifest, and one that is none of ours", async () => {
    const folder = newFolder();
    expect((await admin(["restore", "--from", folder, "--verify"])).stderr).toContain(
      "is no finished backup",
    );
    writeFileSync(join(folder, "manifest.json"), "{}");
    expect((await admin(["restore", "--from", folder, "--verify"])).stderr).toContain("is damaged");
  });

  it("asks for the role that may copy rows", async () => {
    const run = await admin(["backup", "--to", newFolder()]);
    expect(run.stderr).toContain("DATABASE_BACKUP_URL is missing");
    expect(await migrateDatabase(process.env["DATABASE_OWNER_URL"] ?? "")).toEqual([]);
  });
});
