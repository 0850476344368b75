import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { RunSummary } from "../queries.ts";
import type { RunMonth } from "../run-month.ts";

/**
 * The months up to the cut-off of a run that have one of everybody, the latest first; of the same basis and currency, with whatever terms:
 * each is shown with its own.
 */
export function listRunMonths(
  tx: TenantTx,
  { workspace }: Session,
  { basis, currency, cutoffOn }: RunSummary,
): Promise<RunMonth[]> {
  return tx.$queryRaw<RunMonth[]>`
    SELECT DISTINCT ON (to_char(cutoff_on, 'YYYY-MM')) to_char(cutoff_on, 'YYYY-MM') AS month, id::text AS "runId"
    FROM clv_run WHERE tenant_id = ${workspace.id}::uuid AND status IN ('succeeded', 'refused') AND NOT is_partial
      AND basis = ${basis} AND currency = ${currency} AND cutoff_on <= ${cutoffOn}::date
    ORDER BY 1 DESC, cutoff_on DESC, finished_at DESC, id DESC`;
}
