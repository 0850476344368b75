import { randomBytes } from "node:crypto";
import { inject, onTestFinished } from "vitest";
import { migrateDatabase } from "#lib/boot/migrate-database.ts";
import { databaseSql } from "#lib/boot/roles.ts";
import { roleUrl, runSql } from "./cluster.ts";

export type SecondDatabase = {
  databaseUrl: string;
  ownerUrl: string;
  backupUrl: string;
  superuserUrl: string;
};

/** A database of one test's own beside that of its file: empty, and migrated unless it says otherwise. */
export async function makeSecondDatabase(isMigrated = true): Promise<SecondDatabase> {
  const superuserUrl = inject("superuserUrl");
  const name = `throughline_second_${randomBytes(6).toString("hex")}`;
  await runSql(superuserUrl, databaseSql(name));
  onTestFinished(() => runSql(superuserUrl, [`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`]));
  const ownerUrl = roleUrl(superuserUrl, "app_owner", name);
  if (isMigrated) await migrateDatabase(ownerUrl);
  const own = new URL(superuserUrl);
  own.pathname = `/${name}`;
  return {
    databaseUrl: roleUrl(superuserUrl, "app_user", name),
    ownerUrl,
    backupUrl: roleUrl(superuserUrl, "app_backup", name),
    superuserUrl: own.href,
  };
}
