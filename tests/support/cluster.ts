import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { startPostgres, stopLeftover, stopPostgres } from "#lib/boot/embedded-postgres.ts";
import { migrateDatabase } from "#lib/boot/migrate-database.ts";
import { isAlive } from "#lib/boot/processes.ts";
import { bootstrapSql, databaseSql } from "#lib/boot/roles.ts";

/** A server for one run of the tests, with one migrated database to clone from. */
export type TestCluster = {
  superuserUrl: string;
  template: string;
  stop: () => Promise<void>;
};

const FOLDER = join(import.meta.dirname, "..", "..", ".data", "test-postgres");
const SUPERUSER_PASSWORD = "throw-away";
/** Every role signs in with it: the server lives as long as the run and listens on loopback only. */
export const TEST_PASSWORD = "throw-away";

/** Start a throw-away server (or take the one of TEST_SUPERUSER_URL) and make the template database. */
export async function startTestCluster(): Promise<TestCluster> {
  const given = process.env["TEST_SUPERUSER_URL"];
  const server = given
    ? { superuserUrl: given, stop: async () => undefined }
    : await startOwnServer();
  const template = `throughline_template_${process.pid}`;
  await makeTemplate(server.superuserUrl, template);
  return {
    superuserUrl: server.superuserUrl,
    template,
    stop: async () => {
      if (given) await runSql(given, [`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`]);
      await server.stop();
    },
  };
}

/** The address of `database` on the server of `superuserUrl` for one of the application's roles. */
export function roleUrl(
  superuserUrl: string,
  role: "app_owner" | "app_user" | "app_backup",
  database: string,
): string {
  const url = new URL(superuserUrl);
  url.username = role;
  url.password = TEST_PASSWORD;
  url.pathname = `/${database}`;
  return url.href;
}

/** Run statements one by one on the server's own database. */
export async function runSql(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function startOwnServer(): Promise<{ superuserUrl: string; stop: () => Promise<void> }> {
  mkdirSync(FOLDER, { recursive: true });
  await sweep();
  const folder = join(FOLDER, String(process.pid));
  const running = await startPostgres({
    folder,
    superuserPassword: SUPERUSER_PASSWORD,
    logFile: `${folder}.log`,
    isThrowaway: true,
  });
  return {
    superuserUrl: `postgresql://postgres:${SUPERUSER_PASSWORD}@127.0.0.1:${running.port}/postgres`,
    stop: async () => {
      await stopPostgres(running);
      remove(folder);
    },
  };
}

/** Servers of runs that were killed. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(FOLDER)) {
    const pid = Number(name);
    if (!Number.isInteger(pid) || isAlive(pid)) continue;
    await stopLeftover(join(FOLDER, name));
    remove(join(FOLDER, name));
  }
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  rmSync(`${folder}.log`, { force: true });
}

async function makeTemplate(superuserUrl: string, template: string): Promise<void> {
  const roles = bootstrapSql({ owner: TEST_PASSWORD, user: TEST_PASSWORD, backup: TEST_PASSWORD });
  await runSql(superuserUrl, [...roles, ...databaseSql(template)]);
  await migrateDatabase(roleUrl(superuserUrl, "app_owner", template));
}
