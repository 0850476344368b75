import "server-only";
import { z } from "zod";
import type { Session } from "#lib/auth/types.ts";
import { findCustomerIds } from "#lib/bulk/index.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import { decodePageKey, encodePageKey, KeyDay } from "#lib/db/page-key.ts";
import { join, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { Page, PageRequest } from "#lib/lists/types.ts";
import type { RecordQuery } from "../filter.ts";
import { RECORDS } from "../kinds.ts";
import { RECORD_CHOICES, type RecordKind, type RecordRow } from "../types.ts";
import { RECORD_TABLES } from "./record-tables.ts";
import { aboveFloor, findFloor, importCeiling, isSearched, MOST_SEARCHED } from "./search-floor.ts";
import {
  isCustomerHidden,
  type StoredRecord,
  selectRecords,
  toRecordRow,
} from "./select-records.ts";

/** Which records are asked for. */
export type AskedRecords = { kind: RecordKind; query: RecordQuery };

/** Where a page ended. */
const RecordKey = z.object({ on: KeyDay, id: z.uuid() });

/** A page of records. */
export type RecordPage = Page<RecordRow> & {
  /** After how many records the search for those that match stopped, to go on with the next page; null where it did not */
  searched: number | null;
};

/**
 * Records of a kind that match, the last day first; orders the last written first. Where no index knows what is asked for,
 * a page looks through a million records at most (`mostSearched`), and may have fewer than `limit` though more follow.
 *
 * @throws DomainError `forbidden` for a kind the role may not read, or a filter by customer where whose they are is hidden;
 *   `invalid_input` when `after` is no key of this list
 */
export async function listRecordRows(
  tx: TenantTx,
  session: Session,
  { kind, query }: AskedRecords,
  { after, limit, mostSearched = MOST_SEARCHED }: PageRequest & { mostSearched?: number },
): Promise<RecordPage> {
  const list = `records_${kind}`;
  const key = decodePageKey(list, RecordKey, after);
  const asked = await conditionsOf(tx, session, { kind, query });
  const place = [
    ...(await importCeiling(tx, session, { kind, query })),
    ...(key ? [beyond(kind, key)] : []),
  ];
  const within = [...place, ...(RECORD_TABLES[kind].isByEntry ? [] : dayConditions(kind, query))];
  const floor = isSearched(kind, query)
    ? await findFloor(tx, session, { kind, within, most: mostSearched })
    : null;
  const conditions = [...asked, ...place, ...(floor ? [aboveFloor(kind, floor)] : [])];
  const rows = await tx.$queryRaw<StoredRecord[]>`
    ${selectRecords(session, kind, conditions)} LIMIT ${limit + 1}::int`;
  const shown = rows.slice(0, limit);
  const isFull = rows.length > limit;
  const last = isFull ? shown.at(-1) : floor;
  return {
    items: shown.map((row) => toRecordRow(session, kind, row)),
    next: last ? encodePageKey(list, { on: last.on, id: last.id }) : null,
    searched: floor && !isFull ? mostSearched : null,
  };
}

/** How many records of a kind match. @throws DomainError `forbidden` as `listRecordRows` */
export async function countRecords(
  tx: TenantTx,
  session: Session,
  asked: AskedRecords,
): Promise<number> {
  const { table } = RECORD_TABLES[asked.kind];
  const conditions = await conditionsOf(tx, session, asked);
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::float8 AS count FROM ${table} t
    WHERE t.tenant_id = ${session.workspace.id}::uuid AND ${join([sql`true`, ...conditions], " AND ")}`;
  return row?.count ?? 0;
}

async function conditionsOf(
  tx: TenantTx,
  session: Session,
  { kind, query }: AskedRecords,
): Promise<Sql[]> {
  if (!session.permissions.has(RECORDS[kind].permission))
    throw new DomainError("forbidden", "Your role does not show these records.");
  const { choices } = RECORD_TABLES[kind];
  const { sources, imports } = query;
  const chosen = RECORD_CHOICES.flatMap((choice) => {
    const value = choices[choice];
    return value && query[choice].length > 0
      ? [sql`${value} = ANY(${arrayLiteral(query[choice])}::text[])`]
      : [];
  });
  return [
    ...(await customerCondition(tx, session, { kind, query })),
    ...chosen,
    ...dayConditions(kind, query),
    ...(sources.length > 0 ? [sql`t.source_id = ANY(${arrayLiteral(sources)}::uuid[])`] : []),
    ...(imports.length > 0
      ? [sql`t.changed_import_id = ANY(${arrayLiteral(imports)}::uuid[])`]
      : []),
  ];
}

function dayConditions(kind: RecordKind, { days }: RecordQuery): Sql[] {
  const { day } = RECORD_TABLES[kind];
  return [
    ...(days.from ? [sql`${day} >= ${days.from}::date`] : []),
    ...(days.to ? [sql`${day} <= ${days.to}::date`] : []),
  ];
}

/** By ids, which an index of the table knows, and not by a number that another table has. */
async function customerCondition(
  tx: TenantTx,
  session: Session,
  { kind, query: { customer } }: AskedRecords,
): Promise<Sql[]> {
  if (customer === "") return [];
  if (isCustomerHidden(session, kind))
    throw new DomainError("forbidden", "Your role does not show whose these records are.");
  const ids = await findCustomerIds(tx, session, customer);
  return [sql`t.customer_id = ANY(${arrayLiteral(ids)}::uuid[])`];
}

/** Both bounds of a day: the first alone is what an index can start from. */
function beyond(kind: RecordKind, { on, id }: z.output<typeof RecordKey>): Sql {
  const { day, isByEntry } = RECORD_TABLES[kind];
  if (isByEntry) return sql`t.id < ${id}::uuid`;
  return sql`${day} <= ${on}::date AND (${day}, t.id) < (${on}::date, ${id}::uuid)`;
}
