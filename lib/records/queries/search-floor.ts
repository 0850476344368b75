import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import { lastIdAt } from "#lib/db/last-id-at.ts";
import { join, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { RecordQuery } from "../filter.ts";
import { RECORD_CHOICES, type RecordKind } from "../types.ts";
import { RECORD_TABLES } from "./record-tables.ts";

/** So many records are read for one page where no index knows what is asked for: about a second. */
export const MOST_SEARCHED = 1_000_000;

/** Where a search ends for this page: the last record that is read, or of days the last whole day. */
export type SearchFloor = { on: string; id: string };

/** Clocks of web, worker and database differ by less. */
const CLOCKS_DIFFER_MS = 60 * 60 * 1000;
const LOWEST_ID = "00000000-0000-0000-0000-000000000000";

/**
 * Whether records are looked for one by one. Customers have an index everywhere, days everywhere but in orders: one more
 * index there would cost a tenth of the speed of every import, for a list that workspaces below a million orders read whole.
 */
export function isSearched(kind: RecordKind, query: RecordQuery): boolean {
  if (query.customer !== "") return false;
  const { isByEntry = false } = RECORD_TABLES[kind];
  const { days, sources, imports } = query;
  const hasDays = days.from !== null || days.to !== null;
  const hasWords = RECORD_CHOICES.some((choice) => query[choice].length > 0);
  return hasWords || sources.length > 0 || imports.length > 0 || (isByEntry && hasDays);
}

type Search = {
  kind: RecordKind;
  /** What an index of the table knows of the records asked for */
  within: readonly Sql[];
  most: number;
};

/** How far down the list one page may look; null where the list ends before. */
export async function findFloor(
  tx: TenantTx,
  { workspace }: Session,
  { kind, within, most }: Search,
): Promise<SearchFloor | null> {
  const { table, day, isByEntry } = RECORD_TABLES[kind];
  const own = sql`t.tenant_id = ${workspace.id}::uuid`;
  const among = sql`FROM ${table} t WHERE ${join([own, ...within], " AND ")}`;
  // The row itself is fetched apart: the walk to it stays in the index.
  const [floor] = isByEntry
    ? await tx.$queryRaw<SearchFloor[]>`
        SELECT ${day}::text AS "on", t.id FROM ${table} t
        WHERE ${own} AND t.id = (SELECT t.id ${among} ORDER BY t.id DESC OFFSET ${most - 1}::int LIMIT 1)`
    : await tx.$queryRaw<SearchFloor[]>`
        SELECT ${day}::text AS "on", ${LOWEST_ID}::text AS id ${among} ORDER BY ${day} DESC OFFSET ${most - 1}::int LIMIT 1`;
  return floor ?? null;
}

/** What lies above the floor. */
export function aboveFloor(kind: RecordKind, { on, id }: SearchFloor): Sql {
  const { day, isByEntry } = RECORD_TABLES[kind];
  return isByEntry ? sql`t.id >= ${id}::uuid` : sql`${day} >= ${on}::date`;
}

/**
 * Where a search for the orders of some imports begins: at what was there when the last of them ended. Their ledgers would
 * name the rows, but are gone when Undo is.
 */
export async function importCeiling(
  tx: TenantTx,
  { workspace }: Session,
  { kind, query: { imports } }: { kind: RecordKind; query: RecordQuery },
): Promise<Sql[]> {
  if (imports.length === 0 || !RECORD_TABLES[kind].isByEntry) return [];
  const [row] = await tx.$queryRaw<{ endedAt: Date | null }[]>`
    SELECT max(coalesce(finished_at, now())) AS "endedAt" FROM import
    WHERE tenant_id = ${workspace.id}::uuid AND id = ANY(${arrayLiteral(imports)}::uuid[])`;
  if (!row?.endedAt) return [];
  return [sql`t.id <= ${lastIdAt(row.endedAt.getTime() + CLOCKS_DIFFER_MS)}::uuid`];
}
