import "server-only";
import type { z } from "zod";
import { shownNumber } from "#lib/auth/shown-number.ts";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import { isId } from "#lib/db/is-id.ts";
import { join, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";

/** How the rows of a table `t` are handed out by the API. */
export type RecordView<Item> = {
  table: Sql;
  /** What a record tells beyond its numbers, source and customer, from `t` and `joins` */
  columns: Sql;
  joins: Sql;
  /** The day by which a list is narrowed; an index has it where rows have a source */
  day: Sql;
  /** The rows without what is joined to them, where `table` joins */
  ownTable?: Sql;
  /** Orders have no source: their numbers are the workspace's own */
  hasSource: boolean;
  /** Whether whose it is counts as personal data, as with what somebody said */
  hidesCustomer: boolean;
  schema: z.ZodType<Item>;
};

/** One record: by its id, or by its number, within a source where that is said. */
export type RecordRef = { id: string } | { externalId: string; source: string | null };

/**
 * One record.
 *
 * @throws DomainError `not_found`; `invalid_input` for a number that several sources have
 */
export async function getRecord<Item>(
  tx: TenantTx,
  session: Session,
  view: RecordView<Item>,
  ref: RecordRef,
): Promise<Item> {
  const found = await readRecords(tx, session, view, { where: [conditionOf(view, ref)], limit: 2 });
  const [first, second] = found;
  if (!first) throw new DomainError("not_found", "There is no such record.");
  if (second)
    throw new DomainError("invalid_input", "Several sources have this number: say which source.");
  return first.record;
}

function conditionOf<Item>({ hasSource }: RecordView<Item>, ref: RecordRef): Sql {
  if ("id" in ref) return isId(ref.id) ? sql`t.id = ${ref.id}::uuid` : sql`false`;
  if (ref.externalId.includes("\0")) return sql`false`;
  const number = sql`t.external_id = ${ref.externalId}`;
  return hasSource && ref.source !== null
    ? sql`${number} AND lower(s.name) = lower(${ref.source})`
    : number;
}

type Asked = { where: readonly Sql[]; limit: number; order?: Sql };

/** Records of a view that meet conditions on `t`, in the order of their ids unless told. */
export async function readRecords<Item>(
  tx: TenantTx,
  session: Session,
  view: RecordView<Item>,
  { where, limit, order = sql`t.id` }: Asked,
): Promise<ReadRecord<Item>[]> {
  const { table, columns, joins, hasSource, schema } = view;
  const tenantId = session.workspace.id;
  const isHidden = view.hidesCustomer && !mayReadPersonalData(session);
  const customer = isHidden
    ? sql`NULL AS "customerId", NULL AS "customerExternalId"`
    : sql`c.id AS "customerId", c.external_id AS "customerExternalId"`;
  const rows = await tx.$queryRaw<StoredRow[]>`
    SELECT t.id, t.external_id AS "externalId", ${view.day}::text AS "dayInOrder", ${customer}, ${columns} ${hasSource ? sql`, s.name AS source` : sql``}
    FROM ${table} t LEFT JOIN customer c ON c.tenant_id = ${tenantId}::uuid AND c.id = t.customer_id
    ${hasSource ? sql`JOIN data_source s ON s.tenant_id = ${tenantId}::uuid AND s.id = t.source_id` : sql``} ${joins}
    WHERE t.tenant_id = ${tenantId}::uuid AND ${join([sql`true`, ...where], " AND ")}
    ORDER BY ${order} LIMIT ${limit}::int`;
  return rows.map((row) => ({
    ...{ id: row.id, on: row.dayInOrder },
    record: { ...schema.parse(asSeenBy(session, row)), id: row.id },
  }));
}

type ReadRecord<Item> = { id: string; on: string; record: Item & { id: string } };
type StoredRow = {
  id: string;
  dayInOrder: string;
  customerId: string | null;
  customerExternalId: string | null;
};

function asSeenBy(session: Session, row: StoredRow): StoredRow {
  const { customerId: id, customerExternalId: number } = row;
  if (id === null || number === null) return row;
  return { ...row, customerExternalId: shownNumber(session, { id, number }) };
}

/** An instant as the API writes it. */
export function instant(column: Sql): Sql {
  return sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** The names that a row points at. */
export const NAMED_JOINS = {
  touchpoint: sql`LEFT JOIN touchpoint tp ON tp.tenant_id = t.tenant_id AND tp.id = t.touchpoint_id`,
  segment: sql`LEFT JOIN customer_segment sg ON sg.tenant_id = t.tenant_id AND sg.id = t.segment_id`,
  department: sql`LEFT JOIN department dp ON dp.tenant_id = t.tenant_id AND dp.id = t.department_id`,
} as const;
