import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { ListMembership } from "../types.ts";

/** When a customer is and was in which segment that is a list. */
export function readMemberships(
  tx: TenantTx,
  { workspace }: Session,
  customerId: string,
): Promise<ListMembership[]> {
  return tx.$queryRaw<ListMembership[]>`
    SELECT m.segment_id AS "segmentId", m.valid_from::text AS "validFrom", m.valid_to::text AS "validTo"
    FROM segment_member m
    JOIN customer_segment s ON s.tenant_id = m.tenant_id AND s.id = m.segment_id AND s.kind <> 'rule'
    WHERE m.tenant_id = ${workspace.id}::uuid AND m.customer_id = ${customerId}::uuid
    ORDER BY m.segment_id, m.valid_from`;
}

/** Make these the memberships of a customer in segments that are lists, and no others; what names no such segment is left out. */
export async function writeMemberships(
  tx: TenantTx,
  { workspace }: Session,
  customerId: string,
  memberships: readonly ListMembership[],
): Promise<void> {
  await tx.segmentMember.deleteMany({ where: { customerId, segment: { kind: { not: "rule" } } } });
  await tx.$executeRaw`
    INSERT INTO segment_member (tenant_id, segment_id, customer_id, valid_from, valid_to)
    SELECT s.tenant_id, s.id, ${customerId}::uuid, r."validFrom", r."validTo"
    FROM jsonb_to_recordset(${JSON.stringify(memberships)}::jsonb) AS r ("segmentId" uuid, "validFrom" date, "validTo" date)
    JOIN customer_segment s ON s.tenant_id = ${workspace.id}::uuid AND s.id = r."segmentId" AND s.kind <> 'rule'`;
}
