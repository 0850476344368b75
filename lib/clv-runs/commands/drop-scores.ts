import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

const AT_ONCE = 20_000;

/**
 * Take away what a stopped run had written, some twenty thousand scores at a time; nothing of any other run. May run twice.
 *
 * @returns how many scores went; 0 when all is done
 */
export function dropScores(tx: TenantTx, { workspace }: Session, runId: string): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM clv_score s WHERE s.tenant_id = ${workspace.id}::uuid AND (s.customer_id, s.run_id) IN (
      SELECT e.customer_id, e.run_id FROM clv_score e JOIN clv_run r ON r.tenant_id = e.tenant_id AND r.id = e.run_id
      WHERE e.tenant_id = ${workspace.id}::uuid AND e.run_id = ${runId}::uuid AND r.status = 'stopped'
      LIMIT ${AT_ONCE}::int)`;
}
