import pg from "pg";

/** A table as a backup holds it: its columns in order, and what its rows are sorted by. */
export type BackedUpTable = { name: string; columns: string[]; key: string[] };

/** A foreign key between two tables. */
export type ForeignKey = { name: string; from: string; to: string };

/**
 * The history of migrations stands in the manifest; counters of tries are nobody's data. A session that ended after the
 * backup was made must not come back with it: everybody signs in again.
 */
const LEFT_OUT = ["_prisma_migrations", "rate_limit", "account_session"];

/** Every table of ours that holds data, found in the catalog: a new one joins by being there. */
export async function listTables(client: pg.Client): Promise<BackedUpTable[]> {
  const { rows } = await client.query<BackedUpTable>(
    `SELECT c.relname AS name,
       ARRAY(SELECT a.attname::text FROM pg_attribute a
         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columns,
       ARRAY(SELECT a.attname::text FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY k (attnum, place)
         JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
         WHERE i.indrelid = c.oid AND i.indisprimary ORDER BY k.place) AS key
     FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ($1)
     ORDER BY c.relname`,
    [LEFT_OUT],
  );
  return rows;
}

export async function listForeignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `SELECT con.conname AS name, f.relname AS from, t.relname AS to
     FROM pg_constraint con JOIN pg_class f ON f.oid = con.conrelid JOIN pg_class t ON t.oid = con.confrelid
     WHERE con.contype = 'f' AND con.connamespace = 'public'::regnamespace ORDER BY con.conname`,
  );
  return rows;
}

/**
 * The order in which the tables can be loaded: what is pointed at first. Where tables point at each other in a circle,
 * `held` names the keys that have to wait until all is loaded; a table may point at itself.
 */
export function loadOrder(
  names: readonly string[],
  keys: readonly ForeignKey[],
): { order: string[]; held: ForeignKey[] } {
  const order: string[] = [];
  const held: ForeignKey[] = [];
  const left = new Set(names);
  const waitsFor = (name: string) =>
    keys.filter(({ from, to }) => from === name && to !== name && left.has(to));
  while (left.size > 0) {
    const [next] = [...left].sort((a, b) => waitsFor(a).length - waitsFor(b).length);
    if (next === undefined) break;
    held.push(...waitsFor(next));
    order.push(next);
    left.delete(next);
  }
  return { order, held };
}

/** The statement that reads a table's rows, always in the same order, so that equal rows give equal bytes. */
export function copyOutSql({ name, columns, key }: BackedUpTable): string {
  const sorted = key.length > 0 ? ` ORDER BY ${listOf(key)}` : "";
  return `COPY (SELECT ${listOf(columns)} FROM ${pg.escapeIdentifier(name)}${sorted}) TO STDOUT (FORMAT binary)`;
}

export function copyInSql({ name, columns }: BackedUpTable): string {
  return `COPY ${pg.escapeIdentifier(name)} (${listOf(columns)}) FROM STDIN (FORMAT binary)`;
}

function listOf(columns: readonly string[]): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(", ");
}
