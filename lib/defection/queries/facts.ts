import "server-only";
import { mayReadPersonalData, type Session } from "#lib/auth/types.ts";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { IS_OPEN } from "#lib/tiers/index.ts";
import { dayInZone } from "#lib/time/index.ts";
import { reasonsOf } from "../reasons.ts";
import type { LeavingFacts, Reason } from "../types.ts";

type Row = LeavingFacts & { customerId: string };

/** `cutoffOn` of the run, YYYY-MM-DD, and the currency it counts in. */
export type ReasonTerms = { cutoffOn: string; currency: string };

const DAYS_A_YEAR = 365;

/**
 * Why these customers may leave, by id: one statement for all of them. Orders count up to the cut-off of the run, complaints and
 * returns up to today. What the role may not read is no reason: scores and complaints need personal data, as they tell who said what.
 */
export async function listReasons(
  tx: TenantTx,
  session: Session,
  customerIds: readonly string[],
  terms: ReasonTerms,
): Promise<ReadonlyMap<string, Reason[]>> {
  if (customerIds.length === 0) return new Map();
  const rows = await readFacts(tx, session, customerIds, terms);
  return new Map(
    rows.map(({ customerId, ...facts }) => [customerId, reasonsOf(asSeenBy(session, facts))]),
  );
}

function asSeenBy(session: Session, facts: LeavingFacts): LeavingFacts {
  const { permissions } = session;
  const isMasked = !mayReadPersonalData(session);
  return {
    ...facts,
    ...(isMasked || !permissions.has("signal:read") ? { score: null } : {}),
    ...(isMasked || !permissions.has("complaint:read") ? { openComplaints: 0 } : {}),
  };
}

function readFacts(
  tx: TenantTx,
  { workspace }: Session,
  customerIds: readonly string[],
  { cutoffOn, currency }: ReasonTerms,
): Promise<Row[]> {
  const today = dayInZone(workspace.timeZone, Date.now());
  const own = (alias: "o" | "c" | "n" | "r") => OWN[alias](workspace.id);
  const since = (days: number) => sql`${cutoffOn}::date - ${days}::int`;
  return tx.$queryRaw<Row[]>`
    SELECT g.id AS "customerId", coalesce(o.days, 0)::int AS "purchaseDays", (${cutoffOn}::date - o.last_on)::int AS "quietDays",
      coalesce(o.last_on - o.first_on, 0)::int AS "spanDays", coalesce(o.year, 0)::float8 AS "yearMinor",
      coalesce(o.year_before, 0)::float8 AS "yearBeforeMinor", c.count AS "openComplaints", c.days AS "complaintDays",
      n.score, n.scale_min AS "scaleMin", n.scale_max AS "scaleMax", n.higher_is_better AS "higherIsBetter",
      n.occurred_on::text AS "scoredOn", r.count AS returns, r.days AS "returnDays"
    FROM unnest(${[...customerIds]}::uuid[]) AS g (id)
    CROSS JOIN LATERAL (
      SELECT count(DISTINCT o.ordered_on) AS days, min(o.ordered_on) AS first_on, max(o.ordered_on) AS last_on,
        sum(o.amount_minor) FILTER (WHERE o.ordered_on > ${since(DAYS_A_YEAR)}) AS year,
        sum(o.amount_minor) FILTER (WHERE o.ordered_on > ${since(2 * DAYS_A_YEAR)} AND o.ordered_on <= ${since(DAYS_A_YEAR)}) AS year_before
      FROM customer_order o WHERE ${own("o")} AND o.currency = ${currency} AND o.ordered_on <= ${cutoffOn}::date) o
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS count, (${today}::date - min(c.received_on))::int AS days
      FROM complaint c WHERE ${own("c")} AND ${IS_OPEN}) c
    LEFT JOIN LATERAL (
      SELECT n.score, n.scale_min, n.scale_max, n.higher_is_better, n.occurred_on
      FROM signal n WHERE ${own("n")} AND n.score IS NOT NULL AND n.audience = 'customer'
      ORDER BY n.occurred_on DESC, n.id DESC LIMIT 1) n ON true
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS count, (${today}::date - max(r.returned_on))::int AS days
      FROM order_return r WHERE ${own("r")}) r`;
}

/** The rows of the customer `g` in each table. */
const OWN = {
  o: (tenantId: string) => sql`o.tenant_id = ${tenantId}::uuid AND o.customer_id = g.id`,
  c: (tenantId: string) => sql`c.tenant_id = ${tenantId}::uuid AND c.customer_id = g.id`,
  n: (tenantId: string) => sql`n.tenant_id = ${tenantId}::uuid AND n.customer_id = g.id`,
  r: (tenantId: string) => sql`r.tenant_id = ${tenantId}::uuid AND r.customer_id = g.id`,
};
