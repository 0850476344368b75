import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_FOLDER } from "#lib/boot/places.ts";
import {
  FLOOR_SENTENCE,
  isRecentEnough,
  readServerVersion,
  versionText,
} from "#lib/boot/server-version.ts";
import { assertSafeRole } from "#lib/db/safe-role.ts";
import { pendingMigrations } from "#prisma/pending-migrations.ts";
import { Bad, type Check } from "./types.ts";

const serverVersion: Check = {
  name: "server version",
  look: async ({ user }) => {
    const version = await readServerVersion(user);
    if (!isRecentEnough(version))
      return new Bad(
        `PostgreSQL ${versionText(version)} may leak rows past row security. ${FLOOR_SENTENCE}`,
      );
    return `PostgreSQL ${versionText(version)} is recent enough.`;
  },
};

const letters: Check = {
  name: "letters",
  look: async ({ user }) => {
    const { rows } = await user.query<{ encoding: string; knows_case: boolean }>(
      "SELECT current_setting('server_encoding') AS encoding, lower('Å') = 'å' AS knows_case",
    );
    if (rows[0]?.encoding !== "UTF8")
      return new Bad("The database is not in UTF-8: make it anew with ENCODING 'UTF8'.");
    if (!rows[0].knows_case) {
      return new Bad(
        "The database does not know that Å and å are one letter: make it anew with LC_CTYPE 'C.UTF-8'.",
      );
    }
    return "The database knows letters of every language.";
  },
};

const roles: Check = {
  name: "roles",
  look: async ({ urls }) => {
    await assertSafeRole(urls.databaseUrl);
    return "The application's role owns nothing and bypasses nothing.";
  },
};

const migrations: Check = {
  name: "migrations",
  look: async ({ owner }) => {
    const pending = await pendingMigrations(owner);
    if (pending.length > 0)
      return new Bad(
        `Not applied yet: ${pending.join(", ")}. Start Throughline once; it migrates first.`,
      );
    return "Every migration is applied.";
  },
};

const rowSecurity: Check = {
  name: "row security",
  look: async ({ owner }) => {
    const catalog = readFileSync(join(PROJECT_FOLDER, "prisma", "tenancy-catalog.sql"), "utf8");
    const { rows } = await owner.query<{ problem: string; object: string }>(catalog);
    if (rows.length > 0)
      return new Bad(rows.map(({ problem, object }) => `${object}: ${problem}`).join("; "));
    return "Every workspace table is closed to other workspaces.";
  },
};

export const DATABASE_CHECKS: readonly Check[] = [
  serverVersion,
  letters,
  roles,
  migrations,
  rowSecurity,
];
