import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { LedgerStretch, UndoneCounts } from "#lib/bulk/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { refreshNets } from "./refresh-nets.ts";

/**
 * Bring back the orders that a stretch of an import's ledger removed, with their lines and what came back of them. One
 * whose number has another order by now, or whose customer is gone, stays away and is listed with the reason; a return
 * that was imported again since stays as it is.
 */
export async function bringBackOrders(
  tx: TenantTx,
  session: Session,
  { importId, afterLine, lastLine }: LedgerStretch,
): Promise<UndoneCounts> {
  const tenantId = session.workspace.id;
  const [{ ids, kept }] = await tx.$queryRaw<[{ ids: string[]; kept: number }]>`
    WITH gone AS MATERIALIZED (
      SELECT l.line, l.row_id, l.before, l.before->>'external_id' AS number,
        CASE WHEN o.id IS NULL AND c.id IS NULL THEN 'customer_gone' WHEN o.id IS NULL THEN NULL
          WHEN o.changed_import_id IS NULL THEN 'changed_by_hand' ELSE 'changed_by_import' END AS reason
      FROM import_row l
        LEFT JOIN customer_order o ON o.tenant_id = ${tenantId}::uuid AND o.external_id = l.before->>'external_id'
        LEFT JOIN customer c ON c.tenant_id = ${tenantId}::uuid AND c.id = (l.before->>'customer_id')::uuid
      WHERE l.tenant_id = ${tenantId}::uuid AND l.import_id = ${importId}::uuid AND l.entity = 'order'
        AND l.action = 'removed' AND l.line > ${afterLine}::int AND l.line <= ${lastLine}::int
    ), orders AS (
      INSERT INTO customer_order (tenant_id, id, external_id, customer_id, ordered_on, ordered_at, amount_minor, gross_minor,
        returned_minor, currency, quantity, product_code, channel, changed_import_id)
      SELECT ${tenantId}::uuid, g.row_id, g.number, f.customer_id, f.ordered_on, f.ordered_at, f.amount_minor, f.gross_minor,
        f.returned_minor, f.currency, f.quantity, f.product_code, f.channel, f.changed_import_id
      FROM gone g CROSS JOIN LATERAL jsonb_populate_record(NULL::customer_order, g.before) AS f WHERE g.reason IS NULL
      RETURNING id
    ), lines AS (
      INSERT INTO order_line (tenant_id, id, order_id, number, product_code, description, quantity, unit_price_minor,
        amount_minor, changed_import_id)
      SELECT ${tenantId}::uuid, f.id, g.row_id, f.number, f.product_code, f.description, f.quantity, f.unit_price_minor,
        f.amount_minor, f.changed_import_id
      FROM gone g CROSS JOIN LATERAL jsonb_populate_recordset(NULL::order_line, g.before->'lines') AS f WHERE g.reason IS NULL
    ), returns AS (
      INSERT INTO order_return (tenant_id, id, external_id, customer_id, order_id, number, return_of, returned_on,
        amount_minor, currency, quantity, product_code, changed_import_id)
      SELECT ${tenantId}::uuid, f.id, f.external_id, f.customer_id, g.row_id, f.number, f.return_of, f.returned_on,
        f.amount_minor, f.currency, f.quantity, f.product_code, f.changed_import_id
      FROM gone g CROSS JOIN LATERAL jsonb_populate_recordset(NULL::order_return, g.before->'returns') AS f
        JOIN customer c ON c.tenant_id = ${tenantId}::uuid AND c.id = f.customer_id
      WHERE g.reason IS NULL
      ON CONFLICT (tenant_id, external_id) DO NOTHING
    ), kept AS (
      INSERT INTO import_kept_row (tenant_id, import_id, line, entity, row_id, external_id, reason)
      SELECT ${tenantId}::uuid, ${importId}::uuid, line, 'order', row_id, number, reason FROM gone WHERE reason IS NOT NULL
      RETURNING 1
    )
    SELECT ARRAY(SELECT id::text FROM orders) AS ids, (SELECT count(*) FROM kept)::int AS kept`;
  await refreshNets(tx, session, ids);
  return { removed: 0, restored: ids.length, kept };
}
