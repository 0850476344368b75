import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { rowsByNumber } from "#lib/bulk/index.ts";
import type { ExpectedCounts, WrittenCounts } from "#lib/bulk/types.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import { type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { OrderToRemove } from "../types.ts";

/**
 * Remove orders that were called off, with their lines and what came back of them; the ledger of the import holds each whole,
 * so that Undo brings it back. Each row that names a stored order counts as a change.
 */
export async function removeOrders(
  tx: TenantTx,
  session: Session,
  importId: string,
  rows: readonly OrderToRemove[],
): Promise<WrittenCounts> {
  if (rows.length === 0) return { created: 0, updated: 0 };
  const tenantId = session.workspace.id;
  const given = givenRows(tenantId, rows);
  await hold(tx, tenantId, given);
  const { updated } = await countRemovals(tx, session, rows);
  await tx.$executeRaw`
    WITH ${given.rows}, gone AS MATERIALIZED (
      SELECT o.*, g.line FROM (${given.stored}) o
        JOIN (SELECT order_number, min(line) AS line FROM given GROUP BY 1) g ON g.order_number = o.external_id
    ), ledger AS (
      INSERT INTO import_row (tenant_id, import_id, line, entity, row_id, action, before)
      SELECT ${tenantId}::uuid, ${importId}::uuid, o.line, 'order', o.id, 'removed',
        to_jsonb(o) - '{tenant_id,id,line}'::text[] || jsonb_build_object(
          'lines', (SELECT coalesce(jsonb_agg(to_jsonb(l) - '{tenant_id,order_id}'::text[]), '[]') FROM order_line l
            WHERE l.tenant_id = ${tenantId}::uuid AND l.order_id = o.id),
          'returns', (SELECT coalesce(jsonb_agg(to_jsonb(r) - '{tenant_id,order_id,left_order_id}'::text[]), '[]')
            FROM order_return r WHERE r.tenant_id = ${tenantId}::uuid AND r.order_id = o.id))
      FROM gone o
    )
    DELETE FROM customer_order o USING gone g WHERE o.tenant_id = ${tenantId}::uuid AND o.id = g.id`;
  return { created: 0, updated };
}

/** What `removeOrders` would count. */
export async function countRemovals(
  tx: TenantTx,
  { workspace }: Session,
  rows: readonly OrderToRemove[],
): Promise<ExpectedCounts> {
  if (rows.length === 0) return { created: 0, updated: 0, unknownCustomers: [] };
  const given = givenRows(workspace.id, rows);
  const [counts] = await tx.$queryRaw<[WrittenCounts]>`
    WITH ${given.rows}
    SELECT 0 AS created, count(*)::int AS updated
    FROM given g JOIN (${given.stored}) o ON o.external_id = g.order_number`;
  return { ...counts, unknownCustomers: [] };
}

type GivenRows = { rows: Sql; stored: Sql };

function givenRows(tenantId: string, rows: readonly OrderToRemove[]): GivenRows {
  const lines = arrayLiteral(rows.map(({ line }) => line));
  const orders = arrayLiteral(rows.map(({ orderExternalId }) => orderExternalId));
  return {
    rows: sql`given AS (
      SELECT * FROM unnest(${lines}::int[], ${orders}::text[]) AS g (line, order_number))`,
    stored: rowsByNumber({ table: sql`customer_order`, tenantId, numbers: orders }),
  };
}

/** What another import hangs on one of them is waited for, and seen by the statement that follows. */
async function hold(tx: TenantTx, tenantId: string, { stored }: GivenRows): Promise<void> {
  await tx.$queryRaw`
    SELECT count(*) FROM (
      SELECT 1 FROM customer_order o WHERE o.tenant_id = ${tenantId}::uuid
        AND o.id = ANY(ARRAY(SELECT s.id FROM (${stored}) s)) ORDER BY o.id FOR UPDATE) AS locked`;
}
