import "server-only";
import type { z } from "zod";
import { shownNumber } from "#lib/auth/shown-number.ts";
import type { Session } from "#lib/auth/types.ts";
import type { RenewalPeriod } from "#lib/clv/types.ts";
import { getCustomerByExternalId } from "#lib/customers/index.ts";
import { isId } from "#lib/db/is-id.ts";
import { placeInPageKey, plainPageKey, refusedPageKey } from "#lib/db/page-key.ts";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { Rates } from "#lib/workspaces/types.ts";
import { foretellingModelOf } from "./alive-model.ts";
import {
  RunCohortSchema,
  RunContactCosts,
  StoredFitSchema,
  StoredHoldoutSchema,
  StoredSpendSchema,
  StoredTimingsSchema,
  StoredTotalsSchema,
  StoredWarningsSchema,
} from "./stored-run.ts";
import type { AskedModel, RunBasis, RunCohort, RunModel, RunStage, RunStatus } from "./types.ts";

/** A run as lists show it. Days YYYY-MM-DD, instants ISO 8601 in UTC. */
export type RunSummary = {
  id: string;
  status: RunStatus;
  stage: RunStage | null;
  percent: number;
  askedModel: AskedModel;
  model: RunModel | null;
  cutoffOn: string | null;
  horizonMonths: number;
  discountRateAnnual: number;
  marginRate: number | null;
  costPerOrderMinor: number | null;
  /** null: contacts cost nothing in it */
  costPerContactMinor: Rates["costPerContactMinor"] | null;
  /** null: none is taken off */
  retentionCostPerYearMinor: number | null;
  cohort: RunCohort | null;
  basis: RunBasis;
  /** How often contracts renew; null for orders */
  renewalPeriod: RenewalPeriod | null;
  /** Only of some customers: shown by itself, never by tiers and dashboards */
  isPartial: boolean;
  currency: string;
  customers: number | null;
  repeaters: number | null;
  isScheduled: boolean;
  isWhole: boolean;
  createdAt: string;
  finishedAt: string | null;
  failure: string | null;
  codeVersion: string | null;
};

/** A run with everything it has found. */
export type RunDetail = RunSummary & {
  fit: z.output<typeof StoredFitSchema>;
  spend: z.output<typeof StoredSpendSchema>;
  holdout: z.output<typeof StoredHoldoutSchema>;
  warnings: z.output<typeof StoredWarningsSchema>;
  totals: z.output<typeof StoredTotalsSchema>;
  timings: z.output<typeof StoredTimingsSchema>;
};

/** What a run says of one customer. Money in minor units of the run's currency; null where there is no model. */
export type ScoreRow = {
  customerId: string;
  customerExternalId: string;
  valueMinor: number;
  tier: number;
  percentile: number | null;
  pAlive: number | null;
  expectedPurchases: number | null;
  expectedSpendMinor: number | null;
  historicMinor: number | null;
  atRiskMinor: number | null;
  lowMinor: number | null;
  highMinor: number | null;
};

/** One run by id. @throws DomainError `not_found` */
export async function getRun(tx: TenantTx, id: string): Promise<RunDetail> {
  const row = isId(id) ? await tx.clvRun.findFirst({ where: { id } }) : null;
  if (!row) throw new DomainError("not_found", "This run does not exist.");
  return detailOf(row);
}

/**
 * The last run that customers have scores of: of those that succeeded, or show what was earned so far, the one with the latest cut-off,
 * and of several the one that ended last. Tiers, dashboards and the card all ask here, so a run of only some customers (a cohort, or
 * contracts beside orders) is never it, nor one that reads other than the one that ended last does.
 */
export async function findLatestRun(tx: TenantTx): Promise<RunDetail | null> {
  const id = await findLatestRunId(tx);
  const row = id && (await tx.clvRun.findFirst({ where: { id } }));
  return row ? detailOf(row) : null;
}

const WHOLE = { status: { in: ["succeeded", "refused"] }, isPartial: false };
const LAST_ENDED = [{ finishedAt: "desc" as const }, { id: "desc" as const }];
const DAY_MS = 86_400_000;

