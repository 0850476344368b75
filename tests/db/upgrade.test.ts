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

/** The last migration before letters of their own were searched as the one they look like. */
const UNFOLDED = "20261129120000_acquisition_cost";

/** The last migration before names were tidied. */
const UNTIDIED = "20261204030000_deleted_interview";

/** The last migration before names of what is understood of customers were, and before what was deleted had one place. */
const APART = "20261204060000_names_tidied";

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

  it("makes names searchable anew that were there, of every workspace, and touches no others", async () => {
    const second = await makeSecondDatabase(false);
    await migrate(second.ownerUrl, UNFOLDED);
    const client = new pg.Client({ connectionString: second.superuserUrl });
    await client.connect();
    const read = async () => {
      const { rows } = await client.query(
        'SELECT name, search_name, search_word_2, xmin::text FROM customer ORDER BY name COLLATE "C", tenant_id',
      );
      return rows;
    };
    for (const slug of ["first", "second"]) {
      const id = uuidv7();
      await client.query("INSERT INTO tenant (id, slug, name) VALUES ($1, $2, $2)", [id, slug]);
      await client.query(
        "INSERT INTO customer (tenant_id, id, external_id, name) SELECT $1, gen_random_uuid(), name, name FROM unnest($2::text[]) AS name",
        [id, ["Ann Øst", "Bo Ek", "Işık Yıldız"]],
      );
    }
    const before = await read();
    await migrateDatabase(second.ownerUrl);
    const after = await read();
    const folded = after.map((row) => [row.search_name, row.search_word_2]);
    expect(folded).toEqual([
      ...[0, 1].map(() => ["ann ost", "ost"]),
      ...[0, 1].map(() => ["bo ek", "ek"]),
      ...[0, 1].map(() => ["isik yildiz", "yildiz"]),
    ]);
    const isTouched = after.map(({ xmin }, at) => xmin !== before[at]?.xmin);
    expect(isTouched).toEqual([true, true, false, false, true, true]);
    await client.end();
  });

  it("tidies names that turned the words after them round, unless another has the name", async () => {
    const second = await makeSecondDatabase(false);
    await migrate(second.ownerUrl, UNTIDIED);
    const client = new pg.Client({ connectionString: second.superuserUrl });
    await client.connect();
    const before = ["Shop\u202e  a", "shop a\u2066", "Till\u202c", "TILL", "\u202e", "Bo  Ek"];
    const after = ["Shop a", "shop a\u2066", "Till\u202c", "TILL", "\u202e", "Bo  Ek"];
    const tables = ["data_source", "touchpoint", "customer_segment", "department"];
    await client.query(
      "INSERT INTO tenant (id, slug, name) SELECT uuidv7(), slug, slug FROM unnest(ARRAY['first', 'second']) AS slug",
    );
    for (const table of tables) {
      const [column, value] = table === "data_source" ? [", kind", ", 'crm'"] : ["", ""];
      await client.query(
        `INSERT INTO ${table} (tenant_id, id, name${column}) SELECT t.id, uuidv7(), given${value} FROM tenant t, unnest($1::text[]) AS given`,
        [before],
      );
    }
    await migrateDatabase(second.ownerUrl);
    for (const table of tables) {
      const { rows } = await client.query<{ name: string }>(`SELECT name FROM ${table}`);
      expect(rows.map(({ name }) => name).toSorted(), table).toEqual(
        [...after, ...after].toSorted(),
      );
    }
    await client.end();
  });

  it("tidies names of personae, needs and stages too, unless an active one has the name", async () => {
    const second = await makeSecondDatabase(false);
    await migrate(second.ownerUrl, APART);
    const client = new pg.Client({ connectionString: second.superuserUrl });
    await client.connect();
    await client.query(
      "INSERT INTO tenant (id, slug, name) SELECT uuidv7(), slug, slug FROM unnest(ARRAY['first', 'second']) AS slug",
    );
    await client.query(
      "INSERT INTO customer_segment (tenant_id, id, name) SELECT id, uuidv7(), 'Lets' FROM tenant",
    );
    const before = ["Ann\u202e  B", "ann b\u2066", "Kim\u202c", "KIM", "\u202e", "Bo  Ek"];
    const stored = { persona: ["name", "segment_id"], experience_stage: ["name", "position"] };
    for (const [table, [column, other]] of Object.entries(stored))
      await client.query(
        `INSERT INTO ${table} (tenant_id, id, ${column}, ${other}, archived_at)
         SELECT t.id, uuidv7(), given, ${other === "position" ? "1" : "s.id"}, put_away FROM tenant t
         JOIN customer_segment s ON s.tenant_id = t.id, unnest($1::text[], $2::timestamptz[]) AS g (given, put_away)`,
        [
          [...before, "Di\u202e", "DI"],
          [...before.map(() => null), null, "2026-01-01"],
        ],
      );
    await client.query(
      "INSERT INTO customer_need (tenant_id, id, statement, kind) SELECT t.id, uuidv7(), given, 'social' FROM tenant t, unnest($1::text[]) AS given",
      [before],
    );
    await migrateDatabase(second.ownerUrl);
    const after = ["Ann B", "ann b\u2066", "Kim\u202c", "KIM", "\u202e", "Bo  Ek", "Di", "DI"];
    const namesOf = async (table: string, column: string) => {
      const { rows } = await client.query(`SELECT ${column} AS name FROM ${table}`);
      return rows.map(({ name }) => String(name)).toSorted();
    };
    for (const table of Object.keys(stored))
      expect(await namesOf(table, "name"), table).toEqual([...after, ...after].toSorted());
    const needs = ["Ann B", "ann b", "Kim", "KIM", "\u202e", "Bo  Ek"];
    expect(await namesOf("customer_need", "statement")).toEqual([...needs, ...needs].toSorted());
    await client.end();
  });

  it("keeps needs and interviews that can still be brought back", async () => {
    const second = await makeSecondDatabase(false);
    await migrate(second.ownerUrl, APART);
    const client = new pg.Client({ connectionString: second.superuserUrl });
    await client.connect();
    const [tenantId, needId, interviewId] = [uuidv7(), uuidv7(), uuidv7()];
    await client.query("INSERT INTO tenant (id, slug, name) VALUES ($1, 'first', 'First')", [
      tenantId,
    ]);
    const [need, interview] = [{ statement: "Call first" }, { title: null, notes: null }];
    const rows = {
      questions: [{ question: "How?" }],
      ratings: [],
      evidence: [{ stance: "supports" }],
    };
    await client.query(
      "INSERT INTO deleted_need (tenant_id, id, kept, deleted_at) VALUES ($1, $2, $3, '2026-01-02')",
      [tenantId, needId, { need, ...rows }],
    );
    await client.query(
      "INSERT INTO deleted_interview (tenant_id, id, kept, deleted_at) VALUES ($1, $2, $3, '2026-01-03')",
      [tenantId, interviewId, { interview, evidence: [] }],
    );
    await migrateDatabase(second.ownerUrl);
    const { rows: kept } = await client.query(
      'SELECT id, kind, name, kept, deleted_at::date::text AS "on" FROM deleted_record WHERE tenant_id = $1 ORDER BY deleted_at',
      [tenantId],
    );
    expect(kept).toEqual([
      {
        ...{ id: needId, kind: "need", name: "Call first", on: "2026-01-02" },
        kept: {
          ...{ record: need, need_question: rows.questions, need_rating: [] },
          evidence: rows.evidence,
        },
      },
      {
        ...{ id: interviewId, kind: "interview", name: null, on: "2026-01-03" },
        kept: { record: interview, evidence: [] },
      },
    ]);
    await client.end();
  });
});
