import "server-only";
import { PURPOSES } from "#lib/customers/types.ts";
import { empty, join, type Sql, sql } from "#lib/db/sql.ts";

/** What a field is in the row `f` of a customer's facts; null where nothing is known of it. */
export const COLUMNS: Readonly<Record<string, Sql>> = {
  "orders.count": sql`f.order_count`,
  "orders.days": sql`f.purchase_days`,
  "orders.amount": sql`f.revenue_minor`,
  "orders.count30d": sql`coalesce(f.order_count_30d, 0)`,
  "orders.count90d": sql`coalesce(f.order_count_90d, 0)`,
  "orders.count365d": sql`coalesce(f.order_count_365d, 0)`,
  "orders.amount30d": sql`f.revenue_minor_30d`,
  "orders.amount90d": sql`f.revenue_minor_90d`,
  "orders.amount365d": sql`f.revenue_minor_365d`,
  "orders.firstOn": sql`f.first_ordered_on`,
  "orders.lastOn": sql`f.last_ordered_on`,
  "customer.since": sql`f.since_on`,
  "rfm.recency": sql`f.recency_score`,
  "rfm.frequency": sql`f.frequency_score`,
  "rfm.monetary": sql`f.monetary_score`,
  "rfm.cell": sql`(f.recency_score * 100 + f.frequency_score * 10 + f.monetary_score)::text`,
  "value.tier": sql`f.tier`,
  "value.percentile": sql`f.percentile`,
  "value.pAlive": sql`f.p_alive`,
  "value.margin": sql`f.margin_minor`,
  "complaints.open": sql`f.complaints_open`,
  "complaints.count": sql`f.complaint_count`,
  "complaints.count30d": sql`coalesce(f.complaint_count_30d, 0)`,
  "complaints.count90d": sql`coalesce(f.complaint_count_90d, 0)`,
  "complaints.count365d": sql`coalesce(f.complaint_count_365d, 0)`,
  "signals.lastScore": sql`f.last_score`,
  "signals.count": sql`f.signal_count`,
  "interactions.count": sql`f.interaction_count`,
  "interactions.count30d": sql`coalesce(f.interaction_count_30d, 0)`,
  "interactions.count90d": sql`coalesce(f.interaction_count_90d, 0)`,
  "interactions.count365d": sql`coalesce(f.interaction_count_365d, 0)`,
};

/** Ids of needs; null for none. */
const NEEDS: Readonly<Record<string, Sql>> = {
  "needs.answered": sql`f.needs_answered`,
  "needs.important": sql`f.needs_important`,
  "needs.satisfied": sql`f.needs_satisfied`,
  "needs.unmet": sql`f.needs_unmet`,
};

const BASES = {
  service: sql`f.has_service_basis`,
  feedback: sql`f.has_feedback_basis`,
  marketing: sql`f.has_marketing_basis`,
} as const;

/** Whether any of these words is one of the customer's; with null, whether there is one at all. */
export function hasWords(id: string, values: readonly string[] | null): Sql {
  const needs = NEEDS[id];
  if (needs) return values ? sql`${needs} && ${[...values]}::text[]` : sql`${needs} IS NOT NULL`;
  switch (id) {
    case "orders.channel":
      return values ? hasAny(sql`f.channels`, values) : sql`cardinality(f.channels) > 0`;
    case "orders.product":
      return values ? sql`op.words && ${[...values]}::text[]` : sql`op.customer_id IS NOT NULL`;
    case "consent": {
      const asked = PURPOSES.filter((purpose) => !values || values.includes(purpose));
      return sql`(${join(
        asked.map((purpose) => BASES[purpose]),
        " OR ",
      )})`;
    }
    default:
      throw new Error(`${id} holds no words`);
  }
}

/** A word is found in half the time that two lists take to be compared. */
function hasAny(words: Sql, values: readonly string[]): Sql {
  const [value] = values;
  return values.length === 1
    ? sql`${value} = ANY(${words})`
    : sql`${words} && ${[...values]}::text[]`;
}

/** What the conditions on products ask together: these codes, and, with `isAny`, whether there is one at all. */
export type AskedCodes = { readonly values: readonly string[]; readonly isAny: boolean };

/**
 * The products of each customer that anybody asks for, as rows `op` of `customer_id` and `words`: codes of orders and of their lines.
 * `isOneByOne`: they are looked up for each customer, which is faster where these are few.
 */
export function productsJoin(
  tenantId: string,
  { values, isAny }: AskedCodes,
  isOneByOne: boolean,
): Sql {
  const asked = sql`p.code = ANY(${[...values]}::text[])`;
  const own = isOneByOne ? sql`AND o.customer_id = f.customer_id` : empty;
  return sql`LEFT JOIN ${isOneByOne ? sql`LATERAL` : empty} (
    SELECT p.customer_id, array_agg(DISTINCT p.code) FILTER (WHERE ${asked}) AS words FROM (
      SELECT o.customer_id, o.product_code AS code FROM customer_order o WHERE o.tenant_id = ${tenantId}::uuid ${own}
      UNION ALL SELECT o.customer_id, l.product_code FROM order_line l
      JOIN customer_order o ON o.tenant_id = l.tenant_id AND o.id = l.order_id WHERE l.tenant_id = ${tenantId}::uuid ${own}
    ) p WHERE ${isAny ? sql`p.code IS NOT NULL` : asked} GROUP BY p.customer_id
  ) op ON op.customer_id = f.customer_id`;
}
