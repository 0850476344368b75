import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/** Make what has come back of these orders, and what is left of them, what the returns that they have now add up to. */
export async function refreshNets(
  tx: TenantTx,
  { workspace }: Session,
  orderIds: readonly string[],
): Promise<void> {
  if (orderIds.length === 0) return;
  const ids = arrayLiteral([...new Set(orderIds)]);
  await tx.$queryRaw`
    SELECT count(*) FROM (
      SELECT 1 FROM customer_order o WHERE o.tenant_id = ${workspace.id}::uuid AND o.id = ANY(${ids}::uuid[])
      ORDER BY o.id FOR UPDATE) AS locked`;
  await tx.$executeRaw`
    UPDATE customer_order o SET returned_minor = s.returned,
      gross_minor = CASE WHEN s.returned > 0 THEN coalesce(o.gross_minor, o.amount_minor) END,
      amount_minor = greatest(coalesce(o.gross_minor, o.amount_minor) - s.returned, 0)
    FROM (SELECT n.id, coalesce((SELECT sum(r.amount_minor) FROM order_return r
        WHERE r.tenant_id = ${workspace.id}::uuid AND r.order_id = n.id), 0)::bigint AS returned
      FROM unnest(${ids}::uuid[]) AS n (id)) AS s
    WHERE o.tenant_id = ${workspace.id}::uuid AND o.id = s.id AND o.returned_minor <> s.returned`;
}
