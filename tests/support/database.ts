import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { roleUrl, runSql } from "./cluster.ts";

// Runs before a test file's own imports: the file gets a database of its own, and its modules read this environment.
const superuserUrl = inject("superuserUrl");
const database = `throughline_test_${randomBytes(6).toString("hex")}`;

await cloneTemplate();
process.env["APP_URL"] = "http://127.0.0.1:3000";
process.env["APP_SECRET"] = "a secret for tests, as long as it has to be";
process.env["NEXTAUTH_URL"] = process.env["APP_URL"];
process.env["NEXTAUTH_SECRET"] = process.env["APP_SECRET"];
process.env["LOG_LEVEL"] ??= "silent";
process.env["DATABASE_URL"] = roleUrl(superuserUrl, "app_user", database);
process.env["DATABASE_OWNER_URL"] = roleUrl(superuserUrl, "app_owner", database);
process.env["TEST_DATABASE"] = database;

afterAll(async () => {
  await runSql(superuserUrl, [`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`]);
});

/** Files start at once, and Postgres copies a template for one of them at a time: 55006 means "in use, try again". */
async function cloneTemplate(triesLeft = 100): Promise<void> {
  try {
    const create = `CREATE DATABASE ${database} TEMPLATE ${inject("template")} OWNER app_owner STRATEGY wal_log`;
    const grants = `GRANT CONNECT ON DATABASE ${database} TO app_user, app_backup`;
    await runSql(superuserUrl, [create, `REVOKE ALL ON DATABASE ${database} FROM PUBLIC`, grants]);
  } catch (error) {
    if ((error as { code?: string }).code !== "55006" || triesLeft === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 50));
    await cloneTemplate(triesLeft - 1);
  }
}
