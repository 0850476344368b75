import "server-only";
import { z } from "zod";
import type { Session } from "#lib/auth/types.ts";
import { findCustomerIds } from "#lib/bulk/index.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import { decodePageKey, encodePageKey } from "#lib/db/page-key.ts";
import { join, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { Page, PageRequest } from "#lib/lists/types.ts";
import type { RecordQuery } from "../filter.ts";
import { RECORDS } from "../kinds.ts";
import { RECORD_CHOICES, type RecordKind, type RecordRow } from "../types.ts";
import { RECORD_TABLES } from "./record-tables.ts";
import {
  isCustomerHidden,
  type StoredRecord,
  selectRecords,
  toRecordRow,
} from "./select-records.ts";

/** Which records are asked for. */
export type AskedRecords = { kind: RecordKind; query: RecordQuery };

/** Where a page ended. */
const RecordKey = z.object({ on: z.iso.date(), id: z.uuid() });

/**
 * Records of a kind that match, the last day first; orders the last written first.
 *
 * @throws DomainError `forbidden` for a kind the role may not read, or a filter by customer where whose they are is hidden;
 *   `invalid_input` when `after` is no key of this list
 */
export async function listRecordRows(
  tx: TenantTx,
  session: Session,
  { kind, query }: AskedRecords,
  { after, limit }: PageRequest,
): Promise<Page<RecordRow>> {
  const key = decodePageKey(RecordKey, after);
  const conditions = [
    ...(await conditionsOf(tx, session, { kind, query })),
    ...(key ? [beyond(kind, key)] : []),
  ];
  const rows = await tx.$queryRaw<StoredRecord[]>`
    ${selectRecords(session, kind, conditions)} LIMIT ${limit + 1}::int`;
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((row) => toRecordRow(session, kind, row)),
    next: last ? encodePageKey({ on: last.on, id: last.id }) : null,
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
  const { day, choices } = RECORD_TABLES[kind];
  const { days, sources, imports } = query;
  const chosen = RECORD_CHOICES.flatMap((choice) => {
    const value = choices[choice];
    return value && query[choice].length > 0
      ? [sql`${value} = ANY(${arrayLiteral(query[choice])}::text[])`]
      : [];
  });
  return [
    ...(await customerCondition(tx, session, { kind, query })),
    ...chosen,
    ...(days.from ? [sql`${day} >= ${days.from}::date`] : []),
    ...(days.to ? [sql`${day} <= ${days.to}::date`] : []),
    ...(sources.length > 0 ? [sql`t.source_id = ANY(${arrayLiteral(sources)}::uuid[])`] : []),
    ...(imports.length > 0
      ? [sql`t.changed_import_id = ANY(${arrayLiteral(imports)}::uuid[])`]
      : []),
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
