import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { lockLedgerRows } from "#lib/bulk/index.ts";
import type { LedgerStretch, UndoneCounts } from "#lib/bulk/types.ts";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { bringBackOrders } from "./bring-back-orders.ts";

/**
 * Take back what a stretch of an import's ledger made of orders: those it made are removed, those it changed get their
 * former values, less what has come back of them by now, those it removed are brought back. An order that a later import
 * or a person has changed or removed stays as it is and is listed with the reason.
 */
export async function undoOrders(
  tx: TenantTx,
  session: Session,
  stretch: LedgerStretch,
): Promise<UndoneCounts> {
  await lockLedgerRows(tx, session, { entity: "order", table: sql`customer_order` }, stretch);
  const taken = await takeBack(tx, session, stretch);
  const brought = await bringBackOrders(tx, session, stretch);
  return {
    removed: taken.removed,
    restored: taken.restored + brought.restored,
    kept: taken.kept + brought.kept,
  };
}

async function takeBack(
  tx: TenantTx,
  session: Session,
  { importId, afterLine, lastLine }: LedgerStretch,
): Promise<UndoneCounts> {
  const tenantId = session.workspace.id;
  const [counts] = await tx.$queryRaw<[UndoneCounts]>`
    WITH stored AS MATERIALIZED (
      SELECT l.line, l.action, l.before, o.id, o.external_id,
        CASE WHEN o.changed_import_id IS NULL THEN 'changed_by_hand'
          WHEN o.changed_import_id <> ${importId}::uuid THEN 'changed_by_import'
          WHEN l.action = 'updated' AND NOT EXISTS (SELECT 1 FROM customer c
            WHERE c.tenant_id = ${tenantId}::uuid AND c.id = (l.before->>'customer_id')::uuid) THEN 'customer_gone' END AS reason
      FROM import_row l JOIN customer_order o ON o.tenant_id = ${tenantId}::uuid AND o.id = l.row_id
      WHERE l.tenant_id = ${tenantId}::uuid AND l.import_id = ${importId}::uuid AND l.entity = 'order'
        AND l.line > ${afterLine}::int AND l.line <= ${lastLine}::int
    ), removed_since AS (
      SELECT l.line, l.row_id AS id, s.before->>'external_id' AS external_id
      FROM import_row l JOIN import_row s ON s.tenant_id = ${tenantId}::uuid AND s.row_id = l.row_id AND s.action = 'removed'
          AND s.import_id <> l.import_id
        JOIN import i ON i.tenant_id = ${tenantId}::uuid AND i.id = s.import_id AND i.status <> 'undone'
      WHERE l.tenant_id = ${tenantId}::uuid AND l.import_id = ${importId}::uuid AND l.entity = 'order'
        AND l.line > ${afterLine}::int AND l.line <= ${lastLine}::int
        AND NOT EXISTS (SELECT 1 FROM customer_order o WHERE o.tenant_id = ${tenantId}::uuid AND o.id = l.row_id)
    ), freed AS (
      UPDATE order_return r SET order_id = NULL WHERE r.tenant_id = ${tenantId}::uuid
        AND r.order_id = ANY(ARRAY(SELECT id FROM stored WHERE action = 'created' AND reason IS NULL))
    ), removed AS (
      DELETE FROM customer_order o WHERE o.tenant_id = ${tenantId}::uuid
        AND o.id = ANY(ARRAY(SELECT id FROM stored WHERE action = 'created' AND reason IS NULL))
      RETURNING 1
    ), restored AS (
      UPDATE customer_order o SET customer_id = f.customer_id, ordered_on = f.ordered_on, ordered_at = f.ordered_at,
        amount_minor = greatest(f.amount_minor - o.returned_minor, 0),
        gross_minor = CASE WHEN o.returned_minor > 0 THEN f.amount_minor END,
        currency = f.currency, quantity = f.quantity, product_code = f.product_code,
        channel = f.channel, changed_import_id = f.changed_import_id
      FROM stored s CROSS JOIN LATERAL jsonb_to_record(s.before) AS f (customer_id uuid, ordered_on date,
        ordered_at timestamptz, amount_minor bigint, currency text, quantity int, product_code text, channel text,
        changed_import_id uuid)
      WHERE o.tenant_id = ${tenantId}::uuid AND o.id = s.id AND s.action = 'updated' AND s.reason IS NULL
      RETURNING 1
    ), kept AS (
      INSERT INTO import_kept_row (tenant_id, import_id, line, entity, row_id, external_id, reason)
      SELECT ${tenantId}::uuid, ${importId}::uuid, line, 'order', id, external_id, reason
      FROM (SELECT line, id, external_id, reason FROM stored WHERE reason IS NOT NULL
        UNION ALL SELECT DISTINCT line, id, external_id, 'changed_by_import' FROM removed_since) AS k
      RETURNING 1
    )
    SELECT (SELECT count(*) FROM removed)::int AS removed, (SELECT count(*) FROM restored)::int AS restored,
      (SELECT count(*) FROM kept)::int AS kept`;
  return counts;
}
