import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { PROGRAM_VERSION } from "#lib/program-version.ts";
import { RunCohortSchema } from "../stored-run.ts";
import type { AskedModel, RunFindings, RunStage, RunTerms, RunTimings } from "../types.ts";

/** One worker's hold on a run. A later attempt has a higher number, and the earlier one stops at its next write. */
export type RunAttempt = RunTerms & {
  runId: string;
  number: number;
  currency: string;
  cutoffOn: string | null;
};

/** A newer attempt holds the run: this one must stop without a trace. */
export class RunSuperseded extends Error {}

type Claimed = {
  attempt: number;
  currency: string;
  askedModel: AskedModel;
  cutoffOn: string | null;
  horizonMonths: number;
  discountRateAnnual: number;
  marginRate: number | null;
  costPerOrderMinor: number | null;
  cohort: unknown;
};

/** Take hold of a waiting or broken-off run, which begins again; null when it has ended already. */
export async function claimRun(
  tx: TenantTx,
  { workspace }: Session,
  runId: string,
): Promise<RunAttempt | null> {
  const [row] = await tx.$queryRaw<Claimed[]>`
    UPDATE clv_run r SET attempt = attempt + 1, status = 'running', started_at = coalesce(started_at, now()), percent = 0,
      cutoff_on = coalesce(asked_cutoff_on, (SELECT max(o.ordered_on) FROM customer_order o
        WHERE o.tenant_id = ${workspace.id}::uuid AND o.currency = r.currency))
    WHERE tenant_id = ${workspace.id}::uuid AND id = ${runId}::uuid AND status IN ('queued', 'running')
    RETURNING attempt, currency, asked_model AS "askedModel", cutoff_on::text AS "cutoffOn", horizon_months AS "horizonMonths",
      discount_rate_annual AS "discountRateAnnual", margin_rate AS "marginRate",
      cost_per_order_minor::float8 AS "costPerOrderMinor", cohort`;
  if (!row) return null;
  const { attempt: number, askedModel: model, cohort, ...terms } = row;
  return { ...terms, runId, number, model, cohort: RunCohortSchema.parse(cohort) };
}

/**
 * Say how far a run has come, and hold it for the rest of this transaction.
 *
 * @throws RunSuperseded when a newer attempt holds it
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

/**
 * End a run with what it has found.
 *
 * @throws RunSuperseded when a newer attempt holds it
 */
export async function finishRun(
  tx: TenantTx,
  session: Session,
  { runId, number }: RunAttempt,
  findings: RunFindings & { timings: RunTimings },
): Promise<void> {
  const { status, model, customers, repeaters, fit, spend, holdout, warnings, totals } = findings;
  const { timings } = findings;
  const ended = await tx.$executeRaw`
    UPDATE clv_run SET status = ${status}, model = ${model}, customers = ${customers}::int, repeaters = ${repeaters}::int,
      fit = ${JSON.stringify(fit)}::jsonb, spend = ${JSON.stringify(spend)}::jsonb, holdout = ${JSON.stringify(holdout)}::jsonb,
      warnings = ${JSON.stringify(warnings)}::jsonb, totals = ${JSON.stringify(totals)}::jsonb,
      code_version = ${PROGRAM_VERSION}, timings = ${JSON.stringify(timings)}::jsonb, finished_at = now(), percent = 100, stage = NULL
    WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${runId}::uuid AND attempt = ${number}::int AND status = 'running'`;
  if (ended === 0) throw new RunSuperseded("A newer attempt holds this run.");
  await recordEvent(tx, session, {
    action: "value.run_finished",
    object: { type: "clv_run", id: runId },
    after: { status, model, customers, repeaters },
  });
}

/** End a run that came to nothing; `failure` says why. */
export async function failRun(
  tx: TenantTx,
  session: Session,
  runId: string,
  failure: string,
): Promise<void> {
  const { count } = await tx.clvRun.updateMany({
    where: { id: runId, status: { in: ["queued", "running"] } },
    data: { status: "failed", failure, finishedAt: new Date() },
  });
  if (count === 0) return;
  await recordEvent(tx, session, {
    action: "value.run_finished",
    object: { type: "clv_run", id: runId },
    after: { status: "failed" },
  });
}
