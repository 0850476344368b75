import "server-only";
import { isoDay, numberIn, yesNo } from "#lib/customers/index.ts";
import type { AttributeType } from "#lib/customers/types.ts";
import { join, type Sql, sql } from "#lib/db/sql.ts";
import { IS_OPEN } from "#lib/tiers/index.ts";
import { needWords } from "./need-words.ts";

export type FactScope = {
  readonly tenantId: string;
  /** The run of lifetime value that speaks; null where there is none yet */
  readonly runId: string | null;
  /** YYYY-MM-DD, today in the workspace's time zone */
  readonly onDay: string;
  /** The workspace's: other orders are not counted in windows */
  readonly currency: string;
  readonly attributes: ReadonlyMap<string, AttributeType>;
};

/** More arguments are not taken by one function of PostgreSQL; two make a pair. */
const PAIRS_AT_ONCE = 40;

/** The columns of `customer_fact` beside its key, and what each is made of. */
export function factColumns({ attributes }: FactScope): readonly (readonly [Sql, Sql])[] {
  return [
    [sql`since_on`, sql`least(c.registered_on, v.first_ordered_on)`],
    [sql`first_ordered_on`, sql`v.first_ordered_on`],
    [sql`last_ordered_on`, sql`v.last_ordered_on`],
    [sql`order_count`, sql`coalesce(v.order_count, 0)`],
    [sql`purchase_days`, sql`coalesce(v.purchase_days, 0)`],
    [sql`complaints_open`, sql`coalesce(cm.open, 0)`],
    [sql`complaint_count`, sql`coalesce(cm.count, 0)`],
    [sql`signal_count`, sql`coalesce(sg.count, 0)`],
    [sql`interaction_count`, sql`coalesce(ia.count, 0)`],
    [sql`recent_complaints`, sql`coalesce(cm.recent, 0)`],
    // Of each customer the last score of twelve months counts, so that answers are of different people.
    [sql`promoters`, sql`coalesce((sg.last_nps >= 9)::int, 0)`],
    [sql`passives`, sql`coalesce((sg.last_nps > 6 AND sg.last_nps < 9)::int, 0)`],
    [sql`detractors`, sql`coalesce((sg.last_nps <= 6)::int, 0)`],
    // By way of numeric, which writes the six digits that a real keeps: 0.7 is then 0.7.
    [sql`percentile`, sql`s.percentile::numeric::float8`],
    [sql`p_alive`, sql`s.p_alive::numeric::float8`],
    [sql`clv_minor`, sql`s.value_minor`],
    [sql`at_risk_minor`, sql`s.at_risk_minor`],
    [sql`revenue_minor`, sql`v.revenue_minor`],
    [sql`margin_minor`, sql`v.margin_minor`],
    [sql`cost_to_serve_minor`, sql`v.cost_to_serve_minor`],
    [sql`profit_minor`, sql`v.profit_minor`],
    [sql`last_score`, sql`sg.last_score`],
    [sql`tier`, sql`s.tier`],
    [sql`recency_score`, sql`v.recency_score::smallint`],
    [sql`frequency_score`, sql`v.frequency_score::smallint`],
    [sql`monetary_score`, sql`v.monetary_score::smallint`],
    [sql`has_service_basis`, sql`coalesce(cs.service, oc.customer_id IS NOT NULL)`],
    [sql`has_feedback_basis`, sql`coalesce(cs.feedback, false)`],
    [sql`has_marketing_basis`, sql`coalesce(cs.marketing, false)`],
    [sql`channels`, sql`coalesce(oc.channels, '{}')`],
    [sql`attributes`, attributesSql(attributes)],
    [sql`needs_answered`, sql`nd.answered`],
    [sql`needs_important`, sql`nd.important`],
    [sql`needs_satisfied`, sql`nd.satisfied`],
    [sql`needs_unmet`, sql`nd.unmet`],
    [sql`order_count_30d`, sql`nullif(oc.count_30d, 0)`],
    [sql`order_count_90d`, sql`nullif(oc.count_90d, 0)`],
    [sql`order_count_365d`, sql`nullif(oc.count_365d, 0)`],
    [sql`revenue_minor_30d`, sql`oc.amount_30d`],
    [sql`revenue_minor_90d`, sql`oc.amount_90d`],
    [sql`revenue_minor_365d`, sql`oc.amount_365d`],
    [sql`complaint_count_30d`, sql`nullif(cm.count_30d, 0)`],
    [sql`complaint_count_90d`, sql`nullif(cm.count_90d, 0)`],
    [sql`complaint_count_365d`, sql`nullif(cm.count_365d, 0)`],
    [sql`interaction_count_30d`, sql`nullif(ia.count_30d, 0)`],
    [sql`interaction_count_90d`, sql`nullif(ia.count_90d, 0)`],
    [sql`interaction_count_365d`, sql`nullif(ia.count_365d, 0)`],
  ];
}

