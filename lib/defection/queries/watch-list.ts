import "server-only";
import { z } from "zod";
import { shownNumber } from "#lib/auth/shown-number.ts";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import { valueSeenBy } from "#lib/clv-runs/index.ts";
import { decodePageKey, encodePageKey } from "#lib/db/page-key.ts";
import { empty, join, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { Page, PageRequest } from "#lib/lists/types.ts";
import { tierName } from "#lib/tiers/index.ts";
import { dayInZone } from "#lib/time/index.ts";
import type { WatchQuery } from "../filter.ts";
import { watchAddress } from "../filter.ts";
import type { CaseState, StoredOutcome, WatchRow } from "../types.ts";
import { listReasons } from "./facts.ts";
import { findNames } from "./members.ts";
import type { WatchRun } from "./watch-run.ts";

/** Only who was last: what is at risk of them would tell in the address what the list hides from some. */
const PageKey = z.object({ id: z.uuid() });

export type StoredWatched = {
  customerId: string;
  externalId: string;
  name: string | null;
  tier: number;
  pAlive: number;
  atRiskMinor: number;
  valueMinor: number;
  lowMinor: number | null;
  highMinor: number | null;
  caseId: string | null;
  responsibleId: string | null;
  nextStep: string | null;
  dueOn: string | null;
  outcome: StoredOutcome | null;
};

/**
 * Customers of a run by what would be lost if they have left, the most first: chance to have left × value. Who has nothing to lose is not
 * on it.
 *
 * @throws DomainError `invalid_input` when `after` is no key of this list
 */
export async function listWatched(
  tx: TenantTx,
  session: Session,
  { run, query = watchAddress.usual }: { run: WatchRun; query?: WatchQuery },
  { after, limit }: PageRequest,
): Promise<Page<WatchRow>> {
  const key = decodePageKey("watchlist", PageKey, after);
  const today = dayInZone(session.workspace.timeZone, Date.now());
  const beyond = key ? await beyondCustomer(tx, session, run, key.id) : empty;
  const found = await tx.$queryRaw<StoredWatched[]>`
    SELECT ${WATCHED}
    FROM clv_score s JOIN customer c ON c.tenant_id = s.tenant_id AND c.id = s.customer_id ${casesJoin(session, query)}
    WHERE s.tenant_id = ${session.workspace.id}::uuid AND s.run_id = ${run.id}::uuid AND s.at_risk_minor > 0
      ${conditionsOf(query, today)} ${beyond}
    ORDER BY s.at_risk_minor DESC, s.customer_id DESC LIMIT ${limit + 1}::int`;
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    items: await asRows(tx, session, run, shown),
    next: last ? encodePageKey("watchlist", { id: last.customerId }) : null,
  };
}

/** What is at risk comes as text, since a bigint may be more than a number holds. */
async function beyondCustomer(
  tx: TenantTx,
  session: Session,
  run: WatchRun,
  customerId: string,
): Promise<Sql> {
  const [last] = await tx.$queryRaw<{ atRisk: string }[]>`
    SELECT at_risk_minor::text AS "atRisk" FROM clv_score WHERE tenant_id = ${session.workspace.id}::uuid
      AND run_id = ${run.id}::uuid AND customer_id = ${customerId}::uuid AND at_risk_minor IS NOT NULL`;
  if (!last)
    throw new DomainError("invalid_input", "This list is another now. Begin at its first page.");
  return sql`AND (s.at_risk_minor, s.customer_id) < (${last.atRisk}::bigint, ${customerId}::uuid)`;
}

