import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { Rates } from "#lib/workspaces/types.ts";
import { type AcquisitionSums, acquisitionRow, acquisitionTotal } from "../acquisition-row.ts";
import { type PaybackAge, type PaybackMonth, paybackOf } from "../payback.ts";
import type { AcquisitionReturn } from "../types.ts";

/** `runId` null: nothing that is expected can be added. `backtestError`: that of the run, null where nothing was tested. */
type Asked = {
  runId: string | null;
  backtestError: number | null;
  currency: string;
  asOfOn: string;
  rates: Rates;
};

const DAYS_A_MONTH = 30.4375;

/**
 * What it cost to win customers and what those are worth; null where no cost is stored. A customer was won by a cost of their own,
 * or else through the channel of their first order where that channel had a cost on its day.
 */
export async function findAcquisitionReturn(
  tx: TenantTx,
  session: Session,
  asked: Asked,
): Promise<AcquisitionReturn | null> {
  const [span] = await tx.$queryRaw<Span[]>`
    SELECT min(started_on)::text AS "firstOn", max(ended_on)::text AS "lastOn" FROM acquisition_cost
    WHERE tenant_id = ${session.workspace.id}::uuid AND currency = ${asked.currency}`;
  if (!span?.firstOn || !span.lastOn) return null;
  const sums = await readSums(tx, session, asked);
  const { backtestError } = asked;
  const total = acquisitionTotal(sums, backtestError);
  return {
    total,
    channels: sums.map((row) => acquisitionRow(row, backtestError)),
    payback: await readPayback(tx, session, asked, total.costEachMinor),
    ...{ firstOn: span.firstOn, lastOn: span.lastOn },
  };
}

type Span = { firstOn: string | null; lastOn: string | null };

function readSums(tx: TenantTx, session: Session, asked: Asked): Promise<AcquisitionSums[]> {
  const tenantId = session.workspace.id;
  const { runId } = asked;
  return tx.$queryRaw<AcquisitionSums[]>`
    WITH ${wonCustomers(tenantId, asked)}, worth AS (
      SELECT w.key, CASE WHEN v.margin_minor IS NULL AND v.revenue_minor IS NOT NULL THEN NULL
          ELSE coalesce(v.profit_minor, 0)::float8 END AS earned,
        CASE WHEN ${runId}::uuid IS NOT NULL THEN coalesce(s.value_minor, 0)::float8 END AS expected
      FROM won w JOIN customer_value v ON v.tenant_id = ${tenantId}::uuid AND v.customer_id = w.customer_id
        LEFT JOIN clv_score s ON s.tenant_id = ${tenantId}::uuid AND s.customer_id = w.customer_id AND s.run_id = ${runId}::uuid
    ), brought AS (
      SELECT key, count(*)::float8 AS customers, bool_and(earned IS NOT NULL) AS "isKnown", sum(earned) AS earned,
        sum(expected) AS expected, coalesce(var_pop(earned + coalesce(expected, 0)) * count(*), 0) AS deviations
      FROM worth GROUP BY key
    ), spent AS (
      SELECT key, min(btrim(channel)) AS channel, sum(amount_minor)::float8 AS minor FROM cost GROUP BY key
    )
    SELECT s.channel, s.minor AS "costMinor", coalesce(b.customers, 0) AS customers,
      CASE WHEN coalesce(b."isKnown", true) THEN coalesce(b.earned, 0) END AS "earnedMinor",
      CASE WHEN ${runId}::uuid IS NOT NULL THEN coalesce(b.expected, 0) END AS "expectedMinor",
      coalesce(b.deviations, 0) AS "squaredDeviations"
    FROM spent s LEFT JOIN brought b ON b.key = s.key ORDER BY s.minor DESC, s.key`;
}

async function readPayback(
  tx: TenantTx,
  session: Session,
  asked: Asked,
  costEachMinor: number | null,
) {
  const { rates, asOfOn, currency } = asked;
  const tenantId = session.workspace.id;
  if (rates.marginRate === null) return { kind: "too_few" } as const;
  const since = (day: Sql) =>
    sql`floor((${day} - v.first_ordered_on) / ${DAYS_A_MONTH}::float8)::int`;
  const started = sql`won w JOIN customer_value v ON v.tenant_id = ${tenantId}::uuid AND v.customer_id = w.customer_id
    AND v.first_ordered_on IS NOT NULL`;
  const age = since(sql`${asOfOn}::date`);
  const ages = await tx.$queryRaw<PaybackAge[]>`
    WITH ${wonCustomers(tenantId, asked)}
    SELECT ${age} AS months, count(*)::float8 AS customers FROM ${started} GROUP BY 1`;
  const months = await tx.$queryRaw<PaybackMonth[]>`
    WITH ${wonCustomers(tenantId, asked)}
    SELECT ${since(sql`o.ordered_on`)} AS month,
      sum(o.amount_minor * ${rates.marginRate}::float8 - coalesce(${rates.costPerOrderMinor}::float8, 0)) AS "profitMinor"
    FROM ${started}
      JOIN customer_order o ON o.tenant_id = ${tenantId}::uuid AND o.customer_id = w.customer_id AND o.currency = ${currency}
        AND o.ordered_on <= ${asOfOn}::date
    WHERE ${since(sql`o.ordered_on`)} < ${age} GROUP BY 1`;
  return paybackOf(costEachMinor, months, ages);
}

/** `cost`, and the customers `won` with the key of the channel they came by: each once. */
function wonCustomers(tenantId: string, { currency, asOfOn }: Asked): Sql {
  return sql`cost AS MATERIALIZED (
      SELECT a.customer_id, coalesce(lower(btrim(a.channel)), '') AS key, a.channel, a.started_on, a.ended_on, a.amount_minor
      FROM acquisition_cost a WHERE a.tenant_id = ${tenantId}::uuid AND a.currency = ${currency}
    ), own AS MATERIALIZED (
      SELECT customer_id, min(key) AS key FROM cost WHERE customer_id IS NOT NULL GROUP BY customer_id
    ), began AS (
      SELECT DISTINCT ON (v.customer_id) v.customer_id, v.first_ordered_on, lower(btrim(o.channel)) AS key
      FROM customer_value v JOIN customer_order o ON o.tenant_id = ${tenantId}::uuid AND o.customer_id = v.customer_id
        AND o.ordered_on = v.first_ordered_on AND o.currency = ${currency}
      WHERE v.tenant_id = ${tenantId}::uuid AND v.first_ordered_on <= ${asOfOn}::date
        AND v.first_ordered_on >= (SELECT min(started_on) FROM cost WHERE customer_id IS NULL)
        AND v.first_ordered_on <= (SELECT max(ended_on) FROM cost WHERE customer_id IS NULL)
      ORDER BY v.customer_id, o.id
    ), won AS MATERIALIZED (
      SELECT customer_id, key FROM own
      UNION ALL
      SELECT b.customer_id, b.key FROM began b
      WHERE NOT EXISTS (SELECT 1 FROM own WHERE own.customer_id = b.customer_id)
        AND EXISTS (SELECT 1 FROM cost c WHERE c.customer_id IS NULL AND c.key = b.key
          AND b.first_ordered_on BETWEEN c.started_on AND c.ended_on)
    )`;
}
