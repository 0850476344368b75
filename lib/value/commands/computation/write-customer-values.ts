import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { Scope } from "./scope.ts";
import { scoredCustomers } from "./scored-customers.ts";

/** Store what every customer is worth as of the scope's day, and return how many rows that changed. */
export function writeCustomerValues(tx: TenantTx, scope: Scope): Promise<number> {
  const { tenantId, asOfOn } = scope;
  return tx.$executeRaw`
    WITH score AS (${scoredCustomers(scope, asOfOn)})
    INSERT INTO customer_value AS v (tenant_id, customer_id, first_ordered_on, last_ordered_on, purchase_days,
      order_count, revenue_minor, margin_minor, cost_to_serve_minor, profit_minor,
      recency_score, frequency_score, monetary_score, segment)
    SELECT ${tenantId}::uuid, c.id, s.first_on, s.last_on, s.days, s.orders, s.revenue, s.margin, s.cost, s.profit,
      s.r, s.f, s.m, coalesce(s.segment, 'no_orders')
    FROM customer c LEFT JOIN score s ON s.customer_id = c.id
    WHERE c.tenant_id = ${tenantId}::uuid
    ON CONFLICT (tenant_id, customer_id) DO UPDATE SET
      first_ordered_on = excluded.first_ordered_on, last_ordered_on = excluded.last_ordered_on,
      purchase_days = excluded.purchase_days, order_count = excluded.order_count,
      revenue_minor = excluded.revenue_minor, margin_minor = excluded.margin_minor,
      cost_to_serve_minor = excluded.cost_to_serve_minor, profit_minor = excluded.profit_minor,
      recency_score = excluded.recency_score, frequency_score = excluded.frequency_score,
      monetary_score = excluded.monetary_score, segment = excluded.segment
    WHERE (v.first_ordered_on, v.last_ordered_on, v.purchase_days, v.order_count, v.revenue_minor, v.margin_minor,
        v.cost_to_serve_minor, v.profit_minor, v.recency_score, v.frequency_score, v.monetary_score, v.segment)
      IS DISTINCT FROM (excluded.first_ordered_on, excluded.last_ordered_on, excluded.purchase_days,
        excluded.order_count, excluded.revenue_minor, excluded.margin_minor, excluded.cost_to_serve_minor,
        excluded.profit_minor, excluded.recency_score, excluded.frequency_score, excluded.monetary_score,
        excluded.segment)`;
}
