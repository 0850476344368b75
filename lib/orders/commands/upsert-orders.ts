import "server-only";
import type { Session } from "#lib/auth/types.ts";
import {
  formerRows,
  knownCustomers,
  lockNumbers,
  refuseUnseen,
  rowsByNumber,
} from "#lib/bulk/index.ts";
import type { ExpectedCounts, PutRow, WrittenCounts } from "#lib/bulk/types.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import { newIds } from "#lib/db/new-ids.ts";
import { type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { OrderToWrite } from "../types.ts";

/**
 * Write orders of known customers and enter what was made or changed, with its former values, into the ledger of the
 * import. External ids must be unique within `orders`. A row equal to what is stored is not touched; a row whose
 * customer is unknown is refused by the database. What came back of an order still counts against its new amount.
 */
export async function upsertOrders(
  tx: TenantTx,
  session: Session,
  importId: string,
  orders: readonly OrderToWrite[],
): Promise<WrittenCounts> {
  if (orders.length === 0) return { created: 0, updated: 0 };
  return writeOrders(tx, session.workspace.id, importId, orders);
}

/** What `upsertOrders` would do, without doing it; customers that do not exist yet by their numbers. */
export async function countOrderChanges(
  tx: TenantTx,
  session: Session,
  orders: readonly OrderToWrite[],
): Promise<ExpectedCounts> {
  if (orders.length === 0) return { created: 0, updated: 0, unknownCustomers: [] };
  const tenantId = session.workspace.id;
  const columns = columnsOf(orders);
  const [counts] = await tx.$queryRaw<[ExpectedCounts]>`
    WITH given AS (
      SELECT * FROM unnest(${columns.externalId}::text[], ${columns.customerExternalId}::text[], ${columns.orderedOn}::date[],
        ${columns.orderedAt}::timestamptz[], ${columns.amountMinor}::bigint[], ${columns.currency}::text[],
        ${columns.quantity}::int[], ${columns.productCode}::text[], ${columns.channel}::text[])
        AS g (external_id, customer, ordered_on, ordered_at, amount_minor, currency, quantity, product_code, channel)
    ), former AS MATERIALIZED (
      ${rowsByNumber({ table: sql`customer_order`, tenantId, numbers: columns.externalId })}
    ), known AS MATERIALIZED (${knownCustomers(tenantId, columns.customerExternalId)})
    SELECT count(*) FILTER (WHERE f.id IS NULL)::int AS created,
      count(*) FILTER (WHERE f.id IS NOT NULL AND (f.customer_id, f.ordered_on, coalesce(f.gross_minor, f.amount_minor), f.currency,
        f.ordered_at, f.quantity, f.product_code, f.channel) IS DISTINCT FROM (k.id, g.ordered_on, g.amount_minor, g.currency,
        coalesce(g.ordered_at, f.ordered_at), coalesce(g.quantity, f.quantity), coalesce(g.product_code, f.product_code),
        coalesce(g.channel, f.channel)))::int AS updated,
      coalesce(array_agg(DISTINCT g.customer) FILTER (WHERE k.external_id IS NULL), '{}') AS "unknownCustomers"
    FROM given g LEFT JOIN former f ON f.external_id = g.external_id LEFT JOIN known k ON k.external_id = g.customer`;
  return counts;
}

async function writeOrders(
  tx: TenantTx,
  tenantId: string,
  importId: string,
  orders: readonly OrderToWrite[],
): Promise<WrittenCounts> {
  const numbers = arrayLiteral(orders.map(({ externalId }) => externalId));
  const held = await lockNumbers(tx, { table: sql`customer_order`, tenantId, numbers });
  const [{ unseen, ...counts }] = await tx.$queryRaw<[WrittenCounts & { unseen: number }]>`
    WITH ${writtenOrders(tenantId, importId, orders, held)}, ledger AS (
      INSERT INTO import_row (tenant_id, import_id, line, entity, row_id, action, before)
      SELECT ${tenantId}::uuid, ${importId}::uuid, g.line, 'order', w.id,
        CASE WHEN f.id IS NULL THEN 'created' ELSE 'updated' END,
        CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('customer_id', f.customer_id, 'ordered_on', f.ordered_on,
          'ordered_at', f.ordered_at, 'amount_minor', coalesce(f.gross_minor, f.amount_minor), 'currency', f.currency, 'quantity', f.quantity,
          'product_code', f.product_code, 'channel', f.channel, 'changed_import_id', f.changed_import_id) END
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

/** Write orders as `upsertOrders` does, but for no import: there is no ledger, and what became of each is told. */
export async function putOrders(
  tx: TenantTx,
  session: Session,
  orders: readonly OrderToWrite[],
): Promise<PutRow[]> {
  if (orders.length === 0) return [];
  const tenantId = session.workspace.id;
  const outcomes = await tx.$queryRaw<Omit<PutRow, "id">[]>`
    WITH ${writtenOrders(tenantId, null, orders, orders.length)}
    SELECT g.external_id AS "externalId",
      CASE WHEN w.id IS NULL THEN 'unchanged' WHEN f.id IS NULL THEN 'created' ELSE 'updated' END AS outcome
    FROM given g LEFT JOIN written w ON w.external_id = g.external_id LEFT JOIN former f ON f.external_id = g.external_id`;
  const stored = await tx.customerOrder.findMany({
    where: { externalId: { in: orders.map(({ externalId }) => externalId) } },
    select: { id: true, externalId: true },
  });
  const idOf = new Map(stored.map(({ id, externalId }) => [externalId, id]));
  return outcomes.map((row) => ({ ...row, id: idOf.get(row.externalId) ?? "" }));
}

/**
 * The statement that writes: `given`, what was there before as `former` (nothing where none is `held`), and what was made or
 * changed as `written`.
 */
function writtenOrders(
  tenantId: string,
  importId: string | null,
  orders: readonly OrderToWrite[],
  held: number,
): Sql {
  const columns = columnsOf(orders);
  const ids = arrayLiteral(newIds(orders.length));
  const lines = arrayLiteral(orders.map(({ line }) => line));
  return sql`given AS (
      SELECT * FROM unnest(${ids}::uuid[], ${lines}::int[], ${columns.externalId}::text[], ${columns.customerExternalId}::text[],
        ${columns.orderedOn}::date[], ${columns.orderedAt}::timestamptz[], ${columns.amountMinor}::bigint[],
        ${columns.currency}::text[], ${columns.quantity}::int[], ${columns.productCode}::text[], ${columns.channel}::text[])
        AS g (id, line, external_id, customer, ordered_on, ordered_at, amount_minor, currency, quantity, product_code, channel)
    ), known AS MATERIALIZED (${knownCustomers(tenantId, columns.customerExternalId)}), former AS MATERIALIZED (
      ${formerRows({ table: sql`customer_order`, tenantId, numbers: columns.externalId }, held)}
    ), written AS (
      INSERT INTO customer_order AS o (tenant_id, id, external_id, customer_id, ordered_on, ordered_at, amount_minor, currency,
        quantity, product_code, channel, changed_import_id)
      SELECT ${tenantId}::uuid, g.id, g.external_id, k.id, g.ordered_on, g.ordered_at, g.amount_minor, g.currency,
        g.quantity, g.product_code, g.channel, ${importId}::uuid
      FROM given g LEFT JOIN known k ON k.external_id = g.customer
      ON CONFLICT (tenant_id, external_id) DO UPDATE SET customer_id = excluded.customer_id, ordered_on = excluded.ordered_on,
        ordered_at = coalesce(excluded.ordered_at, o.ordered_at), currency = excluded.currency,
        amount_minor = greatest(excluded.amount_minor - o.returned_minor, 0),
        gross_minor = CASE WHEN o.returned_minor > 0 THEN excluded.amount_minor END,
        quantity = coalesce(excluded.quantity, o.quantity), product_code = coalesce(excluded.product_code, o.product_code),
        channel = coalesce(excluded.channel, o.channel), changed_import_id = excluded.changed_import_id
      WHERE o.tenant_id = ${tenantId}::uuid AND (o.customer_id, o.ordered_on, coalesce(o.gross_minor, o.amount_minor), o.currency,
        o.ordered_at, o.quantity, o.product_code, o.channel) IS DISTINCT FROM (excluded.customer_id, excluded.ordered_on, excluded.amount_minor,
        excluded.currency, coalesce(excluded.ordered_at, o.ordered_at), coalesce(excluded.quantity, o.quantity),
        coalesce(excluded.product_code, o.product_code), coalesce(excluded.channel, o.channel))
      RETURNING o.id, o.external_id
    )`;
}

function columnsOf(orders: readonly OrderToWrite[]) {
  return {
    externalId: arrayLiteral(orders.map(({ externalId }) => externalId)),
    customerExternalId: arrayLiteral(orders.map(({ customerExternalId }) => customerExternalId)),
    orderedOn: arrayLiteral(orders.map(({ orderedOn }) => orderedOn)),
    orderedAt: arrayLiteral(orders.map(({ orderedAt }) => orderedAt)),
    amountMinor: arrayLiteral(orders.map(({ amountMinor }) => amountMinor)),
    currency: arrayLiteral(orders.map(({ currency }) => currency)),
    quantity: arrayLiteral(orders.map(({ quantity }) => quantity)),
    productCode: arrayLiteral(orders.map(({ productCode }) => productCode)),
    channel: arrayLiteral(orders.map(({ channel }) => channel)),
  };
}
