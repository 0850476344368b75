import { readdirSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";

const FOLDER = join(import.meta.dirname, "migrations");

/** Names of the migrations in this version of the program that the database has not seen to their end. */
export async function pendingMigrations(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  const applied = new Set(rows.map(({ name }) => name));
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !applied.has(entry.name))
    .map(({ name }) => name)
    .sort();
}
