import "server-only";
import { type Sql, sql } from "#lib/db/sql.ts";
import { segmentsInCellOrder } from "../../rfm-segments.ts";
import type { Scope } from "./scope.ts";

/**
 * The customers with an order up to a day, with what they bought, their scores and what they left: a query to select from.
 *
 * Scores as in rfm.ts: rank() − 1 customers have a strictly lower value, dividing whole numbers is the floor, and all score 3
 * where there is no spread. Margin, cost and profit as in economics.ts: the floor of half a unit more rounds as Math.round does.
 */
export function scoredCustomers(
  { tenantId, currency, rates }: Pick<Scope, "tenantId" | "currency" | "rates">,
  untilOn: string | null,
): Sql {
  return sql`
    SELECT priced.*, margin - coalesce(cost, 0) AS profit,
      (${segmentsInCellOrder()}::text[])[25 * (r - 1) + 5 * (f - 1) + m] AS segment
    FROM (
      SELECT fact.*,
        CASE WHEN min(last_on) OVER () = max(last_on) OVER () THEN 3
          ELSE 1 + 5 * (rank() OVER (ORDER BY last_on) - 1) / count(*) OVER () END AS r,
        CASE WHEN min(days) OVER () = max(days) OVER () THEN 3
          ELSE 1 + 5 * (rank() OVER (ORDER BY days) - 1) / count(*) OVER () END AS f,
        CASE WHEN min(revenue) OVER () = max(revenue) OVER () THEN 3
          ELSE 1 + 5 * (rank() OVER (ORDER BY revenue) - 1) / count(*) OVER () END AS m,
        floor(revenue::float8 * ${rates.marginRate}::float8 + 0.5)::bigint AS margin,
        orders * ${rates.costPerOrderMinor}::bigint AS cost
      FROM (
        SELECT o.customer_id, min(o.ordered_on) AS first_on, max(o.ordered_on) AS last_on,
          count(DISTINCT o.ordered_on) AS days, count(*) AS orders, sum(o.amount_minor)::bigint AS revenue
        FROM customer_order o
        WHERE o.tenant_id = ${tenantId}::uuid AND o.currency = ${currency} AND o.ordered_on <= ${untilOn}::date
        GROUP BY o.customer_id
      ) fact
    ) priced`;
}
