import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { SearchParams } from "#lib/lists/types.ts";
import { listNpsBySegment, type SegmentNps } from "#lib/signals/index.ts";
import { mayReadTotalOf, readableCells, readableGroups } from "../least-shown.ts";
import { findLatestRun, getRun, type RunDetail, type RunSummary } from "../queries.ts";
import { pastRunId, type RunMonth } from "../run-month.ts";
import { badScenarioFields, readScenario, type ScenarioField } from "../scenario-query.ts";
import type { MigrationCell, Movement, Scenario, SegmentAhead } from "../types.ts";
import {
  askableOf,
  retentionOf,
  type ScenarioTotal,
  scenarioOf,
  scenarioTotal,
} from "../what-if.ts";
import { type FormerRun, findFormerRun, readMigration, readMovement } from "./compare-runs.ts";
import { listRunCourse, type RunPoint } from "./list-run-course.ts";
import { findWaitingRun } from "./list-run-entries.ts";
import { listRunMonths } from "./list-run-months.ts";

/** The run that a view shows: the last one, or that of a month that was asked for. */
export type ShownRun = {
  run: RunDetail | null;
  /** Months that have a run, the latest first */
  months: readonly RunMonth[];
  /** Whether `run` is that of a month before the latest */
  isPast: boolean;
};

/** The last run, or that of a month (YYYY-MM) where it has one; `run` null until there is a run. */
export async function findShownRun(
  tx: TenantTx,
  session: Session,
  month: string,
): Promise<ShownRun> {
  const latest = await findLatestRun(tx);
  const months = latest ? await listRunMonths(tx, session, latest) : [];
  const pastId = pastRunId(months, month);
  const run = pastId === null ? latest : await getRun(tx, pastId);
  return { run, months, isPast: pastId !== null };
}

/** A month (YYYY-MM) where it is one before the latest and has a run; "" where not: there is nothing to look back at. */
export async function pastMonthOf(tx: TenantTx, session: Session, month: string): Promise<string> {
  if (month === "") return "";
  const { months } = await findShownRun(tx, session, "");
  return pastRunId(months, month) === null ? "" : month;
}

/** The run shown, the one before it and what changed between them; `waiting` is one that has not ended. */
export type LifetimeOverview = ShownRun & {
  waiting: RunSummary | null;
  former: FormerRun | null;
  /** Empty without a former run, and where a kind is of so few customers that the session may not see it */
  movement: readonly Movement[];
  /** What comparable runs found month by month, up to `run` and with it */
  course: readonly RunPoint[];
};

/** What the overview shows of lifetime value: by the last run, or by that of a month (YYYY-MM) where it has one. */
export async function getLifetimeOverview(
  tx: TenantTx,
  session: Session,
  month = "",
): Promise<LifetimeOverview> {
  const shown = await findShownRun(tx, session, month);
  const { run } = shown;
  const waiting = await findWaitingRun(tx);
  const former = run && (await findFormerRun(tx, run));
  const movement =
    run && former ? await readMovement(tx, session, { before: former.run, now: run }) : [];
  // They add up to the difference: one that is left out would follow from the others.
  const isSeen = movement.every(({ customers }) => mayReadTotalOf(session, customers));
  return {
    ...shown,
    ...{ waiting, former, movement: isSeen ? movement : [] },
    course: run ? await listRunCourse(tx, session, run) : [],
  };
}

/** Tiers of the former run against those of the run shown. */
export type TierMigration = { run: RunDetail; former: FormerRun; cells: readonly MigrationCell[] };

/** How customers moved between tiers up to a run; null where there is none before it to compare. */
export async function findMigration(
  tx: TenantTx,
  session: Session,
  run: RunDetail,
): Promise<TierMigration | null> {
  const former = await findFormerRun(tx, run);
  if (!former) return null;
  const cells = await readMigration(tx, session, { before: former.run, now: run });
  const readable = readableCells(session, cells);
  const seen = cells.map((cell, place) => (readable[place] ? cell : { ...cell, valueMinor: null }));
  return { run, former, cells: seen };
}

/** Lifetime value of the RFM segments, most value first; those without a segment are `no_orders`. */
export type SegmentsAhead = {
  run: RunDetail;
  segments: readonly SegmentAhead[];
  /** Empty without a score */
  nps: readonly SegmentNps[];
};

/** What the RFM segments, as customers stand in them today, are worth by a run. */
export async function readSegmentsAhead(
  tx: TenantTx,
  session: Session,
  run: RunDetail,
): Promise<SegmentsAhead> {
  const segments = await tx.$queryRaw<SegmentAhead[]>`
    SELECT coalesce(v.segment, 'no_orders') AS segment, count(*)::float8 AS customers,
      sum(s.value_minor)::float8 AS "valueMinor", sum(s.at_risk_minor)::float8 AS "atRiskMinor",
      sqrt(sum(s.deviation_minor::float8 ^ 2)) AS "deviationMinor",
      sqrt(sum((s.deviation_minor::float8 * (1 - s.p_alive::float8)) ^ 2)) AS "atRiskDeviationMinor"
    FROM clv_score s LEFT JOIN customer_value v ON v.tenant_id = s.tenant_id AND v.customer_id = s.customer_id
    WHERE s.tenant_id = ${session.workspace.id}::uuid AND s.run_id = ${run.id}::uuid
    GROUP BY 1 ORDER BY 3 DESC`;
  const readable = readableGroups(
    session,
    segments.map(({ customers }) => customers),
  );
  const shown = segments.map((row, place) => (readable[place] ? row : withoutValue(row)));
  return { run, segments: shown, nps: await listNpsBySegment(tx, session) };
}

function withoutValue(row: SegmentAhead): SegmentAhead {
  return {
    ...row,
    ...{ valueMinor: null, deviationMinor: null, atRiskMinor: null, atRiskDeviationMinor: null },
  };
}

/** The year after a run, and what an address asks of it. `bad` names what is no number within bounds. */
export type Forecast = {
  run: RunDetail;
  /** 0..1, the chance to stay after a purchase or renewal; null where neither decides it */
  retention: number | null;
  /** What can be asked of the run */
  askable: readonly ScenarioField[];
  usual: Scenario;
  scenario: Scenario;
  /** null where no customer has a value that could change */
  outcome: ScenarioTotal | null;
  bad: readonly ScenarioField[];
};

/** The forecast of a run under a scenario. One of what was earned so far foretells nothing, and may be asked for another margin. */
export function forecastOf(run: RunDetail, asked: SearchParams): Forecast {
  const usual = scenarioOf(run);
  const askable = askableOf(run);
  const heard = Object.fromEntries(askable.map((name) => [name, asked[name]]));
  const scenario = readScenario(heard, usual);
  return {
    ...{ run, usual, scenario, askable },
    retention: retentionOf(run),
    outcome: scenarioTotal(run, scenario),
    bad: badScenarioFields(heard),
  };
}
