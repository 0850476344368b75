import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { enqueueSegmentRefresh } from "#lib/jobs/enqueue.ts";
import { PROGRAM_VERSION } from "#lib/program-version.ts";
import { lastContractDay } from "../queries/contract-facts.ts";
import { RunCohortSchema, RunContactCosts } from "../stored-run.ts";
import type {
  AskedModel,
  RunBasis,
  RunFindings,
  RunStage,
  RunTerms,
  RunTimings,
} from "../types.ts";

/** One worker's hold on a run. A later attempt has a higher number, and the earlier one stops at its next write. */
export type RunAttempt = RunTerms & {
  runId: string;
  number: number;
  currency: string;
  basis: RunBasis;
  cutoffOn: string | null;
};

/** The run was stopped, or a newer attempt holds it: this one must end without a trace. */
export class RunSuperseded extends Error {}

type Claimed = {
  attempt: number;
  currency: string;
  basis: RunBasis;
  askedModel: AskedModel;
  cutoffOn: string | null;
  horizonMonths: number;
  discountRateAnnual: number;
  marginRate: number | null;
  costPerOrderMinor: number | null;
  costPerContactMinor: unknown;
  retentionCostPerYearMinor: number | null;
  cohort: unknown;
};

/** Take hold of a waiting or broken-off run, which begins again; null when it has ended already. */
export async function claimRun(
  tx: TenantTx,
  session: Session,
  runId: string,
): Promise<RunAttempt | null> {
  const { workspace } = session;
  const contractDay = await lastContractDay(tx, session);
  const [row] = await tx.$queryRaw<Claimed[]>`
    UPDATE clv_run r SET attempt = attempt + 1, status = 'running', started_at = coalesce(started_at, now()),
      stage = 'reading', percent = 0,
      cutoff_on = coalesce(asked_cutoff_on, CASE basis WHEN 'contracts' THEN ${contractDay}::date
        ELSE (SELECT max(o.ordered_on) FROM customer_order o
          WHERE o.tenant_id = ${workspace.id}::uuid AND o.currency = r.currency) END)
    WHERE tenant_id = ${workspace.id}::uuid AND id = ${runId}::uuid AND status IN ('queued', 'running')
    RETURNING attempt, currency, basis, asked_model AS "askedModel", cutoff_on::text AS "cutoffOn", horizon_months AS "horizonMonths",
      discount_rate_annual AS "discountRateAnnual", margin_rate AS "marginRate",
      cost_per_order_minor::float8 AS "costPerOrderMinor", cost_per_contact_minor AS "costPerContactMinor",
      retention_cost_per_year_minor::float8 AS "retentionCostPerYearMinor", cohort`;
  if (!row) return null;
  const { attempt: number, askedModel: model, cohort, costPerContactMinor, ...terms } = row;
  return {
    ...{ ...terms, runId, number, model, cohort: RunCohortSchema.parse(cohort) },
    costPerContactMinor: RunContactCosts.parse(costPerContactMinor),
  };
}

/**
 * Say how far a run has come, and hold it for the rest of this transaction.
 *
 * @throws RunSuperseded when it was stopped or a newer attempt holds it
 */
export async function noteProgress(
  tx: TenantTx,
  { workspace }: Session,
  { runId, number }: RunAttempt,
  { stage, percent }: { stage: RunStage; percent: number },
): Promise<void> {
  const held = await tx.$executeRaw`
    UPDATE clv_run SET stage = ${stage}, percent = ${percent}::int
    WHERE tenant_id = ${workspace.id}::uuid AND id = ${runId}::uuid AND attempt = ${number}::int AND status = 'running'`;
  if (held === 0) throw new RunSuperseded("A newer attempt holds this run.");
}

/** Whether an attempt holds its run still: nobody stopped it, and no newer one began. */
export async function holdsRun(
  tx: TenantTx,
  { workspace }: Session,
  { runId, number }: RunAttempt,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM clv_run WHERE tenant_id = ${workspace.id}::uuid AND id = ${runId}::uuid
      AND attempt = ${number}::int AND status = 'running'`;
  return rows.length > 0;
}

/**
 * End a run with what it has found.
 *
 * @throws RunSuperseded when it was stopped or a newer attempt holds it
 */
export async function finishRun(
  tx: TenantTx,
  session: Session,
  { runId, number }: RunAttempt,
  findings: RunFindings & { timings: RunTimings },
): Promise<void> {
  const { status, model, customers, repeaters, fit, spend, holdout, warnings, totals } = findings;
  const { timings, renewalPeriod } = findings;
  const ended = await tx.$executeRaw`
    UPDATE clv_run SET status = ${status}, model = ${model}, renewal_period = ${renewalPeriod}, customers = ${customers}::int, repeaters = ${repeaters}::int,
      fit = ${JSON.stringify(fit)}::jsonb, spend = ${JSON.stringify(spend)}::jsonb, holdout = ${JSON.stringify(holdout)}::jsonb,
      warnings = ${JSON.stringify(warnings)}::jsonb, totals = ${JSON.stringify(totals)}::jsonb,
      code_version = ${PROGRAM_VERSION}, timings = ${JSON.stringify(timings)}::jsonb, finished_at = now(), percent = 100, stage = NULL
    WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${runId}::uuid AND attempt = ${number}::int AND status = 'running'`;
  if (ended === 0) throw new RunSuperseded("A newer attempt holds this run.");
  await enqueueSegmentRefresh(tx, session.workspace.id);
  await recordEvent(tx, session, {
    action: "value.run_finished",
    object: { type: "clv_run", id: runId },
    after: { status, model, customers, repeaters },
  });
}

/** End a run that came to nothing, which is 0 %; `failure` says why. */
export async function failRun(
  tx: TenantTx,
  session: Session,
  runId: string,
  failure: string,
): Promise<void> {
  const { count } = await tx.clvRun.updateMany({
    where: { id: runId, status: { in: ["queued", "running"] } },
    data: { status: "failed", failure, stage: null, percent: 0, finishedAt: new Date() },
  });
  if (count === 0) return;
  await recordEvent(tx, session, {
    action: "value.run_finished",
    object: { type: "clv_run", id: runId },
    after: { status: "failed" },
  });
}
