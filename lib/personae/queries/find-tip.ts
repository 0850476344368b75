import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { FrontlineTip } from "../types.ts";

/**
 * The front-line tip of the persona of a segment that a customer is in today, of the segment with the highest rank first; null where none
 * has one. It is written for the front line, who need not be able to read personae to see it.
 */
export async function findFrontlineTip(
  tx: TenantTx,
  { workspace }: Session,
  customerId: string,
): Promise<FrontlineTip | null> {
  const [found] = await tx.$queryRaw<FrontlineTip[]>`
    SELECT p.name AS persona, p.frontline_tip AS tip
    FROM segment_member m
      JOIN customer_segment s ON s.tenant_id = m.tenant_id AND s.id = m.segment_id
      JOIN persona p ON p.tenant_id = m.tenant_id AND p.segment_id = m.segment_id
    WHERE m.tenant_id = ${workspace.id}::uuid AND m.customer_id = ${customerId}::uuid AND m.valid_to IS NULL
      AND s.archived_at IS NULL AND p.archived_at IS NULL AND p.frontline_tip <> ''
    ORDER BY s.primary_rank NULLS LAST, p.name, p.id LIMIT 1`;
  return found ?? null;
}
