import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { LedgerStretch, UndoneCounts } from "../types.ts";

/**
 * Take back what a stretch of an import's ledger made of orders: those it made are removed, those it changed get their
 * former values. An order that a later import or a person has changed stays as it is and is listed with the reason.
 */
export async function undoOrders(
  tx: TenantTx,
  session: Session,
  { importId, afterLine, lastLine }: LedgerStretch,
): Promise<UndoneCounts> {
  const tenantId = session.workspace.id;
  const [counts] = await tx.$queryRaw<[UndoneCounts]>`
    WITH ledger AS MATERIALIZED (
      SELECT line, row_id, action, before FROM import_row
      WHERE tenant_id = ${tenantId}::uuid AND import_id = ${importId}::uuid AND entity = 'order'
        AND line > ${afterLine}::int AND line <= ${lastLine}::int
    ), stored AS MATERIALIZED (
      SELECT o.id, o.external_id, o.changed_import_id FROM customer_order o
      WHERE o.tenant_id = ${tenantId}::uuid AND o.id = ANY(ARRAY(SELECT row_id FROM ledger))
    ), removed AS (
      DELETE FROM customer_order o
      WHERE o.tenant_id = ${tenantId}::uuid AND o.id = ANY(ARRAY(SELECT row_id FROM ledger WHERE action = 'created'))
        AND o.changed_import_id = ${importId}::uuid
      RETURNING o.id
    ), restored AS (
      UPDATE customer_order o SET customer_id = f.customer_id, ordered_on = f.ordered_on, ordered_at = f.ordered_at,
        amount_minor = f.amount_minor, currency = f.currency, quantity = f.quantity, product_code = f.product_code,
        channel = f.channel, changed_import_id = f.changed_import_id
      FROM ledger l CROSS JOIN LATERAL jsonb_to_record(l.before) AS f (customer_id uuid, ordered_on date,
        ordered_at timestamptz, amount_minor bigint, currency text, quantity int, product_code text, channel text,
        changed_import_id uuid)
      WHERE o.tenant_id = ${tenantId}::uuid AND o.id = l.row_id AND l.action = 'updated'
        AND o.id = ANY(ARRAY(SELECT row_id FROM ledger WHERE action = 'updated'))
        AND o.changed_import_id = ${importId}::uuid
        AND EXISTS (SELECT 1 FROM customer c WHERE c.tenant_id = ${tenantId}::uuid AND c.id = f.customer_id)
      RETURNING o.id
    ), kept AS (
      INSERT INTO import_kept_row (tenant_id, import_id, line, entity, row_id, external_id, reason)
      SELECT ${tenantId}::uuid, ${importId}::uuid, l.line, 'order', s.id, s.external_id,
        CASE WHEN s.changed_import_id = ${importId}::uuid THEN 'customer_gone'
          WHEN s.changed_import_id IS NULL THEN 'changed_by_hand' ELSE 'changed_by_import' END
      FROM ledger l JOIN stored s ON s.id = l.row_id
      WHERE NOT EXISTS (SELECT 1 FROM removed r WHERE r.id = s.id) AND NOT EXISTS (SELECT 1 FROM restored r WHERE r.id = s.id)
      RETURNING 1
    )
    SELECT (SELECT count(*) FROM removed)::int AS removed, (SELECT count(*) FROM restored)::int AS restored,
      (SELECT count(*) FROM kept)::int AS kept`;
  return counts;
}
