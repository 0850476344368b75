import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createWorkspace } from "#lib/admin/commands/create-workspace.ts";
import { inTransaction } from "#lib/admin/owner-client.ts";
import type { DatabaseUrls } from "#lib/boot/embedded-database.ts";
import { startPostgres, stopPostgres } from "#lib/boot/embedded-postgres.ts";
import { migrateDatabase } from "#lib/boot/migrate-database.ts";
import { bootstrapSql, databaseSql } from "#lib/boot/roles.ts";
import { roleUrl, runSql, TEST_PASSWORD } from "#tests/support/cluster.ts";

/** A server with the settings of the demo, for measuring: it syncs, unlike the server of the tests. */
export type BenchServer = {
  folder: string;
  /** An empty, migrated database with one workspace. */
  freshDatabase: (name: string) => Promise<DatabaseUrls & { tenantId: string }>;
  /** A migrated database without a row. */
  emptyDatabase: (name: string) => Promise<DatabaseUrls>;
  stop: () => Promise<void>;
};

export async function startBenchServer(folder: string): Promise<BenchServer> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const running = await startPostgres({
    folder: join(folder, "postgres"),
    superuserPassword: TEST_PASSWORD,
    logFile: join(folder, "postgres.log"),
  });
  const superuserUrl = `postgresql://postgres:${TEST_PASSWORD}@127.0.0.1:${running.port}/postgres`;
  await runSql(
    superuserUrl,
    bootstrapSql({ owner: TEST_PASSWORD, user: TEST_PASSWORD, backup: TEST_PASSWORD }),
  );
  return {
    folder,
    freshDatabase: (name) => freshDatabase(superuserUrl, name),
    emptyDatabase: (name) => emptyDatabase(superuserUrl, name),
    stop: async () => {
      await stopPostgres(running);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function emptyDatabase(superuserUrl: string, name: string): Promise<DatabaseUrls> {
  await runSql(superuserUrl, [
    `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`,
    ...databaseSql(name),
  ]);
  const ownerUrl = roleUrl(superuserUrl, "app_owner", name);
  await migrateDatabase(ownerUrl);
  return { databaseUrl: roleUrl(superuserUrl, "app_user", name), ownerUrl };
}

async function freshDatabase(
  superuserUrl: string,
  name: string,
): Promise<DatabaseUrls & { tenantId: string }> {
  const { databaseUrl, ownerUrl } = await emptyDatabase(superuserUrl, name);
  const { id } = await inTransaction(ownerUrl, (client) =>
    createWorkspace(client, { name: "Bench", slug: "bench", ownerEmail: "bench@example.com" }),
  );
  // What the run before left to be written must not disturb this one.
  await runSql(superuserUrl, ["CHECKPOINT"]);
  return { databaseUrl, ownerUrl, tenantId: id };
}
