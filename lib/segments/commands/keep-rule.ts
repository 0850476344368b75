import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/** Keep the rule that a segment has now under its version, with who gave it: figures of past days name the rule that made them. */
export async function keepRule(
  tx: TenantTx,
  { workspace, actor }: Session,
  segmentId: string,
): Promise<void> {
  const changedBy = actor.kind === "member" ? actor.membershipId : null;
  await tx.$executeRaw`
    INSERT INTO segment_rule (tenant_id, segment_id, rule_version, rule, changed_by)
    SELECT s.tenant_id, s.id, s.rule_version, s.rule, ${changedBy}::uuid FROM customer_segment s
    WHERE s.tenant_id = ${workspace.id}::uuid AND s.id = ${segmentId}::uuid AND s.rule IS NOT NULL
    ON CONFLICT DO NOTHING`;
}
