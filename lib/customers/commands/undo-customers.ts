import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { LedgerStretch, UndoneCounts } from "#lib/orders/types.ts";

/** `finishedAt`: when the import ended; a customer changed after that was changed by somebody else. */
export type CustomersToUndo = LedgerStretch & { finishedAt: Date };

/**
 * Take back what a stretch of an import's ledger made of customers: those it made are removed, those it changed get
 * their former values. A customer that has orders, or that a later import or a person has changed, stays and is listed
 * with the reason.
 */
export async function undoCustomers(
  tx: TenantTx,
  session: Session,
  stretch: CustomersToUndo,
): Promise<UndoneCounts> {
  await lockCustomers(tx, session, stretch);
  return takeBack(tx, session, stretch);
}

/** An order that somebody is writing for one of them is waited for, and seen by the statement that follows. */
async function lockCustomers(
  tx: TenantTx,
  session: Session,
  { importId, afterLine, lastLine }: CustomersToUndo,
): Promise<void> {
  const tenantId = session.workspace.id;
  await tx.$queryRaw`
    SELECT count(*) FROM (
      SELECT 1 FROM import_row l JOIN customer c ON c.tenant_id = ${tenantId}::uuid AND c.id = l.row_id
      WHERE l.tenant_id = ${tenantId}::uuid AND l.import_id = ${importId}::uuid AND l.entity = 'customer'
        AND l.line > ${afterLine}::int AND l.line <= ${lastLine}::int
      ORDER BY c.id FOR UPDATE OF c) AS locked`;
}

async function takeBack(
  tx: TenantTx,
  session: Session,
  { importId, afterLine, lastLine, finishedAt }: CustomersToUndo,
): Promise<UndoneCounts> {
  const tenantId = session.workspace.id;
  const [counts] = await tx.$queryRaw<[UndoneCounts]>`
    WITH stored AS MATERIALIZED (
      SELECT l.line, l.action, l.before, c.id, c.external_id,
        CASE WHEN coalesce(c.changed_import_id, c.created_import_id) IS DISTINCT FROM ${importId}::uuid THEN 'changed_by_import'
          WHEN c.updated_at > ${finishedAt}::timestamptz THEN 'changed_by_hand'
          WHEN l.action = 'created' AND EXISTS (SELECT 1 FROM customer_order o
            WHERE o.tenant_id = ${tenantId}::uuid AND o.customer_id = c.id) THEN 'has_orders' END AS reason
      FROM import_row l JOIN customer c ON c.tenant_id = ${tenantId}::uuid AND c.id = l.row_id
      WHERE l.tenant_id = ${tenantId}::uuid AND l.import_id = ${importId}::uuid AND l.entity = 'customer'
        AND l.line > ${afterLine}::int AND l.line <= ${lastLine}::int
    ), removed AS (
      DELETE FROM customer c WHERE c.tenant_id = ${tenantId}::uuid
        AND c.id = ANY(ARRAY(SELECT id FROM stored WHERE action = 'created' AND reason IS NULL))
      RETURNING 1
    ), restored AS (
      UPDATE customer c SET email = f.email, name = f.name, registered_on = f.registered_on, attributes = f.attributes,
        changed_import_id = f.changed_import_id, updated_at = coalesce(f.updated_at, c.updated_at)
      FROM stored s CROSS JOIN LATERAL jsonb_to_record(s.before) AS f (email text, name text, registered_on date,
        attributes jsonb, changed_import_id uuid, updated_at timestamptz)
      WHERE c.tenant_id = ${tenantId}::uuid AND c.id = s.id AND s.action = 'updated' AND s.reason IS NULL
      RETURNING 1
    ), kept AS (
      INSERT INTO import_kept_row (tenant_id, import_id, line, entity, row_id, external_id, reason)
      SELECT ${tenantId}::uuid, ${importId}::uuid, line, 'customer', id, external_id, reason
      FROM stored WHERE reason IS NOT NULL
      RETURNING 1
    )
    SELECT (SELECT count(*) FROM removed)::int AS removed, (SELECT count(*) FROM restored)::int AS restored,
      (SELECT count(*) FROM kept)::int AS kept`;
  return counts;
}
