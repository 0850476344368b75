import { randomUUID } from "node:crypto";
import pg from "pg";
import { listForeignKeys, listTables, loadOrder } from "#lib/admin/backup/backed-up-tables.ts";

type Column = {
  name: string;
  type: string;
  isRequired: boolean;
  /** What the table's checks say of it, as SQL */
  checks: string[];
  /** The table and column it points at */
  pointsAt: { table: string; column: string } | null;
};

/**
 * Put a row into every table that has none yet for `tenantId`, made from the catalog: a table of a later migration is
 * filled without a word here. Takes a superuser, who is bound by keys and checks and not by row security.
 */
export async function fillTables(superuser: pg.Client, tenantId: string): Promise<void> {
  const tables = (await listTables(superuser)).map(({ name }) => name);
  const keys = await listForeignKeys(superuser);
  const { order } = loadOrder(tables, keys);
  for (const table of order) {
    const columns = await columnsOf(superuser, table);
    const isScoped = columns.some(({ name }) => name === "tenant_id");
    const where = isScoped ? " WHERE tenant_id = $1" : "";
    const present = await superuser.query(
      `SELECT 1 FROM ${pg.escapeIdentifier(table)}${where} LIMIT 1`,
      isScoped ? [tenantId] : [],
    );
    if (present.rowCount) continue;
    await insertRow(superuser, table, columns, tenantId);
    // A pair, for a table that points at two rows of this one.
    const pointers = keys.filter(({ to, from }) => to === table && from !== table);
    if (pointers.some(({ from }, at) => pointers.findIndex((key) => key.from === from) < at))
      await insertRow(superuser, table, columns, tenantId);
  }
}

async function insertRow(
  superuser: pg.Client,
  table: string,
  columns: readonly Column[],
  tenantId: string,
): Promise<void> {
  const values: string[] = [];
  const met = new Map<string, number>();
  for (const column of columns) {
    const to = column.pointsAt?.table ?? "";
    const place = { tenantId, at: met.get(to) ?? 0 };
    values.push(isLeftOut(column) ? "NULL" : await sampleOf(superuser, table, column, place));
    if (column.name !== "tenant_id") met.set(to, (met.get(to) ?? 0) + 1);
  }
  const names = columns.map(({ name }) => pg.escapeIdentifier(name)).join(", ");
  await superuser.query(
    `INSERT INTO ${pg.escapeIdentifier(table)} (${names}) VALUES (${values.join(", ")})`,
  );
}

/** The upper end of a span is above its lower one; what was ordered is what is left of it and what came back; tiers are several. */
const BY_NAME = [
  ["_max", "1"],
  ["gross_minor", "2"],
  ["tiers", `'[{"a": "b"}, {"a": "c"}]'`],
  ["valid_to", "DATE '2026-02-28'"],
] as const;

/** Where exactly one column of several may hold something, the first one does. */
const ONE_OF = /num_nonnulls\(([^)]+)\) = 1/;

/** Whose row, and the how manieth column of it that points at the same table. */
type Place = { tenantId: string; at: number };

const PLAIN: Readonly<Record<string, string>> = {
  text: "'text'",
  integer: "1",
  bigint: "1",
  smallint: "1",
  "double precision": "0.5",
  real: "0.5",
  numeric: "1",
  boolean: "false",
  date: "DATE '2026-01-31'",
  "timestamp with time zone": "now()",
  jsonb: `'{"a": "b"}'`,
  bytea: "'\\x00ff'",
  "text[]": "ARRAY['a', NULL]",
  "uuid[]": "ARRAY[]::uuid[]",
  "integer[]": "ARRAY[1]",
  "character varying": "'text'",
};

async function sampleOf(
  superuser: pg.Client,
  table: string,
  column: Column,
  { tenantId, at }: Place,
): Promise<string> {
  const { name, type, pointsAt, checks } = column;
  if (name === "tenant_id") return pg.escapeLiteral(tenantId);
  if (pointsAt)
    return pointsAt.table === table ? "NULL" : keyOf(superuser, pointsAt, { tenantId, at });
  const checked = fromChecks(checks);
  if (checked) return checked;
  const known = BY_NAME.find(([end]) => name.endsWith(end));
  if (known) return known[1];
  if (type === "text" && checks.length === 0) return pg.escapeLiteral(`text ${randomUUID()}`);
  if (type === "uuid") return pg.escapeLiteral(randomUUID());
  const plain = PLAIN[type];
  if (!plain) throw new Error(`No value for ${table}.${name}, a ${type}.`);
  return plain;
}

/** How a check names the values of a column: several, or a single one. */
const MANY = /ARRAY\['([^']+)'/;
const ONE = /^CHECK \(\(\w+ = '([^']+)'::text\)\)$/;

/** A value that the checks name. */
function fromChecks(checks: readonly string[]): string | null {
  const listed = checks.map((check) => (MANY.exec(check) ?? ONE.exec(check))?.[1]).find(Boolean);
  if (listed) return pg.escapeLiteral(listed);
  if (checks.some((check) => check.includes("^[A-Z]{3}$"))) return "'EUR'";
  return checks.some((check) => check.includes(">= 30")) ? "30" : null;
}

function isLeftOut({ name, checks }: Column): boolean {
  return checks.some((check) => (ONE_OF.exec(check)?.[1]?.split(", ").indexOf(name) ?? 0) > 0);
}

async function keyOf(
  superuser: pg.Client,
  { table, column }: { table: string; column: string },
  { tenantId, at }: Place,
): Promise<string> {
  const isScoped = (await columnsOf(superuser, table)).some(({ name }) => name === "tenant_id");
  const where = isScoped ? ` WHERE tenant_id = ${pg.escapeLiteral(tenantId)}` : "";
  const { rows } = await superuser.query<{ key: string }>(
    `SELECT ${pg.escapeIdentifier(column)}::text AS key FROM ${pg.escapeIdentifier(table)}${where} ORDER BY 1 LIMIT 2`,
  );
  return pg.escapeLiteral((rows[at] ?? rows[0])?.key ?? "");
}

async function columnsOf(superuser: pg.Client, table: string): Promise<Column[]> {
  const { rows } = await superuser.query<Column>(
    `SELECT a.attname AS name, regexp_replace(format_type(a.atttypid, a.atttypmod), '\\(\\d+\\)', '') AS type, a.attnotnull AS "isRequired",
       ARRAY(SELECT pg_get_constraintdef(con.oid) FROM pg_constraint con
         WHERE con.conrelid = a.attrelid AND con.contype = 'c' AND a.attnum = ANY (con.conkey)) AS checks,
       (SELECT json_build_object('table', t.relname, 'column', k.attname)
        FROM pg_constraint con JOIN pg_class t ON t.oid = con.confrelid
        JOIN pg_attribute k ON k.attrelid = con.confrelid AND k.attnum = con.confkey[array_position(con.conkey, a.attnum)]
        WHERE con.conrelid = a.attrelid AND con.contype = 'f' AND a.attnum = ANY (con.conkey) LIMIT 1) AS "pointsAt"
     FROM pg_attribute a WHERE a.attrelid = format('public.%I', $1::text)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     ORDER BY a.attnum`,
    [table],
  );
  return rows;
}
