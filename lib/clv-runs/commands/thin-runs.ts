import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/** So many runs keep every score. */
const WHOLE_RUNS = 2;
const AT_ONCE = 20_000;

/**
 * Keep the scores of the last two runs, by cut-off as well as by when they ended, and of the last run of each quarter whole, and of the
 * others tier and value only; some twenty thousand scores at a time. Runs of only some customers are counted apart, so that they push
 * none of all out. May run twice.
 *
 * @returns how many scores were thinned; 0 when all is done
 */
export async function thinRuns(tx: TenantTx, { workspace }: Session): Promise<number> {
  const [run] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT r.id, r.is_whole, r.finished_at, row_number() OVER (PARTITION BY r.is_partial ORDER BY r.finished_at DESC, r.id DESC) AS place,
        row_number() OVER (PARTITION BY r.is_partial, r.basis, r.currency ORDER BY r.cutoff_on DESC NULLS LAST, r.finished_at DESC, r.id DESC) AS by_cutoff,
        row_number() OVER (PARTITION BY r.is_partial, date_trunc('quarter', r.finished_at) ORDER BY r.finished_at DESC, r.id DESC) AS in_quarter
      FROM clv_run r WHERE r.tenant_id = ${workspace.id}::uuid AND r.status IN ('succeeded', 'refused')
    ) ranked
    WHERE is_whole AND place > ${WHOLE_RUNS}::int AND by_cutoff > ${WHOLE_RUNS}::int AND in_quarter > 1 ORDER BY finished_at LIMIT 1`;
  if (!run) return 0;
  const thinned = await tx.$executeRaw`
    UPDATE clv_score s SET percentile = NULL, p_alive = NULL, expected_purchases = NULL, expected_spend_minor = NULL,
      historic_minor = NULL, at_risk_minor = NULL, low_minor = NULL, high_minor = NULL, deviation_minor = NULL
    WHERE s.tenant_id = ${workspace.id}::uuid AND (s.customer_id, s.run_id) IN (
      SELECT e.customer_id, e.run_id FROM clv_score e
      WHERE e.tenant_id = ${workspace.id}::uuid AND e.run_id = ${run.id}::uuid AND e.historic_minor IS NOT NULL
      LIMIT ${AT_ONCE}::int)`;
  if (thinned > 0) return thinned;
  await tx.clvRun.updateMany({ where: { id: run.id }, data: { isWhole: false } });
  return 1;
}
