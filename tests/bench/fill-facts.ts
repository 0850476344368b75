import type pg from "pg";
import { fillWorkspace } from "./fill-workspace.ts";

/**
 * Fill a workspace with customers, their value and lifetime value, an order for each second one, a complaint for each tenth, feedback for
 * each third: what rules ask of.
 */
export async function fillFacts(
  ownerUrl: string,
  tenantId: string,
  customers: number,
): Promise<void> {
  const startedMs = performance.now();
  const addAll = async (client: pg.Client) => {
    for (const statement of STATEMENTS)
      await client.query(statement.replaceAll("$1", String(customers)));
  };
  await fillWorkspace(ownerUrl, tenantId, addAll, "VACUUM (ANALYZE)");
  console.log(
    `${customers} customers (${Math.round((performance.now() - startedMs) / 1000)} s to fill)`,
  );
}

const ID = "('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";
const CITIES = "(ARRAY['Wien', 'Graz', 'Linz', 'Bern', 'Basel', 'Bonn', 'Ulm', 'Jena'])";

const STATEMENTS = [
  `INSERT INTO customer_attribute (name, type, fill_count, distinct_count, samples)
   SELECT a.*, 1, 1, '{}' FROM (VALUES ('City', 'text'), ('Street', 'text'), ('Plan', 'choice'), ('Visits', 'number')) a`,
  `INSERT INTO customer (id, external_id, name, registered_on, attributes)
   SELECT ${ID}, 'C' || n, 'Customer ' || n, date '2023-01-01' + n % 1000,
     jsonb_build_object('City', ${CITIES}[1 + n % 8], 'Plan', CASE WHEN n % 3 = 0 THEN 'care' ELSE 'none' END, 'Visits', (n % 11)::text,
       'Street', 'Lange Gasse ' || n)
   FROM generate_series(1, $1) n`,
  `INSERT INTO customer_value (customer_id, first_ordered_on, last_ordered_on, purchase_days, order_count, revenue_minor, margin_minor,
     cost_to_serve_minor, profit_minor, recency_score, frequency_score, monetary_score, segment)
   SELECT ${ID}, current_date - 700, current_date - (random() * 600)::int, 1 + (8 * power(random(), 3))::int, 1 + (9 * power(random(), 3))::int,
     (60000 * random())::bigint, (20000 * random())::bigint, 500, (15000 * random())::bigint,
     1 + (4 * random())::int, 1 + (4 * random())::int, 1 + (4 * random())::int, 'loyal'
   FROM generate_series(1, $1) n`,
  `INSERT INTO clv_run (id, status, asked_model, model, horizon_months, discount_rate_annual, currency, cutoff_on, finished_at)
   VALUES (gen_random_uuid(), 'succeeded', 'auto', 'mbg_nbd', 36, 0.1, 'EUR', current_date, now())`,
  `INSERT INTO clv_score (run_id, customer_id, value_minor, tier, percentile, p_alive, at_risk_minor)
   SELECT (SELECT id FROM clv_run WHERE tenant_id = app_tenant()), ${ID}, (90000 * random())::bigint, 1 + (3 * random())::int, 100 * random(), random(), (9000 * random())::bigint
   FROM generate_series(1, $1) n`,
  `INSERT INTO customer_order (id, external_id, customer_id, ordered_on, amount_minor, currency, channel, product_code)
   SELECT gen_random_uuid(), 'O' || n, ${ID}, current_date - 30 - n % 500, 1000, 'EUR', (ARRAY['web', 'shop', 'phone'])[1 + n % 3], 'P' || n % 50
   FROM generate_series(1, $1, 2) n`,
  `INSERT INTO data_source (id, name, kind) VALUES (gen_random_uuid(), 'Bench', 'other')`,
  `INSERT INTO complaint (id, source_id, external_id, customer_id, received_on, closed_on)
   SELECT gen_random_uuid(), (SELECT id FROM data_source WHERE tenant_id = app_tenant() LIMIT 1), 'K' || n, ${ID}, current_date - n % 400, CASE WHEN n % 2 = 0 THEN current_date END
   FROM generate_series(1, $1, 10) n`,
  `INSERT INTO signal (id, source_id, external_id, customer_id, audience, occurred_on, metric, score, scale_min, scale_max, higher_is_better)
   SELECT gen_random_uuid(), (SELECT id FROM data_source WHERE tenant_id = app_tenant() LIMIT 1), 'S' || n, ${ID}, 'customer', current_date - n % 400, 'nps', n % 11, 0, 10, true
   FROM generate_series(1, $1, 3) n`,
] as const;
