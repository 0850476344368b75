import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { BridgeSums } from "../types.ts";

/** The customers of one tier of a run; `expectedMinor` is what the run says, whatever it is of. */
export type TierSums = Omit<BridgeSums, "interval"> & {
  tier: number;
  /** Of what is expected, by chance alone; null where nothing is, and in runs from before it was kept */
  deviationMinor: number | null;
};

type Asked = { runId: string; currency: string; asOfOn: string };

/** What the customers of each tier of a run have brought and are expected to bring; only those with a score. */
export async function readTierSums(
  tx: TenantTx,
  { workspace }: Session,
  { runId, currency, asOfOn }: Asked,
): Promise<TierSums[]> {
  const scores = sql`clv_score s`;
  const ofRun = sql`s.tenant_id = ${workspace.id}::uuid AND s.run_id = ${runId}::uuid`;
  return tx.$queryRaw<TierSums[]>`
    WITH returned AS (
      SELECT s.tier, sum(o.returned_minor) AS minor
      FROM customer_order o JOIN ${scores} ON s.customer_id = o.customer_id AND ${ofRun}
      WHERE o.tenant_id = ${workspace.id}::uuid AND o.currency = ${currency} AND o.ordered_on <= ${asOfOn}::date
        AND o.id IN (SELECT r.order_id FROM order_return r WHERE r.tenant_id = ${workspace.id}::uuid AND r.order_id IS NOT NULL)
      GROUP BY s.tier
    )
    SELECT t.*, coalesce(r.minor, 0)::float8 AS "returnedMinor"
    FROM (
      SELECT s.tier::int AS tier, count(*)::float8 AS customers, coalesce(sum(v.revenue_minor), 0)::float8 AS "revenueMinor",
        sum(v.margin_minor)::float8 AS "marginMinor", sum(v.cost_to_serve_minor)::float8 AS "costToServeMinor",
        sum(s.value_minor)::float8 AS "expectedMinor", sqrt(sum(s.deviation_minor::float8 ^ 2)) AS "deviationMinor"
      FROM ${scores} LEFT JOIN customer_value v ON v.tenant_id = s.tenant_id AND v.customer_id = s.customer_id
      WHERE ${ofRun} GROUP BY s.tier
    ) t LEFT JOIN returned r ON r.tier = t.tier ORDER BY t.tier`;
}

/** What came back of all orders up to a day, and whether any cost of winning customers is stored. */
export async function readReturned(
  tx: TenantTx,
  { workspace }: Session,
  { currency, asOfOn }: Omit<Asked, "runId">,
): Promise<{ returnedMinor: number; hasAcquisition: boolean }> {
  const [found] = await tx.$queryRaw<{ returnedMinor: number; hasAcquisition: boolean }[]>`
    SELECT coalesce(sum(o.returned_minor), 0)::float8 AS "returnedMinor",
      EXISTS (SELECT 1 FROM acquisition_cost a WHERE a.tenant_id = ${workspace.id}::uuid AND a.currency = ${currency})
        AS "hasAcquisition"
    FROM customer_order o
    WHERE o.tenant_id = ${workspace.id}::uuid AND o.currency = ${currency} AND o.ordered_on <= ${asOfOn}::date
      AND o.id IN (SELECT r.order_id FROM order_return r WHERE r.tenant_id = ${workspace.id}::uuid AND r.order_id IS NOT NULL)`;
  return found ?? { returnedMinor: 0, hasAcquisition: false };
}

/** What came back of the orders of one customer, and what it cost to win them. Money in minor units; null where nothing is stored. */
export type CustomerExtras = { returnedMinor: number; acquisitionMinor: number | null };

/** What the bridge of one customer needs beside their computed value. */
export async function findCustomerExtras(
  tx: TenantTx,
  { workspace }: Session,
  customerId: string,
): Promise<CustomerExtras> {
  const [found] = await tx.$queryRaw<CustomerExtras[]>`
    SELECT
      (SELECT coalesce(sum(o.returned_minor), 0)::float8 FROM customer_order o
       WHERE o.tenant_id = ${workspace.id}::uuid AND o.customer_id = ${customerId}::uuid AND o.currency = ${workspace.currency}
      ) AS "returnedMinor",
      (SELECT sum(a.amount_minor)::float8 FROM acquisition_cost a
       WHERE a.tenant_id = ${workspace.id}::uuid AND a.customer_id = ${customerId}::uuid AND a.currency = ${workspace.currency}
      ) AS "acquisitionMinor"`;
  return found ?? { returnedMinor: 0, acquisitionMinor: null };
}
