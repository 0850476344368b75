import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { type AnyRegister, takeBackRows } from "#lib/bulk/index.ts";
import type { LedgerStretch, UndoneCounts } from "#lib/bulk/types.ts";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { refreshNets } from "./refresh-nets.ts";

/** Their orders are given back apart: one may be gone. */
const RETURNS: AnyRegister = {
  entity: "order_return",
  table: sql`order_return`,
  hasCustomer: true,
  columns: [
    { name: sql`number` },
    { name: sql`return_of` },
    { name: sql`returned_on` },
    { name: sql`amount_minor` },
    { name: sql`currency` },
    { name: sql`quantity` },
    { name: sql`product_code` },
  ],
};

/** Take back what a stretch of an import's ledger made of returns, as `takeBackRows`; orders count what they counted before. */
export async function undoReturns(
  tx: TenantTx,
  session: Session,
  stretch: LedgerStretch,
): Promise<UndoneCounts> {
  const touched = await ordersOf(tx, session, stretch);
  const counts = await takeBackRows(tx, session, RETURNS, stretch);
  await giveBackOrders(tx, session, stretch);
  await refreshNets(tx, session, touched);
  return counts;
}

/** Take back that returns of earlier imports found their orders in this one. */
export async function undoReturnMatches(
  tx: TenantTx,
  session: Session,
  { importId, afterLine, lastLine }: LedgerStretch,
): Promise<UndoneCounts> {
  const tenantId = session.workspace.id;
  const rows = await tx.$queryRaw<{ orderId: string }[]>`
    WITH matched AS MATERIALIZED (
      SELECT l.row_id, (l.before->>'matched_order_id')::uuid AS order_id FROM import_row l
      WHERE l.tenant_id = ${tenantId}::uuid AND l.import_id = ${importId}::uuid AND l.entity = 'return_match'
        AND l.line > ${afterLine}::int AND l.line <= ${lastLine}::int
    ), freed AS (
      UPDATE order_return r SET order_id = NULL FROM matched m
      WHERE r.tenant_id = ${tenantId}::uuid AND r.id = m.row_id AND r.order_id = m.order_id
      RETURNING m.order_id
    )
    SELECT order_id AS "orderId" FROM freed`;
  await refreshNets(
    tx,
    session,
    rows.map(({ orderId }) => orderId),
  );
  return { removed: 0, restored: rows.length, kept: 0 };
}

/** Every order that counts one of these returns, or did before the import. */
async function ordersOf(
  tx: TenantTx,
  { workspace }: Session,
  { importId, afterLine, lastLine }: LedgerStretch,
): Promise<string[]> {
  const tenantId = workspace.id;
  const rows = await tx.$queryRaw<{ orderId: string }[]>`
    SELECT DISTINCT n.order_id AS "orderId" FROM import_row l
      LEFT JOIN order_return r ON r.tenant_id = ${tenantId}::uuid AND r.id = l.row_id
      CROSS JOIN LATERAL unnest(ARRAY[r.order_id, r.left_order_id, (l.before->>'order_id')::uuid,
        (l.before->>'left_order_id')::uuid]) AS n (order_id)
    WHERE l.tenant_id = ${tenantId}::uuid AND l.import_id = ${importId}::uuid AND l.entity = 'order_return'
      AND l.line > ${afterLine}::int AND l.line <= ${lastLine}::int AND n.order_id IS NOT NULL`;
  return rows.map(({ orderId }) => orderId);
}

/** Returns that have their former values again have their former order again, where it is still there. */
async function giveBackOrders(
  tx: TenantTx,
  { workspace }: Session,
  { importId, afterLine, lastLine }: LedgerStretch,
): Promise<void> {
  const tenantId = workspace.id;
  await tx.$executeRaw`
    UPDATE order_return r SET left_order_id = NULL, order_id = (SELECT o.id FROM customer_order o
      WHERE o.tenant_id = ${tenantId}::uuid AND o.id = (l.before->>'order_id')::uuid)
    FROM import_row l
    WHERE l.tenant_id = ${tenantId}::uuid AND l.import_id = ${importId}::uuid AND l.entity = 'order_return'
      AND l.line > ${afterLine}::int AND l.line <= ${lastLine}::int AND l.action = 'updated'
      AND r.tenant_id = ${tenantId}::uuid AND r.id = l.row_id
      AND r.changed_import_id IS NOT DISTINCT FROM (l.before->>'changed_import_id')::uuid`;
}
