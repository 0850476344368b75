import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/**
 * Clear the words that were cut out of what a customer said, of their contacts, complaints and interviews. That they were
 * evidence stays, so that counts do.
 *
 * @returns the pieces that lost their words
 */
export function clearExcerpts(
  tx: TenantTx,
  { workspace }: Session,
  customerId: string,
): Promise<number> {
  const [tenant, customer] = [workspace.id, customerId];
  return tx.$executeRaw`
    UPDATE evidence e SET excerpt = NULL
    WHERE e.tenant_id = ${tenant}::uuid AND e.excerpt IS NOT NULL AND (
      e.signal_id IN (SELECT id FROM signal WHERE tenant_id = ${tenant}::uuid AND customer_id = ${customer}::uuid)
      OR e.interaction_id IN (SELECT id FROM interaction WHERE tenant_id = ${tenant}::uuid AND customer_id = ${customer}::uuid)
      OR e.complaint_id IN (SELECT id FROM complaint WHERE tenant_id = ${tenant}::uuid AND customer_id = ${customer}::uuid)
      OR e.interview_id IN (SELECT id FROM interview WHERE tenant_id = ${tenant}::uuid AND customer_id = ${customer}::uuid))`;
}