/** Stored rows with their reasons and names, and without what the role may not read. */
export async function asRows(
  tx: TenantTx,
  session: Session,
  run: WatchRun,
  stored: readonly StoredWatched[],
): Promise<WatchRow[]> {
  const ids = stored.map(({ customerId }) => customerId);
  const reasons = await listReasons(tx, session, ids, run);
  const names = await findNames(
    tx,
    stored.map(({ responsibleId }) => responsibleId),
  );
  const today = dayInZone(session.workspace.timeZone, Date.now());
  const isMasked = !mayReadPersonalData(session);
  return stored.map((row) => ({
    ...{ customerId: row.customerId, isMasked },
    externalId: shownNumber(session, { id: row.customerId, number: row.externalId }),
    ...valueSeenBy(session, row),
    pAlive: row.pAlive,
    name: isMasked ? null : row.name,
    tierName: tierName(run.totals?.tierCuts ?? null, row.tier),
    reasons: reasons.get(row.customerId) ?? [],
    latest: latestOf(row, names, today),
  }));
}

function latestOf(
  { caseId, responsibleId, nextStep, dueOn, outcome }: StoredWatched,
  names: ReadonlyMap<string, string>,
  today: string,
): WatchRow["latest"] {
  if (caseId === null) return null;
  const name = names.get(responsibleId ?? "");
  return {
    ...{ id: caseId, nextStep, dueOn, outcome },
    responsible: responsibleId && name !== undefined ? { id: responsibleId, name } : null,
    isOverdue: outcome === null && dueOn !== null && dueOn < today,
  };
}

/** The open case of each customer, or the last closed one. Where only customers with a case are asked for, the few cases lead to them. */
function casesJoin({ workspace }: Session, { cases, responsible }: WatchQuery): Sql {
  const needsCase = responsible.length > 0 || (cases.length > 0 && !cases.includes("none"));
  if (needsCase)
    return sql`JOIN (SELECT DISTINCT ON (k.customer_id) k.* FROM defection_case k
      WHERE k.tenant_id = ${workspace.id}::uuid ORDER BY k.customer_id, k.closed_at DESC NULLS FIRST) d
      ON d.tenant_id = s.tenant_id AND d.customer_id = s.customer_id`;
  return sql`LEFT JOIN LATERAL (SELECT k.* FROM defection_case k
    WHERE k.tenant_id = ${workspace.id}::uuid AND k.customer_id = s.customer_id
    ORDER BY k.closed_at DESC NULLS FIRST LIMIT 1) d ON true`;
}

function conditionsOf({ cases, tiers, responsible }: WatchQuery, today: string): Sql {
  const conditions = [
    ...(tiers.length > 0 ? [sql`s.tier = ANY(${tiers.map(Number)}::int[])`] : []),
    ...(responsible.length > 0 ? [sql`d.responsible_id = ANY(${[...responsible]}::uuid[])`] : []),
    ...(cases.length > 0
      ? [
          sql`(${join(
            cases.map((state) => conditionOf(state, today)),
            " OR ",
          )})`,
        ]
      : []),
  ];
  return conditions.length === 0 ? empty : sql`AND ${join(conditions, " AND ")}`;
}

function conditionOf(state: CaseState, today: string): Sql {
  switch (state) {
    case "none":
      // Not `d.id IS NULL`: of a key, Postgres takes that for hardly ever true, and sorts all customers.
      return sql`NOT EXISTS (SELECT 1 FROM defection_case e WHERE e.tenant_id = s.tenant_id AND e.customer_id = s.customer_id)`;
    case "open":
      return sql`(d.id IS NOT NULL AND d.closed_at IS NULL)`;
    case "overdue":
      return sql`(d.closed_at IS NULL AND d.due_on < ${today}::date)`;
    case "saved":
    case "lost":
    case "false_alarm":
      return sql`d.outcome = ${state}`;
  }
}

const WATCHED = sql`s.customer_id AS "customerId", c.external_id AS "externalId", c.name, s.tier::int AS tier,
  s.p_alive::float8 AS "pAlive", s.at_risk_minor::float8 AS "atRiskMinor",
  s.value_minor::float8 AS "valueMinor", s.low_minor::float8 AS "lowMinor", s.high_minor::float8 AS "highMinor",
  d.id AS "caseId", d.responsible_id AS "responsibleId", d.next_step AS "nextStep", d.due_on::text AS "dueOn", d.outcome`;
