import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import { type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { refreshNets } from "./refresh-nets.ts";

/** How far the matching of an import has come: after which customer, and where in the ledger its next entries stand. */
export type MatchPlace = { afterCustomerId: string; line: number };

export const FIRST_MATCH_PLACE: MatchPlace = {
  afterCustomerId: "00000000-0000-0000-0000-000000000000",
  line: 1,
};

const CUSTOMERS_AT_ONCE = 200;

/**
 * Find the orders of returns that have none, for the next customers who have such returns, and net them. A return belongs
 * to the order that it names, or whose number it has; else to the customer's latest earlier order with enough of its
 * product left; else to the latest earlier one with enough of its amount left. One that names an order waits for it.
 * Gives the place after them; null when none is left. May be repeated.
 */
export async function matchReturns(
  tx: TenantTx,
  session: Session,
  importId: string,
  place: MatchPlace,
): Promise<MatchPlace | null> {
  const customerIds = await lockCustomers(tx, session, place);
  const last = customerIds.at(-1);
  if (!last) return null;
  const ids = arrayLiteral(customerIds);
  await settleLeft(tx, session, ids);
  const match: Match = { importId, line: place.line };
  await link(tx, session, match, byNumber(session, ids));
  for (const returnIds of await inTurn(tx, session, ids)) {
    const found = byCustomer(session, arrayLiteral(returnIds));
    await link(tx, session, match, found);
  }
  return { afterCustomerId: last, line: place.line + 1 };
}

/** How many returns that an import wrote have no order. */
export async function countUnmatchedReturns(
  tx: TenantTx,
  { workspace }: Session,
  importId: string,
): Promise<number> {
  const [found] = await tx.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM order_return r
    WHERE r.tenant_id = ${workspace.id}::uuid AND r.order_id IS NULL AND r.changed_import_id = ${importId}::uuid`;
  return found.count;
}

type Match = { importId: string; line: number };

/** Two imports that end at once must not give the same pieces of an order away twice. */
async function lockCustomers(
  tx: TenantTx,
  { workspace }: Session,
  { afterCustomerId }: MatchPlace,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM customer c WHERE c.tenant_id = ${workspace.id}::uuid AND c.id = ANY(ARRAY(
      SELECT DISTINCT r.customer_id FROM order_return r
      WHERE r.tenant_id = ${workspace.id}::uuid AND r.order_id IS NULL AND r.customer_id > ${afterCustomerId}::uuid
      ORDER BY 1 LIMIT ${CUSTOMERS_AT_ONCE}::int))
    ORDER BY c.id FOR NO KEY UPDATE`;
  return rows.map(({ id }) => id);
}

/** Orders that still count what a changed return was before. */
async function settleLeft(tx: TenantTx, session: Session, customerIds: string): Promise<void> {
  const rows = await tx.$queryRaw<{ orderId: string }[]>`
    WITH left_behind AS MATERIALIZED (
      SELECT r.id, r.left_order_id FROM order_return r WHERE r.tenant_id = ${session.workspace.id}::uuid
        AND r.customer_id = ANY(${customerIds}::uuid[]) AND r.order_id IS NULL AND r.left_order_id IS NOT NULL
    ), settled AS (
      UPDATE order_return r SET left_order_id = NULL FROM left_behind b
      WHERE r.tenant_id = ${session.workspace.id}::uuid AND r.id = b.id
    )
    SELECT left_order_id AS "orderId" FROM left_behind`;
  await refreshNets(
    tx,
    session,
    rows.map(({ orderId }) => orderId),
  );
}

/** Give returns their orders, enter those of other imports into the ledger, and net. `found` has id and order_id. */
async function link(
  tx: TenantTx,
  session: Session,
  { importId, line }: Match,
  found: Sql,
): Promise<void> {
  const tenantId = session.workspace.id;
  const rows = await tx.$queryRaw<{ orderId: string }[]>`
    WITH found AS MATERIALIZED (${found}), linked AS (
      UPDATE order_return r SET order_id = f.order_id FROM found f
      WHERE r.tenant_id = ${tenantId}::uuid AND r.id = f.id AND r.order_id IS NULL AND f.order_id IS NOT NULL
      RETURNING r.id, r.order_id, r.changed_import_id
    ), ledger AS (
      INSERT INTO import_row (tenant_id, import_id, line, entity, row_id, action, before)
      SELECT ${tenantId}::uuid, ${importId}::uuid, ${line}::int, 'return_match', id, 'updated',
        jsonb_build_object('order_id', NULL, 'matched_order_id', order_id)
      FROM linked WHERE changed_import_id IS DISTINCT FROM ${importId}::uuid
    )
    SELECT order_id AS "orderId" FROM linked`;
  await refreshNets(
    tx,
    session,
    rows.map(({ orderId }) => orderId),
  );
}

function byNumber({ workspace }: Session, customerIds: string): Sql {
  return sql`
    SELECT r.id, o.id AS order_id FROM order_return r JOIN customer_order o ON o.tenant_id = ${workspace.id}::uuid
      AND o.external_id = coalesce(r.return_of, r.number) AND o.currency = r.currency
    WHERE r.tenant_id = ${workspace.id}::uuid AND r.order_id IS NULL AND r.customer_id = ANY(${customerIds}::uuid[])`;
}

/** What is still without an order, the first return of each customer first: what it takes is gone for the next. */
async function inTurn(
  tx: TenantTx,
  { workspace }: Session,
  customerIds: string,
): Promise<string[][]> {
  const rows = await tx.$queryRaw<{ ids: string[] }[]>`
    SELECT array_agg(id) AS ids FROM (
      SELECT r.id, row_number() OVER (PARTITION BY r.customer_id ORDER BY r.returned_on, r.external_id) AS turn
      FROM order_return r WHERE r.tenant_id = ${workspace.id}::uuid AND r.order_id IS NULL AND r.return_of IS NULL
        AND r.customer_id = ANY(${customerIds}::uuid[])) AS waiting
    GROUP BY turn ORDER BY turn`;
  return rows.map(({ ids }) => ids);
}

/** An order that holds one product itself is its own only line. */
function byCustomer({ workspace }: Session, returnIds: string): Sql {
  const earlier = sql`o.tenant_id = ${workspace.id}::uuid AND o.customer_id = r.customer_id AND o.ordered_on <= r.returned_on
    AND o.currency = r.currency`;
  const latest = sql`ORDER BY o.ordered_on DESC, o.id DESC LIMIT 1`;
  return sql`
    SELECT r.id, coalesce(
      (SELECT o.id FROM customer_order o WHERE ${earlier} AND coalesce(
          (SELECT sum(coalesce(l.quantity, 1)) FROM order_line l
            WHERE l.tenant_id = ${workspace.id}::uuid AND l.order_id = o.id AND l.product_code = r.product_code),
          CASE WHEN o.product_code = r.product_code THEN coalesce(o.quantity, 1) END)
        - coalesce((SELECT sum(coalesce(x.quantity, 1)) FROM order_return x
            WHERE x.tenant_id = ${workspace.id}::uuid AND x.order_id = o.id AND x.product_code = r.product_code), 0)
        >= coalesce(r.quantity, 1) ${latest}),
      (SELECT o.id FROM customer_order o WHERE ${earlier} AND o.amount_minor >= r.amount_minor ${latest})) AS order_id
    FROM order_return r WHERE r.tenant_id = ${workspace.id}::uuid AND r.id = ANY(${returnIds}::uuid[])`;
}
