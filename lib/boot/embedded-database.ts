import { join } from "node:path";
import pg from "pg";
import { type EmbeddedPostgres, startPostgres, stopLeftover } from "./embedded-postgres.ts";
import { migrateDatabase } from "./migrate-database.ts";
import type { Places } from "./places.ts";
import { bootstrapSql, databaseSql } from "./roles.ts";
import { readSecrets, type Secrets } from "./secrets.ts";

const DATABASE = "throughline";

/** The addresses of the embedded database for the roles that sign in. */
export type DatabaseUrls = { databaseUrl: string; ownerUrl: string };

/** Start the embedded PostgreSQL on its folder; what a killed parent left there is stopped first. */
export async function startEmbedded(places: Places, port?: number): Promise<EmbeddedPostgres> {
  await stopLeftover(places.cluster);
  return startPostgres({
    folder: places.cluster,
    superuserPassword: readSecrets(places.secrets).superuser,
    logFile: join(places.logs, "postgres.log"),
    ...(port === undefined ? {} : { port }),
  });
}

/** Roles, database and migrations of a running embedded PostgreSQL. May run again. */
export async function fillEmbedded(places: Places, port: number): Promise<DatabaseUrls> {
  const secrets = readSecrets(places.secrets);
  await makeRolesAndDatabase(port, secrets);
  const urls = embeddedUrls(places, port);
  await migrateDatabase(urls.ownerUrl);
  return urls;
}

/** Where the roles sign in on the embedded PostgreSQL that listens on `port`. */
export function embeddedUrls(places: Places, port: number): DatabaseUrls {
  const { owner, user } = readSecrets(places.secrets);
  const url = (role: string, password: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/${DATABASE}`;
  return { databaseUrl: url("app_user", user), ownerUrl: url("app_owner", owner) };
}

async function makeRolesAndDatabase(port: number, secrets: Secrets): Promise<void> {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: "postgres",
    password: secrets.superuser,
    database: "postgres",
  });
  await client.connect();
  try {
    for (const statement of bootstrapSql(secrets)) await client.query(statement);
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [
      DATABASE,
    ]);
    if (rowCount) return;
    for (const statement of databaseSql(DATABASE)) await client.query(statement);
  } finally {
    await client.end();
  }
}
