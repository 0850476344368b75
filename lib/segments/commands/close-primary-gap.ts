import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/** Number the primary segmentation from 1 again after one has left it. */
export async function closePrimaryGap(tx: TenantTx, { workspace }: Session): Promise<void> {
  await tx.$executeRaw`
    UPDATE customer_segment s SET primary_rank = n.rank, version = s.version + 1, updated_at = now()
    FROM (
      SELECT id, row_number() OVER (ORDER BY primary_rank, id)::int AS rank FROM customer_segment
      WHERE tenant_id = ${workspace.id}::uuid AND primary_rank IS NOT NULL
    ) n
    WHERE s.tenant_id = ${workspace.id}::uuid AND s.id = n.id AND s.primary_rank <> n.rank`;
}
