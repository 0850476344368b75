import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { cohortPeriod } from "../../cohort-periods.ts";
import { SnapshotCohorts } from "../../snapshot.ts";
import type { Scope } from "./scope.ts";

/**
 * Customers by the period of their first order, and what they did in each period since, all of them and by the segment they are in
 * now; null without an order. Reads the segments that were written before.
 *
 * What a period adds to a sum of squares, (before + x)² − before² = x (2 before + x), needs only the customers who were there.
 */
export async function readCohorts(tx: TenantTx, scope: Scope): Promise<SnapshotCohorts | null> {
  const { tenantId, currency, asOfOn, firstOrderedOn, rates } = scope;
  if (asOfOn === null || firstOrderedOn === null || firstOrderedOn > asOfOn) return null;
  const period = cohortPeriod(firstOrderedOn, asOfOn);
  const rows = await tx.$queryRaw<unknown[]>`
    WITH active AS (
      SELECT o.customer_id, date_trunc(${period}, o.ordered_on::timestamp)::date AS period_on,
        count(*) AS orders, sum(o.amount_minor)::float8 AS revenue,
        sum(o.amount_minor)::float8 * ${rates.marginRate}::float8
          - count(*) * coalesce(${rates.costPerOrderMinor}::float8, 0) AS profit
      FROM customer_order o
      WHERE o.tenant_id = ${tenantId}::uuid AND o.currency = ${currency} AND o.ordered_on <= ${asOfOn}::date
      GROUP BY 1, 2
    ), running AS (
      SELECT active.*, first_value(period_on) OVER upto AS cohort_on,
        sum(revenue) OVER upto - revenue AS revenue_before, sum(profit) OVER upto - profit AS profit_before
      FROM active
      WINDOW upto AS (PARTITION BY customer_id ORDER BY period_on ROWS UNBOUNDED PRECEDING)
    )
    SELECT v.segment, cohort_on::text AS "cohortOn", period_on::text AS "periodOn", count(*)::int AS customers,
      sum(orders)::float8 AS "orderCount", sum(revenue) AS "revenueMinor",
      sum(revenue * (2 * revenue_before + revenue)) AS "revenueSquaresAdded",
      sum(profit * (2 * profit_before + profit)) AS "profitSquaresAdded"
    FROM running LEFT JOIN customer_value v
      ON v.tenant_id = ${tenantId}::uuid AND v.customer_id = running.customer_id
    GROUP BY GROUPING SETS ((cohort_on, period_on), (v.segment, cohort_on, period_on))
    HAVING grouping(v.segment) = 1 OR v.segment IS NOT NULL ORDER BY 1, 2, 3`;
  return SnapshotCohorts.parse({ period, rows });
}
