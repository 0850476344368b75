import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { knownCustomers, rowsByNumber } from "#lib/bulk/index.ts";
import type { ExpectedCounts, WrittenCounts } from "#lib/bulk/types.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import { newIds } from "#lib/db/new-ids.ts";
import { type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { OrderLineToWrite } from "../types.ts";

/**
 * Write lines of orders of known customers, and the orders that they make, with an entry in the ledger of the import for
 * each line and, once, for each order. An order without a total of its own is what all its lines add up to, those of
 * earlier imports included. Counts are of lines; a first line that says something new of its order counts as changed.
 * Not for two chunks at once: they may hold lines of the same order.
 */
export async function upsertOrderLines(
  tx: TenantTx,
  session: Session,
  importId: string,
  lines: readonly OrderLineToWrite[],
): Promise<WrittenCounts> {
  if (lines.length === 0) return { created: 0, updated: 0 };
  const { created, updated } = await countOrderLineChanges(tx, session, lines);
  const given = givenLines(lines);
  await createOrders(tx, session, importId, given);
  await writeLines(tx, session, importId, given);
  await settleOrders(tx, session, importId, given);
  return { created, updated };
}

/** What `upsertOrderLines` would do, without doing it; customers that do not exist yet by their numbers. */
export async function countOrderLineChanges(
  tx: TenantTx,
  { workspace }: Session,
  lines: readonly OrderLineToWrite[],
): Promise<ExpectedCounts> {
  if (lines.length === 0) return { created: 0, updated: 0, unknownCustomers: [] };
  const tenantId = workspace.id;
  const given = givenLines(lines);
  const [counts] = await tx.$queryRaw<[ExpectedCounts]>`
    WITH ${given.rows}, former AS MATERIALIZED (
      ${ordersOf(tenantId, given)}
    ), known AS MATERIALIZED (${knownCustomers(tenantId, given.customers)}), compared AS (
      SELECT g.customer, k.id AS customer_id, l.id AS line_id, g.is_first AND f.id IS NOT NULL
          AND ${headDiffers(sql`f`, sql`g`, sql`k.id`)} AS is_new_head,
        (l.product_code, l.description, l.quantity, l.unit_price_minor, l.amount_minor)
          IS DISTINCT FROM (g.product_code, coalesce(g.description, l.description), g.quantity, g.unit_price_minor, g.amount_minor) AS is_changed
      FROM given g LEFT JOIN former f ON f.external_id = g.order_number LEFT JOIN known k ON k.external_id = g.customer
        LEFT JOIN order_line l ON l.tenant_id = ${tenantId}::uuid AND l.order_id = f.id AND l.number = g.number
    )
    SELECT count(*) FILTER (WHERE line_id IS NULL)::int AS created,
      count(*) FILTER (WHERE line_id IS NOT NULL AND (is_changed OR is_new_head))::int AS updated,
      coalesce(array_agg(DISTINCT customer) FILTER (WHERE customer_id IS NULL), '{}') AS "unknownCustomers"
    FROM compared`;
  return counts;
}

type GivenLines = { rows: Sql; orders: string; customers: string; count: number };

function givenLines(lines: readonly OrderLineToWrite[]): GivenLines {
  const column = (of: (line: OrderLineToWrite) => string | number | null) =>
    arrayLiteral(lines.map(of));
  return {
    rows: sql`given AS (
      SELECT * FROM unnest(${arrayLiteral(newIds(lines.length))}::uuid[], ${column(({ line }) => line)}::int[],
        ${column((row) => row.orderExternalId)}::text[], ${column(({ number }) => number)}::text[],
        ${column(({ isFirst }) => (isFirst ? "t" : "f"))}::bool[], ${column((row) => row.customerExternalId)}::text[],
        ${column(({ orderedOn }) => orderedOn)}::date[], ${column(({ orderedAt }) => orderedAt)}::timestamptz[],
        ${column(({ channel }) => channel)}::text[], ${column(({ currency }) => currency)}::text[],
        ${column(({ totalMinor }) => totalMinor)}::bigint[], ${column(({ productCode }) => productCode)}::text[],
        ${column(({ description }) => description)}::text[], ${column(({ quantity }) => quantity)}::int[],
        ${column(({ unitPriceMinor }) => unitPriceMinor)}::bigint[], ${column(({ amountMinor }) => amountMinor)}::bigint[])
        AS g (id, line, order_number, number, is_first, customer, ordered_on, ordered_at, channel, currency, total_minor,
          product_code, description, quantity, unit_price_minor, amount_minor))`,
    orders: arrayLiteral([...new Set(lines.map(({ orderExternalId }) => orderExternalId))]),
    customers: arrayLiteral([
      ...new Set(lines.map(({ customerExternalId }) => customerExternalId)),
    ]),
    count: lines.length,
  };
}

function ordersOf(tenantId: string, { orders }: GivenLines): Sql {
  return rowsByNumber({ table: sql`customer_order`, tenantId, numbers: orders });
}

/** Whether the first line of an order says something else of it than is stored. */
function headDiffers(stored: Sql, given: Sql, customerId: Sql): Sql {
  return sql`((${stored}.customer_id, ${stored}.ordered_on, ${stored}.currency, ${stored}.ordered_at, ${stored}.channel,
      coalesce(${stored}.gross_minor, ${stored}.amount_minor))
    IS DISTINCT FROM (${customerId}, ${given}.ordered_on, ${given}.currency, coalesce(${given}.ordered_at, ${stored}.ordered_at),
      coalesce(${given}.channel, ${stored}.channel), coalesce(${given}.total_minor, ${stored}.gross_minor, ${stored}.amount_minor)))`;
}

/** Orders that nobody knows yet, for their lines to hang on; what they add up to follows. */
async function createOrders(
  tx: TenantTx,
  { workspace }: Session,
  importId: string,
  given: GivenLines,
): Promise<void> {
  const ids = arrayLiteral(newIds(given.count));
  await tx.$executeRaw`
    WITH ${given.rows}, known AS MATERIALIZED (${knownCustomers(workspace.id, given.customers)}), earliest AS (
      SELECT DISTINCT ON (g.order_number) g.* FROM given g ORDER BY g.order_number, g.line
    ), named AS (
      SELECT e.*, (${ids}::uuid[])[row_number() OVER ()] AS order_id FROM earliest e
    ), made AS (
      INSERT INTO customer_order (tenant_id, id, external_id, customer_id, ordered_on, ordered_at, amount_minor, currency,
        channel, changed_import_id)
      SELECT ${workspace.id}::uuid, n.order_id, n.order_number, k.id, n.ordered_on, n.ordered_at, coalesce(n.total_minor, 0),
        n.currency, n.channel, ${importId}::uuid
      FROM named n LEFT JOIN known k ON k.external_id = n.customer
      WHERE NOT EXISTS (SELECT 1 FROM customer_order o
        WHERE o.tenant_id = ${workspace.id}::uuid AND o.external_id = n.order_number)
      ON CONFLICT (tenant_id, external_id) DO NOTHING
      RETURNING id
    )
    INSERT INTO import_row (tenant_id, import_id, line, entity, row_id, action)
    SELECT ${workspace.id}::uuid, ${importId}::uuid, n.line, 'order', m.id, 'created'
    FROM made m JOIN named n ON n.order_id = m.id`;
}

async function writeLines(
  tx: TenantTx,
  { workspace }: Session,
  importId: string,
  given: GivenLines,
): Promise<void> {
  await tx.$executeRaw`
    WITH ${given.rows}, its_order AS MATERIALIZED (
      ${ordersOf(workspace.id, given)}
    ), former AS MATERIALIZED (
      SELECT l.* FROM order_line l JOIN its_order i ON i.id = l.order_id WHERE l.tenant_id = ${workspace.id}::uuid
    ), written AS (
      INSERT INTO order_line AS l (tenant_id, id, order_id, number, product_code, description, quantity, unit_price_minor,
        amount_minor, changed_import_id)
      SELECT ${workspace.id}::uuid, g.id, i.id, g.number, g.product_code, g.description, g.quantity, g.unit_price_minor,
        g.amount_minor, ${importId}::uuid
      FROM given g LEFT JOIN its_order i ON i.external_id = g.order_number
      ON CONFLICT (tenant_id, order_id, number) DO UPDATE SET product_code = excluded.product_code,
        description = coalesce(excluded.description, l.description), quantity = excluded.quantity,
        unit_price_minor = excluded.unit_price_minor, amount_minor = excluded.amount_minor,
        changed_import_id = excluded.changed_import_id
      WHERE l.tenant_id = ${workspace.id}::uuid AND (l.product_code, l.description, l.quantity, l.unit_price_minor, l.amount_minor)
        IS DISTINCT FROM (excluded.product_code, coalesce(excluded.description, l.description), excluded.quantity,
          excluded.unit_price_minor, excluded.amount_minor)
      RETURNING l.id, l.order_id, l.number
    )
    INSERT INTO import_row (tenant_id, import_id, line, entity, row_id, action, before)
    SELECT ${workspace.id}::uuid, ${importId}::uuid, g.line, 'order_line', w.id,
      CASE WHEN f.id IS NULL THEN 'created' ELSE 'updated' END,
      CASE WHEN f.id IS NOT NULL THEN to_jsonb(f) - '{tenant_id,id,order_id,number}'::text[] END
    FROM written w JOIN its_order i ON i.id = w.order_id JOIN given g ON g.order_number = i.external_id AND g.number = w.number
      LEFT JOIN former f ON f.id = w.id`;
}

/**
 * What the orders of these lines are by now. An order that this import has changed before is not entered again: its first
 * entry holds what was before the import.
 */
async function settleOrders(
  tx: TenantTx,
  { workspace }: Session,
  importId: string,
  given: GivenLines,
): Promise<void> {
  const tenantId = workspace.id;
  await tx.$executeRaw`
    WITH ${given.rows}, known AS MATERIALIZED (${knownCustomers(tenantId, given.customers)}), former AS MATERIALIZED (
      ${ordersOf(tenantId, given)}
    ), sums AS MATERIALIZED (
      SELECT l.order_id, sum(l.amount_minor)::bigint AS amount_minor, sum(l.quantity)::bigint AS quantity,
        bool_or(l.changed_import_id = ${importId}::uuid) AS has_new
      FROM order_line l JOIN former f ON f.id = l.order_id WHERE l.tenant_id = ${tenantId}::uuid GROUP BY 1
    ), heads AS (
      SELECT g.*, k.id AS customer_id FROM given g JOIN known k ON k.external_id = g.customer WHERE g.is_first
    ), firsts AS (
      SELECT order_number, min(line) AS line, bool_or(total_minor IS NULL) AS adds_up FROM given GROUP BY 1
    ), settled AS (
      SELECT f.id, t.line, h.customer_id, h.ordered_on, h.ordered_at, h.currency, h.channel, least(s.quantity, 2147483647)::int AS quantity,
        CASE WHEN t.adds_up THEN s.amount_minor ELSE coalesce(h.total_minor, f.gross_minor, f.amount_minor) END AS gross
      FROM former f JOIN firsts t ON t.order_number = f.external_id JOIN sums s ON s.order_id = f.id
        LEFT JOIN heads h ON h.order_number = f.external_id
      WHERE s.has_new OR (h.order_number IS NOT NULL AND ${headDiffers(sql`f`, sql`h`, sql`h.customer_id`)})
    ), updated AS (
      UPDATE customer_order o SET customer_id = coalesce(s.customer_id, o.customer_id),
        ordered_on = coalesce(s.ordered_on, o.ordered_on), ordered_at = coalesce(s.ordered_at, o.ordered_at),
        currency = coalesce(s.currency, o.currency), channel = coalesce(s.channel, o.channel), quantity = s.quantity,
        amount_minor = greatest(s.gross - o.returned_minor, 0),
        gross_minor = CASE WHEN o.returned_minor > 0 THEN s.gross END, changed_import_id = ${importId}::uuid
      FROM settled s WHERE o.tenant_id = ${tenantId}::uuid AND o.id = s.id
      RETURNING o.id
    )
    INSERT INTO import_row (tenant_id, import_id, line, entity, row_id, action, before)
    SELECT ${tenantId}::uuid, ${importId}::uuid, s.line, 'order', f.id, 'updated', jsonb_build_object('customer_id', f.customer_id,
      'ordered_on', f.ordered_on, 'ordered_at', f.ordered_at, 'amount_minor', coalesce(f.gross_minor, f.amount_minor),
      'currency', f.currency, 'quantity', f.quantity, 'product_code', f.product_code, 'channel', f.channel,
      'changed_import_id', f.changed_import_id)
    FROM updated u JOIN former f ON f.id = u.id JOIN settled s ON s.id = u.id
    WHERE f.changed_import_id IS DISTINCT FROM ${importId}::uuid`;
}