/** Where the columns come from: each table is read once. */
export function factSources({ tenantId, runId, onDay, currency }: FactScope): Sql {
  const ofTenant = sql`tenant_id = ${tenantId}::uuid`;
  const since = sql`${onDay}::date - interval '12 months'`;
  return sql`FROM customer c
    LEFT JOIN customer_value v ON v.tenant_id = c.tenant_id AND v.customer_id = c.id
    LEFT JOIN clv_score s ON s.tenant_id = c.tenant_id AND s.customer_id = c.id AND s.run_id = ${runId}::uuid
    LEFT JOIN (SELECT o.customer_id, array_agg(DISTINCT o.channel ORDER BY o.channel) FILTER (WHERE o.channel IS NOT NULL) AS channels,
        ${countsWithin(sql`o.ordered_on`, onDay, sql`o.currency = ${currency}`)}, ${amountsWithin(onDay, currency)}
      FROM customer_order o WHERE o.${ofTenant} GROUP BY o.customer_id) oc ON oc.customer_id = c.id
    LEFT JOIN (SELECT c.customer_id, count(*)::int AS count, (count(*) FILTER (WHERE ${IS_OPEN}))::int AS open,
        (count(*) FILTER (WHERE c.received_on > ${since} AND c.received_on <= ${onDay}::date))::int AS recent,
        ${countsWithin(sql`c.received_on`, onDay)}
      FROM complaint c WHERE c.${ofTenant} AND c.customer_id IS NOT NULL GROUP BY c.customer_id) cm ON cm.customer_id = c.id
    LEFT JOIN (${signalsSql(ofTenant, since, onDay)}) sg ON sg.customer_id = c.id
    LEFT JOIN (SELECT i.customer_id, count(*)::int AS count, ${countsWithin(sql`i.occurred_on`, onDay)} FROM interaction i
      WHERE i.${ofTenant} AND i.customer_id IS NOT NULL GROUP BY i.customer_id) ia ON ia.customer_id = c.id
    LEFT JOIN (SELECT p.customer_id, ${basisOf("service")}, ${basisOf("feedback")}, ${basisOf("marketing")}
      FROM customer_consent p WHERE p.${ofTenant} GROUP BY p.customer_id) cs ON cs.customer_id = c.id
    LEFT JOIN (${needWords(tenantId)}) nd ON nd.customer_id = c.id
    WHERE c.${ofTenant}`;
}

/** How many rows lie within 30, 90 and 365 days back from a day, that one and the first counted. */
function countsWithin(day: Sql, onDay: string, also: Sql = sql`true`): Sql {
  const of = (days: number) =>
    sql`(count(*) FILTER (WHERE ${day} BETWEEN ${onDay}::date - ${days}::int AND ${onDay}::date AND ${also}))::int`;
  return sql`${of(30)} AS count_30d, ${of(90)} AS count_90d, ${of(365)} AS count_365d`;
}

/** The amounts of those orders; null without one. */
function amountsWithin(onDay: string, currency: string): Sql {
  const of = (days: number) =>
    sql`(sum(o.amount_minor) FILTER (WHERE o.ordered_on BETWEEN ${onDay}::date - ${days}::int AND ${onDay}::date
      AND o.currency = ${currency}))::bigint`;
  return sql`${of(30)} AS amount_30d, ${of(90)} AS amount_90d, ${of(365)} AS amount_365d`;
}

/**
 * Whether a purpose has a basis by what was said; null where nothing was said of it: a buyer is then served for the contract, as
 * `derivedBasis` has it.
 */
function basisOf(purpose: "service" | "feedback" | "marketing"): Sql {
  const columns = { service: sql`service`, feedback: sql`feedback`, marketing: sql`marketing` };
  return sql`CASE WHEN bool_or(p.purpose = ${purpose} AND p.state = 'given') THEN true
    WHEN bool_or(p.purpose = ${purpose} AND p.state = 'withdrawn') THEN false END AS ${columns[purpose]}`;
}

/** Of all feedback of customers: how much there is, the last score on 0 to 10, and the last recommendation of twelve months. */
function signalsSql(ofTenant: Sql, since: Sql, onDay: string): Sql {
  const isRecent = sql`g.metric = 'nps' AND g.score IS NOT NULL AND g.occurred_on > ${since} AND g.occurred_on <= ${onDay}::date`;
  return sql`SELECT g.customer_id, count(*)::int AS count,
      (array_agg(${ON_TEN} ${LAST_FIRST}) FILTER (WHERE ${IS_SCORED}))[1] AS last_score,
      (array_agg(g.score ${LAST_FIRST}) FILTER (WHERE ${isRecent}))[1] AS last_nps
    FROM signal g WHERE g.${ofTenant} AND g.audience = 'customer' AND g.customer_id IS NOT NULL GROUP BY g.customer_id`;
}

const LAST_FIRST = sql`ORDER BY g.occurred_on DESC, g.occurred_at DESC NULLS LAST, g.id DESC`;

const IS_SCORED = sql`g.score IS NOT NULL AND g.scale_max IS NOT NULL AND g.scale_min IS NOT NULL`;

/** 10 the best. */
const ON_TEN = sql`(CASE WHEN g.higher_is_better IS FALSE THEN (g.scale_max - g.score) / (g.scale_max - g.scale_min)
  ELSE (g.score - g.scale_min) / (g.scale_max - g.scale_min) END * 10)`;

/** Attributes as their types read them. */
function attributesSql(attributes: ReadonlyMap<string, AttributeType>): Sql {
  const pairs = [...attributes].map(
    ([name, type]) => sql`${name}::text, ${typedSql(sql`(c.attributes ->> ${name})`, type)}`,
  );
  if (pairs.length === 0) return sql`'{}'::jsonb`;
  const objects = Array.from({ length: Math.ceil(pairs.length / PAIRS_AT_ONCE) }, (_, at) =>
    pairs.slice(at * PAIRS_AT_ONCE, (at + 1) * PAIRS_AT_ONCE),
  ).map((some) => sql`jsonb_build_object(${join(some)})`);
  return sql`jsonb_strip_nulls(${join(objects, " || ")})`;
}

function typedSql(stored: Sql, type: AttributeType): Sql {
  switch (type) {
    case "number":
      return numberIn(stored);
    case "day":
      return isoDay(sql`btrim(${stored})`);
    case "yes_no":
      return yesNo(stored);
    case "text":
    case "choice":
      return sql`nullif(btrim(${stored}), '')`;
  }
}
