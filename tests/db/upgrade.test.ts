import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";
import { listTables } from "#lib/admin/backup/backed-up-tables.ts";
import { migrateDatabase } from "#lib/boot/migrate-database.ts";
import { migrate } from "#prisma/migrate.ts";
import { fillTables } from "#tests/support/fill-tables.ts";
import { makeSecondDatabase } from "#tests/support/second-database.ts";
import { PROJECT } from "#tests/support/source-files.ts";

/** The last migration of the release before this one. */
const FORMER = "20261122000000_people";

type Rows = Record<string, Record<string, unknown>[]>;

/** Every row of every table as JSON, without what the database computes itself. */
async function readRows(client: pg.Client): Promise<Rows> {
  const found: Rows = {};
  for (const { name, columns } of await listTables(client)) {
    const listed = columns.map((column) => pg.escapeIdentifier(column)).join(", ");
    const { rows } = await client.query<{ row: Record<string, unknown> }>(
      `SELECT to_jsonb(t) AS row FROM (SELECT ${listed} FROM ${pg.escapeIdentifier(name)}) t`,
    );
    found[name] = rows.map(({ row }) => row);
  }
  return found;
}

describe("an upgrade from the former release", () => {
  it("keeps every row and every value, and leaves a clean catalog", async () => {
    const second = await makeSecondDatabase(false);
    await migrate(second.ownerUrl, FORMER);
    const client = new pg.Client({ connectionString: second.superuserUrl });
    await client.connect();
    for (const slug of ["first", "second"]) {
      const id = uuidv7();
      await client.query("INSERT INTO tenant (id, slug, name) VALUES ($1, $2, $2)", [id, slug]);
      await client.query("INSERT INTO account (id, email, name) VALUES ($1, $2, 'A')", [
        uuidv7(),
        `${slug}@example.com`,
      ]);
      await fillTables(client, id);
    }
    const before = await readRows(client);
    for (const [name, rows] of Object.entries(before)) expect(rows.length, name).toBeGreaterThan(0);

    const applied = await migrateDatabase(second.ownerUrl);
    expect(applied.length).toBeGreaterThan(0);
    expect(applied.every((name) => name > FORMER)).toBe(true);

    const after = await readRows(client);
    for (const [name, rows] of Object.entries(before)) {
      expect(after[name]?.length, name).toBe(rows.length);
      for (const row of rows)
        expect(after[name], name).toContainEqual(expect.objectContaining(row));
    }
    const catalog = readFileSync(join(PROJECT, "prisma", "tenancy-catalog.sql"), "utf8");
    expect((await client.query(catalog)).rows).toEqual([]);
    expect(await migrateDatabase(second.ownerUrl)).toEqual([]);
    await client.end();
  });
});
