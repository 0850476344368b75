import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/** Keep what is said of a target now under its version, with who said it. */
export async function keepTarget(
  tx: TenantTx,
  { workspace }: Session,
  segmentId: string,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO segment_target_version (tenant_id, segment_id, version, fit, capacity, competency, rank, rank_why, not_why, changed_by, changed_at)
    SELECT tenant_id, segment_id, version, fit, capacity, competency, rank, rank_why, not_why, updated_by, updated_at
    FROM segment_target WHERE tenant_id = ${workspace.id}::uuid AND segment_id = ${segmentId}::uuid
    ON CONFLICT DO NOTHING`;
}

/** Keep the weights of now under their version, with who set them. */
export async function keepWeights(tx: TenantTx, { workspace }: Session): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO targeting_policy_version (tenant_id, version, weights, changed_by, changed_at)
    SELECT tenant_id, version, weights, updated_by, updated_at
    FROM targeting_policy WHERE tenant_id = ${workspace.id}::uuid
    ON CONFLICT DO NOTHING`;
}
