import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { LedgerStretch, UndoneCounts } from "#lib/bulk/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/**
 * Take back what a stretch of an import's ledger made of lines of orders, before the orders themselves. A line stays, with
 * the reason, where a later import or a person has changed it or its order.
 */
export async function undoOrderLines(
  tx: TenantTx,
  session: Session,
  stretch: LedgerStretch,
): Promise<UndoneCounts> {
  await lockOrdersOfLines(tx, session, stretch);
  return takeBack(tx, session, stretch);
}

/** Whoever writes lines of an order changes the order: it is waited for, and seen by the statement that follows. */
async function lockOrdersOfLines(
  tx: TenantTx,
  { workspace }: Session,
  { importId, afterLine, lastLine }: LedgerStretch,
): Promise<void> {
  const tenantId = workspace.id;
  await tx.$queryRaw`
    SELECT count(*) FROM (
      SELECT 1 FROM customer_order o WHERE o.tenant_id = ${tenantId}::uuid AND o.id IN (
        SELECT t.order_id FROM import_row l JOIN order_line t ON t.tenant_id = ${tenantId}::uuid AND t.id = l.row_id
        WHERE l.tenant_id = ${tenantId}::uuid AND l.import_id = ${importId}::uuid AND l.entity = 'order_line'
          AND l.line > ${afterLine}::int AND l.line <= ${lastLine}::int)
      ORDER BY o.id FOR UPDATE) AS locked`;
}

async function takeBack(
  tx: TenantTx,
  { workspace }: Session,
  { importId, afterLine, lastLine }: LedgerStretch,
): Promise<UndoneCounts> {
  const tenantId = workspace.id;
  const [counts] = await tx.$queryRaw<[UndoneCounts]>`
    WITH stored AS MATERIALIZED (
      SELECT l.line, l.action, l.before, t.id, o.external_id || ':' || t.number AS external_id,
        CASE WHEN t.changed_import_id IS NULL OR o.changed_import_id IS NULL THEN 'changed_by_hand'
          WHEN t.changed_import_id <> ${importId}::uuid OR o.changed_import_id <> ${importId}::uuid THEN 'changed_by_import'
          END AS reason
      FROM import_row l JOIN order_line t ON t.tenant_id = ${tenantId}::uuid AND t.id = l.row_id
        JOIN customer_order o ON o.tenant_id = ${tenantId}::uuid AND o.id = t.order_id
      WHERE l.tenant_id = ${tenantId}::uuid AND l.import_id = ${importId}::uuid AND l.entity = 'order_line'
        AND l.line > ${afterLine}::int AND l.line <= ${lastLine}::int
    ), removed AS (
      DELETE FROM order_line t WHERE t.tenant_id = ${tenantId}::uuid
        AND t.id = ANY(ARRAY(SELECT id FROM stored WHERE action = 'created' AND reason IS NULL))
      RETURNING 1
    ), restored AS (
      UPDATE order_line t SET product_code = f.product_code, description = f.description, quantity = f.quantity,
        unit_price_minor = f.unit_price_minor, amount_minor = f.amount_minor, changed_import_id = f.changed_import_id
      FROM stored s CROSS JOIN LATERAL jsonb_populate_record(NULL::order_line, s.before) AS f
      WHERE t.tenant_id = ${tenantId}::uuid AND t.id = s.id AND s.action = 'updated' AND s.reason IS NULL
      RETURNING 1
    ), kept AS (
      INSERT INTO import_kept_row (tenant_id, import_id, line, entity, row_id, external_id, reason)
      SELECT ${tenantId}::uuid, ${importId}::uuid, line, 'order_line', id, external_id, reason
      FROM stored WHERE reason IS NOT NULL
      RETURNING 1
    )
    SELECT (SELECT count(*) FROM removed)::int AS removed, (SELECT count(*) FROM restored)::int AS restored,
      (SELECT count(*) FROM kept)::int AS kept`;
  return counts;
}
