import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import { newIds } from "#lib/db/new-ids.ts";
import { empty, join, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { rowsByNumber } from "../queries/by-number.ts";
import type { Column, NameIds, Register } from "../queries/register.ts";
import { rowsBySaid } from "../queries/said-columns.ts";
import type { BulkOrigin, BulkRow, ExpectedCounts, PutRow, WrittenCounts } from "../types.ts";
import { formerRows, lockNumbers, refuseUnseen } from "./lock-numbers.ts";
import { knownCustomers } from "./named-customers.ts";

/** Rows for a register, whose they are, and the ids of what they name. */
export type RowsToWrite<Row extends BulkRow> = {
  rows: readonly Row[];
  origin: BulkOrigin;
  ids: NameIds;
};

/**
 * Write rows of a register by their numbers and enter what was made or changed, with its former values, into the ledger
 * of the import. Numbers must be unique within `rows`, and customers known. A row equal to what is stored is not touched.
 */
export async function writeRows<Row extends BulkRow>(
  tx: TenantTx,
  session: Session,
  register: Register<Row>,
  { rows, origin, ids }: RowsToWrite<Row>,
): Promise<WrittenCounts> {
  if (rows.length === 0) return { created: 0, updated: 0 };
  const held = await holdRows(tx, session, register, { rows, sourceId: origin.sourceId });
  const total = { created: 0, updated: 0 };
  for (const group of rowsBySaid(register, rows, ids)) {
    const given = { rows: group.rows, origin, ids, held };
    const { created, updated } = await writeSaid(tx, session.workspace.id, group.register, given);
    total.created += created;
    total.updated += updated;
  }
  return total;
}

/** How many of the rows there are already; they are held. */
function holdRows<Row extends BulkRow>(
  tx: TenantTx,
  { workspace }: Session,
  { table }: Register<Row>,
  { rows, sourceId }: { rows: readonly Row[]; sourceId: string },
): Promise<number> {
  const numbers = arrayLiteral(rows.map(({ externalId }) => externalId));
  return lockNumbers(tx, { table, tenantId: workspace.id, sourceId, numbers });
}

type HeldRows<Row extends BulkRow> = RowsToWrite<Row> & { held: number };

async function writeSaid<Row extends BulkRow>(
  tx: TenantTx,
  tenantId: string,
  register: Register<Row>,
  { rows, origin, ids, held }: HeldRows<Row>,
): Promise<WrittenCounts> {
  const [{ unseen, ...counts }] = await tx.$queryRaw<[WrittenCounts & { unseen: number }]>`
    WITH ${writtenOnes(tenantId, register, { rows, origin, ids, held })}, ledger AS (
      INSERT INTO import_row (tenant_id, import_id, line, entity, row_id, action, before)
      SELECT ${tenantId}::uuid, ${origin.importId}::uuid, g.line, ${register.entity}, w.id,
        CASE WHEN f.id IS NULL THEN 'created' ELSE 'updated' END,
        CASE WHEN f.id IS NOT NULL THEN to_jsonb(f) - '{tenant_id,id,source_id,external_id}'::text[] END
      FROM written w JOIN given g ON g.external_id = w.external_id LEFT JOIN former f ON f.external_id = w.external_id
      RETURNING action, row_id
    )
    SELECT count(*) FILTER (WHERE action = 'created')::int AS created,
      count(*) FILTER (WHERE action = 'updated')::int AS updated,
      count(*) FILTER (WHERE action = 'created' AND g.id IS NULL)::int AS unseen
    FROM ledger l LEFT JOIN given g ON g.id = l.row_id`;
  refuseUnseen(unseen);
  return counts;
}

/** Rows that belong to no import: whoever takes one back keeps them, as changed by hand. */
export type RowsToPut<Row extends BulkRow> = Omit<RowsToWrite<Row>, "origin"> & {
  sourceId: string;
};

/** Write rows of a register as `writeRows` does, but for no import: there is no ledger, and what became of each is told. */
export async function putRows<Row extends BulkRow>(
  tx: TenantTx,
  session: Session,
  register: Register<Row>,
  { rows, sourceId, ids }: RowsToPut<Row>,
): Promise<PutRow[]> {
  if (rows.length === 0) return [];
  const tenantId = session.workspace.id;
  const origin = { importId: null, sourceId };
  await holdRows(tx, session, register, { rows, sourceId });
  const outcomes: Omit<PutRow, "id">[] = [];
  for (const group of rowsBySaid(register, rows, ids)) {
    const given = { rows: group.rows, origin, ids, held: group.rows.length };
    const put = await tx.$queryRaw<Omit<PutRow, "id">[]>`
      WITH ${writtenOnes(tenantId, group.register, given)}
      SELECT g.external_id AS "externalId",
        CASE WHEN w.id IS NULL THEN 'unchanged' WHEN f.id IS NULL THEN 'created' ELSE 'updated' END AS outcome
      FROM given g LEFT JOIN written w ON w.external_id = g.external_id LEFT JOIN former f ON f.external_id = g.external_id`;
    outcomes.push(...put);
  }
  const stored = await tx.$queryRaw<{ id: string; externalId: string }[]>`
    SELECT id, external_id AS "externalId" FROM ${register.table}
    WHERE tenant_id = ${tenantId}::uuid AND source_id = ${sourceId}::uuid
      AND external_id = ANY(${arrayLiteral(rows.map(({ externalId }) => externalId))}::text[])`;
  const idOf = new Map(stored.map(({ id, externalId }) => [externalId, id]));
  return outcomes.map((row) => ({ ...row, id: idOf.get(row.externalId) ?? "" }));
}

type OnesToWrite<Row extends BulkRow> = Omit<RowsToWrite<Row>, "origin"> & {
  origin: { importId: string | null; sourceId: string };
  /** How many of them there are already */
  held: number;
};

/** The statement that writes: `given`, what was there before as `former`, and what was made or changed as `written`. */
function writtenOnes<Row extends BulkRow>(
  tenantId: string,
  register: Register<Row>,
  { rows, origin, ids, held }: OnesToWrite<Row>,
): Sql {
  const { table, hasCustomer } = register;
  const names = namesOf(register);
  const given = givenRows(register, rows, ids);
  const newOnes = arrayLiteral(newIds(rows.length));
  const lines = arrayLiteral(rows.map(({ line }) => line));
  const stored = sql`t`;
  return sql`given AS (
      SELECT * FROM unnest(${newOnes}::uuid[], ${lines}::int[], ${given.arrays}) AS g (id, line, ${given.names})
    )${knownOnes(register, tenantId, rows)}, former AS MATERIALIZED (
      ${formerRows({ table, tenantId, sourceId: origin.sourceId, numbers: given.numbers }, held)}
    ), written AS (
      INSERT INTO ${table} AS t (tenant_id, id, source_id, external_id, ${names}, changed_import_id)
      SELECT ${tenantId}::uuid, g.id, ${origin.sourceId}::uuid, g.external_id, ${givenValues(register)}, ${origin.importId}::uuid
      FROM given g${hasCustomer ? sql` LEFT JOIN known k ON k.external_id = g.customer` : empty}
      ON CONFLICT (tenant_id, source_id, external_id) DO UPDATE SET ${join(
        ownColumns(register).map(
          ({ name }, at) => sql`${name} = ${afterOf(register, stored)[at] ?? empty}`,
        ),
      )}, changed_import_id = excluded.changed_import_id
      WHERE t.tenant_id = ${tenantId}::uuid AND (${join(ownColumns(register).map(({ name }) => sql`t.${name}`))})
        IS DISTINCT FROM (${join(afterOf(register, stored))})
      RETURNING t.id, t.external_id
    )`;
}

/** What `writeRows` would do, without doing it; customers that do not exist yet by their numbers. */
export async function countRowChanges<Row extends BulkRow>(
  tx: TenantTx,
  session: Session,
  register: Register<Row>,
  { rows, origin, ids }: RowsToWrite<Row>,
): Promise<ExpectedCounts> {
  const total = { created: 0, updated: 0 };
  const unknown = new Set<string>();
  for (const group of rowsBySaid(register, rows, ids)) {
    const given = { rows: group.rows, origin, ids };
    const counts = await countSaidChanges(tx, session.workspace.id, group.register, given);
    total.created += counts.created;
    total.updated += counts.updated;
    for (const number of counts.unknownCustomers) unknown.add(number);
  }
  return { ...total, unknownCustomers: [...unknown] };
}

async function countSaidChanges<Row extends BulkRow>(
  tx: TenantTx,
  tenantId: string,
  register: Register<Row>,
  { rows, origin, ids }: RowsToWrite<Row>,
): Promise<ExpectedCounts> {
  const { table, hasCustomer } = register;
  const given = givenRows(register, rows, ids);
  const after = ownColumns(register).map((column, at) =>
    valueAfter(column, givenValueAt(register, at), sql`f`),
  );
  const [counts] = await tx.$queryRaw<[ExpectedCounts]>`
    WITH given AS (
      SELECT * FROM unnest(${given.arrays}) AS g (${given.names})
    )${knownOnes(register, tenantId, rows)}, former AS MATERIALIZED (
      ${rowsByNumber({ table, tenantId, sourceId: origin.sourceId, numbers: given.numbers })}
    )
    SELECT count(*) FILTER (WHERE f.id IS NULL)::int AS created,
      count(*) FILTER (WHERE f.id IS NOT NULL AND (${join(ownColumns(register).map(({ name }) => sql`f.${name}`))})
        IS DISTINCT FROM (${join(after)}))::int AS updated,
      ${unknownCustomers(hasCustomer)} AS "unknownCustomers"
    FROM given g LEFT JOIN former f ON f.external_id = g.external_id
      ${hasCustomer ? sql`LEFT JOIN known k ON k.external_id = g.customer` : empty}`;
  return counts;
}

type OwnColumn = { name: Sql; fills: boolean; stays: boolean };

/** The columns that a row sets: the customer first, where there is one. */
function ownColumns<Row extends BulkRow>({ hasCustomer, columns }: Register<Row>): OwnColumn[] {
  const own = columns.map(({ name, fills = false, stays = false }) => ({ name, fills, stays }));
  return hasCustomer ? [{ name: sql`customer_id`, fills: true, stays: false }, ...own] : own;
}

function namesOf<Row extends BulkRow>(register: Register<Row>): Sql {
  return join(ownColumns(register).map(({ name }) => name));
}

/** What a row gives for the column at this place, in a statement that knows `given g` and `known k`. */
function givenValueAt<Row extends BulkRow>(register: Register<Row>, at: number): Sql {
  const place = register.hasCustomer ? at - 1 : at;
  const column = register.columns[place];
  return column ? sql`g.${column.name}` : sql`k.id`;
}

function givenValues<Row extends BulkRow>(register: Register<Row>): Sql {
  return join(ownColumns(register).map((_, at) => givenValueAt(register, at)));
}

/** The values of a stored row after a given one has met it. */
function afterOf<Row extends BulkRow>(register: Register<Row>, stored: Sql): Sql[] {
  return ownColumns(register).map((column) =>
    valueAfter(column, sql`excluded.${column.name}`, stored),
  );
}

function valueAfter({ name, fills, stays }: OwnColumn, given: Sql, stored: Sql): Sql {
  if (stays) return sql`${stored}.${name}`;
  return fills ? sql`coalesce(${given}, ${stored}.${name})` : given;
}

/** The columns of the rows as arrays, under the names of the register's columns. */
function givenRows<Row extends BulkRow>(
  { columns, hasCustomer }: Register<Row>,
  rows: readonly Row[],
  ids: NameIds,
) {
  const numbers = arrayLiteral(rows.map(({ externalId }) => externalId));
  const customers = arrayLiteral(rows.map((row) => row.customerExternalId ?? null));
  const cells = columns.map((column) => arrayOf(column, rows, ids));
  return {
    numbers,
    arrays: join([
      sql`${numbers}::text[]`,
      ...(hasCustomer ? [sql`${customers}::text[]`] : []),
      ...cells,
    ]),
    names: join([
      sql`external_id`,
      ...(hasCustomer ? [sql`customer`] : []),
      ...columns.map(({ name }) => name),
    ]),
  };
}

function arrayOf<Row>(column: Column<Row>, rows: readonly Row[], ids: NameIds): Sql {
  return sql`${arrayLiteral(rows.map((row) => column.of(row, ids) ?? column.else ?? null))}::${column.type}[]`;
}

function knownOnes<Row extends BulkRow>(
  { hasCustomer }: Register<Row>,
  tenantId: string,
  rows: readonly Row[],
): Sql {
  if (!hasCustomer) return empty;
  const numbers = arrayLiteral([...new Set(rows.map((row) => row.customerExternalId ?? null))]);
  return sql`, known AS MATERIALIZED (${knownCustomers(tenantId, numbers)})`;
}

function unknownCustomers(hasCustomer: boolean): Sql {
  if (!hasCustomer) return sql`'{}'::text[]`;
  return sql`coalesce(array_agg(DISTINCT g.customer) FILTER (WHERE g.customer IS NOT NULL AND k.external_id IS NULL), '{}')`;
}
