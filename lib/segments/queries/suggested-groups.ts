import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { join, type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { minorDigits } from "#lib/format/format-money.ts";
import { resolveRule } from "../resolve-rule.ts";
import type { Medians } from "../suggestions/levels.ts";
import type { LogRfm } from "../suggestions/log-rfm.ts";
import { type BuyingFacts, MOST_SAMPLED, SUGGESTION_SEED } from "../suggestions/types.ts";
import type { Group } from "../types.ts";
import { compileRule } from "./compile-rule.ts";
import type { StoredRuleContext } from "./rule-context.ts";

/** The customers with orders, each with the key of its group: a query to select from. */
export type KeyedCustomers = Sql;

export type GroupSums = {
  readonly key: string;
  readonly customers: number;
  readonly medians: Medians;
};

/** Of the customers that a rule finds: how many there are, and how many are of its group. */
export type RuleCatch = { readonly caught: number; readonly rightly: number };

/** At most 20,000 customers with orders, the same ones every time, in an order of chance. */
export async function readSample(
  tx: TenantTx,
  session: Session,
  asOfOn: string,
): Promise<BuyingFacts[]> {
  return tx.$queryRaw<BuyingFacts[]>`
    SELECT recency, frequency, monetary FROM (${buyers(session, asOfOn)}) b
    ORDER BY hashtextextended(b.id::text, ${SUGGESTION_SEED}::bigint), b.id LIMIT ${MOST_SAMPLED}::int`;
}

/** Every customer with orders, keyed by the centre that is nearest: group-1, group-2, … */
export function keyedByCentre(
  session: Session,
  asOfOn: string,
  scale: LogRfm,
  centres: Float64Array,
): KeyedCustomers {
  const { means, deviations } = scale;
  const { dimensions } = scale.points;
  const column = (d: number) => Array.from(centres).filter((_, cell) => cell % dimensions === d);
  const on = (value: Sql, d: number) =>
    sql`(ln(1 + greatest(0, ${value})) - ${means[d] ?? 0}::float8) / ${deviations[d] ?? 1}::float8`;
  return sql`
    SELECT z.id, z.recency, z.frequency, z.monetary, (
      SELECT 'group-' || c.place FROM unnest(${column(0)}::float8[], ${column(1)}::float8[], ${column(2)}::float8[])
        WITH ORDINALITY AS c (recency, frequency, monetary, place)
      ORDER BY (z.r - c.recency) ^ 2 + (z.f - c.frequency) ^ 2 + (z.m - c.monetary) ^ 2, c.place LIMIT 1
    ) AS key
    FROM (SELECT b.*, ${on(sql`b.recency`, 0)} AS r, ${on(sql`b.frequency`, 1)} AS f, ${on(sql`b.monetary`, 2)} AS m
      FROM (${buyers(session, asOfOn)}) b) z`;
}

/** Every customer with orders, keyed by the name of its RFM cell; `cells` are the names of all 125 in counting order, 111 first. */
export function keyedByCell(
  session: Session,
  asOfOn: string,
  cells: readonly string[],
): KeyedCustomers {
  return sql`
    SELECT b.id, b.recency, b.frequency, b.monetary, (${[...cells]}::text[])[b.cell] AS key
    FROM (${buyers(session, asOfOn)}) b WHERE b.cell IS NOT NULL`;
}

/** Size and medians of each group, and of all together under the key "". */
export async function readGroupSums(tx: TenantTx, keyed: KeyedCustomers): Promise<GroupSums[]> {
  const rows = await tx.$queryRaw<({ key: string; customers: number } & Medians)[]>`
    SELECT coalesce(k.key, '') AS key, count(*)::int AS customers,
      coalesce(percentile_cont(0.5) WITHIN GROUP (ORDER BY k.recency), 0) AS recency,
      coalesce(percentile_cont(0.5) WITHIN GROUP (ORDER BY k.frequency), 0) AS frequency,
      coalesce(percentile_cont(0.5) WITHIN GROUP (ORDER BY k.monetary), 0) AS monetary
    FROM (${keyed}) k GROUP BY ROLLUP (k.key)`;
  return rows.map(({ key, customers, ...medians }) => ({ key, customers, medians }));
}

/** What each rule finds of the group with its key, over all customers with orders. Rules must share no customer. */
export async function readCatches(
  tx: TenantTx,
  { workspace }: Session,
  {
    keyed,
    rules,
    context,
  }: {
    keyed: KeyedCustomers;
    rules: ReadonlyMap<string, Group>;
    context: StoredRuleContext;
  },
): Promise<Map<string, RuleCatch>> {
  if (rules.size === 0) return new Map();
  const found = [...rules].map(
    ([key, rule]) =>
      sql`SELECT ${key}::text AS key, r.id FROM (${compileRule(resolveRule(rule, context), workspace.id)}) r`,
  );
  const rows = await tx.$queryRaw<({ key: string } & RuleCatch)[]>`
    WITH keyed AS MATERIALIZED (${keyed}), found AS MATERIALIZED (${join(found, " UNION ALL ")})
    SELECT f.key, count(*)::int AS caught, (count(*) FILTER (WHERE f.key = k.key))::int AS rightly
    FROM found f LEFT JOIN keyed k ON k.id = f.id GROUP BY f.key`;
  return new Map(rows.map(({ key, caught, rightly }) => [key, { caught, rightly }]));
}

/** From the facts that rules ask. Money in major units of the workspace's currency, as rules have it. */
function buyers({ workspace }: Session, asOfOn: string): Sql {
  const unit = 10 ** minorDigits(workspace.currency);
  return sql`
    SELECT f.customer_id AS id, (${asOfOn}::date - f.last_ordered_on)::float8 AS recency,
      f.purchase_days::float8 AS frequency, f.revenue_minor::float8 / ${unit}::float8 AS monetary,
      25 * (f.recency_score - 1) + 5 * (f.frequency_score - 1) + f.monetary_score AS cell
    FROM customer_fact f WHERE f.tenant_id = ${workspace.id}::uuid AND f.last_ordered_on IS NOT NULL
      AND f.revenue_minor IS NOT NULL`;
}
