import pg from "pg";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { admin } from "#tests/support/admin.ts";
import { roleUrl, runSql } from "#tests/support/cluster.ts";

const ROLES = {
  DATABASE_URL: "app_user",
  DATABASE_OWNER_URL: "app_owner",
  DATABASE_BACKUP_URL: "app_backup",
} as const;

describe("bootstrap", () => {
  it("prints the SQL of the roles, with the passwords of the addresses that are set", async () => {
    const { stdout, code } = await admin(["bootstrap", "--print"]);
    expect(code).toBe(0);
    for (const role of ["app_owner", "app_user", "app_definer", "app_backup"])
      expect(stdout).toContain(`CREATE ROLE ${role}`);
    expect(stdout).toContain(`CREATE DATABASE "${process.env["TEST_DATABASE"]}" OWNER app_owner;`);
    expect(stdout).toContain("PASSWORD 'throw-away'");
  });

  it("prints the password of each role's own address, and makes up those that are not set", async () => {
    const addresses = Object.fromEntries(
      Object.entries(ROLES).map(([name, role]) => [
        name,
        `postgresql://${role}:${role}%20%2F%27s@127.0.0.1:5432/throughline`,
      ]),
    );
    const { stdout, code } = await admin(["bootstrap", "--print"], addresses);
    expect(code).toBe(0);
    for (const role of Object.values(ROLES))
      expect(stdout).toMatch(new RegExp(`ALTER ROLE ${role} .* PASSWORD '${role} /''s'`));
    const without = await admin(["bootstrap", "--print"], {
      ...addresses,
      DATABASE_BACKUP_URL: "",
    });
    expect(without.stdout).toMatch(/ALTER ROLE app_backup .* PASSWORD '[\w-]{20,}'/);
  });

  it("makes a new database for roles that are there and lets all three sign in as before", async () => {
    const superuserUrl = inject("superuserUrl");
    const database = `throughline_bootstrap_${process.pid}`;
    onTestFinished(() =>
      runSql(superuserUrl, [`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`]),
    );
    const addresses = Object.fromEntries(
      Object.entries(ROLES).map(([name, role]) => [name, roleUrl(superuserUrl, role, database)]),
    );
    const run = await admin(["bootstrap", "--superuser-url", superuserUrl, "--json"], addresses);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(run.stdout)).toEqual(addresses);
    for (const connectionString of Object.values(addresses)) {
      const client = new pg.Client({ connectionString });
      await client.connect();
      await client.end();
    }
  });
});