/** The id of the run that `findLatestRun` tells of; null where there is none. */
export async function findLatestRunId(tx: TenantTx): Promise<string | null> {
  const ended = await tx.clvRun.findFirst({
    where: WHOLE,
    orderBy: LAST_ENDED,
    select: { id: true, basis: true, currency: true },
  });
  if (!ended) return null;
  const { basis, currency } = ended;
  // A wrong date of an order may have led a run into the future: it must not stay the last one for years.
  const tomorrow = new Date(Date.now() + DAY_MS);
  const latest = await tx.clvRun.findFirst({
    where: { ...WHOLE, basis, currency, cutoffOn: { lte: tomorrow } },
    orderBy: [{ cutoffOn: "desc" }, ...LAST_ENDED],
    select: { id: true },
  });
  return (latest ?? ended).id;
}

/** What a summary does not tell, and need not be read. */
export const WITHOUT_FINDINGS = {
  ...{ timings: true, fit: true, spend: true, holdout: true, warnings: true, totals: true },
} as const;

/** The newest runs first. */
export async function listRuns(tx: TenantTx, limit: number): Promise<RunSummary[]> {
  const rows = await tx.clvRun.findMany({
    omit: WITHOUT_FINDINGS,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map(summaryOf);
}

/**
 * Scores of a run, the most valuable customer first.
 *
 * @throws DomainError `not_found` for a run that does not exist, `invalid_input` for an `after` that is no key of this run
 */
export async function listScores(
  tx: TenantTx,
  session: Session,
  runId: string,
  { limit, after }: { limit: number; after: string | null },
): Promise<{ items: ScoreRow[]; next: string | null }> {
  await getRun(tx, runId);
  const list = `scores-${runId}`;
  const place = placeIn(placeInPageKey(list, after));
  const beyond = place
    ? sql`AND (s.value_minor, s.customer_id) < (${place.valueMinor}::bigint, ${place.customerId}::uuid)`
    : sql``;
  const rows = await tx.$queryRaw<ScoreRow[]>`
    SELECT ${SCORE} FROM clv_score s JOIN customer c ON c.tenant_id = s.tenant_id AND c.id = s.customer_id
    WHERE s.tenant_id = ${session.workspace.id}::uuid AND s.run_id = ${runId}::uuid ${beyond}
    ORDER BY s.value_minor DESC, s.customer_id DESC LIMIT ${limit + 1}::int`;
  const items = rows.slice(0, limit).map((row) => scoreSeenBy(session, row));
  const last = items.at(-1);
  const next =
    rows.length > limit && last
      ? plainPageKey(list, `${last.valueMinor}.${last.customerId}`)
      : null;
  return { items, next };
}

/** What the last run says of a customer; null where it says nothing. */
export async function findScore(
  tx: TenantTx,
  session: Session,
  customerId: string,
): Promise<{ run: RunDetail; score: ScoreRow } | null> {
  const run = await findLatestRun(tx);
  if (!run || !isId(customerId)) return null;
  const [score] = await tx.$queryRaw<ScoreRow[]>`
    SELECT ${SCORE} FROM clv_score s JOIN customer c ON c.tenant_id = s.tenant_id AND c.id = s.customer_id
    WHERE s.tenant_id = ${session.workspace.id}::uuid AND s.run_id = ${run.id}::uuid AND s.customer_id = ${customerId}::uuid`;
  return score ? { run, score: scoreSeenBy(session, score) } : null;
}

function scoreSeenBy(session: Session, row: ScoreRow): ScoreRow {
  const { customerId: id, customerExternalId: number } = row;
  return { ...row, customerExternalId: shownNumber(session, { id, number }) };
}

/** What the last run says of a customer, with the terms that it was computed with. */
export type LifetimeValue = ScoreRow &
  Pick<
    RunDetail,
    "model" | "currency" | "cutoffOn" | "horizonMonths" | "discountRateAnnual" | "marginRate"
  > & { runId: string; aliveModel: RunModel | null };

/** The same by the customer's number (also as `external:<number>`) or id. @throws DomainError `not_found` */
export async function getLifetimeValue(
  tx: TenantTx,
  session: Session,
  reference: string,
): Promise<LifetimeValue> {
  const customerId = await customerIdOf(tx, session, reference);
  const found = await findScore(tx, session, customerId);
  if (!found) throw new DomainError("not_found", "No run says anything of this customer yet.");
  const { model, currency, cutoffOn, horizonMonths, discountRateAnnual, marginRate } = found.run;
  return {
    ...found.score,
    ...{ runId: found.run.id, model, aliveModel: foretellingModelOf(found.run) },
    ...{ currency, cutoffOn, horizonMonths },
    ...{ discountRateAnnual, marginRate },
  };
}

async function customerIdOf(tx: TenantTx, session: Session, reference: string): Promise<string> {
  if (isId(reference)) return reference;
  const number = reference.replace(/^external:/, "");
  return (await getCustomerByExternalId(tx, session, number)).id;
}

const SCORE = sql`s.customer_id AS "customerId", c.external_id AS "customerExternalId", s.value_minor::float8 AS "valueMinor",
  s.tier::int AS tier, s.percentile::float8 AS percentile, s.p_alive::float8 AS "pAlive",
  s.expected_purchases::float8 AS "expectedPurchases", s.expected_spend_minor AS "expectedSpendMinor",
  s.historic_minor::float8 AS "historicMinor", s.at_risk_minor::float8 AS "atRiskMinor", s.low_minor::float8 AS "lowMinor",
  s.high_minor::float8 AS "highMinor"`;

function placeIn(after: string | null): { valueMinor: string; customerId: string } | null {
  if (after === null) return null;
  const [valueMinor = "", customerId = ""] = after.split(".");
  if (/^-?\d{1,18}$/.test(valueMinor) && isId(customerId)) return { valueMinor, customerId };
  throw refusedPageKey();
}

type Row = NonNullable<Awaited<ReturnType<TenantTx["clvRun"]["findFirst"]>>>;
type SummaryFields = Omit<Row, "fit" | "spend" | "holdout" | "warnings" | "totals" | "timings">;

function detailOf(row: Row): RunDetail {
  return {
    ...summaryOf(row),
    fit: StoredFitSchema.parse(row.fit),
    spend: StoredSpendSchema.parse(row.spend),
    holdout: StoredHoldoutSchema.parse(row.holdout),
    warnings: StoredWarningsSchema.parse(row.warnings),
    totals: StoredTotalsSchema.parse(row.totals),
    timings: StoredTimingsSchema.parse(row.timings),
  };
}

/** A row as lists show it. */
export function summaryOf(row: SummaryFields): RunSummary {
  return {
    id: row.id,
    status: row.status as RunStatus,
    stage: row.stage as RunStage | null,
    percent: row.percent,
    askedModel: row.askedModel as AskedModel,
    model: row.model as RunModel | null,
    cutoffOn: dayOf(row.cutoffOn ?? row.askedCutoffOn),
    horizonMonths: row.horizonMonths,
    discountRateAnnual: row.discountRateAnnual,
    marginRate: row.marginRate,
    costPerOrderMinor: numberOf(row.costPerOrderMinor),
    costPerContactMinor: RunContactCosts.parse(row.costPerContactMinor),
    retentionCostPerYearMinor: numberOf(row.retentionCostPerYearMinor),
    cohort: RunCohortSchema.parse(row.cohort),
    basis: row.basis as RunBasis,
    renewalPeriod: row.renewalPeriod as RenewalPeriod | null,
    isPartial: row.isPartial,
    currency: row.currency,
    customers: row.customers,
    repeaters: row.repeaters,
    isScheduled: row.isScheduled,
    isWhole: row.isWhole,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    failure: row.failure,
    codeVersion: row.codeVersion,
  };
}

function numberOf(minor: bigint | null): number | null {
  return minor === null ? null : Number(minor);
}

function dayOf(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null;
}
