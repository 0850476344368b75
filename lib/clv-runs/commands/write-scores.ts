import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { RunScores } from "../types.ts";

const ID_BYTES = 16;

/** So many scores are written in one transaction. */
export const SCORES_AT_ONCE = 10_000;

/**
 * Store the scores of a run from one place up to another. Customers who went meanwhile are left out; scores that are there, of an
 * attempt that was broken off, are written again.
 */
export async function writeScores(
  tx: TenantTx,
  { workspace }: Session,
  runId: string,
  { scores, ids, from, to }: { scores: RunScores; ids: Uint8Array; from: number; to: number },
): Promise<void> {
  const whole = (column: Float64Array) => arrayLiteral(numbersOf(column, from, to, Math.round));
  const exact = (column: Float64Array) => arrayLiteral(numbersOf(column, from, to, Number));
  const real = (column: Float64Array) => arrayLiteral(numbersOf(column, from, to, asReal));
  await tx.$executeRaw`
    INSERT INTO clv_score (tenant_id, run_id, customer_id, value_minor, tier, percentile, p_alive, expected_purchases,
      expected_spend_minor, historic_minor, at_risk_minor, low_minor, high_minor, deviation_minor)
    SELECT ${workspace.id}::uuid, ${runId}::uuid, c.id, g.value, g.tier, g.percentile, g.p_alive, g.purchases, g.spend, g.historic,
      g.at_risk, g.low, g.high, g.deviation
    FROM unnest(${arrayLiteral(idsOf(scores.customers, ids, from, to))}::uuid[], ${whole(scores.value)}::bigint[],
      ${arrayLiteral([...scores.tier.subarray(from, to)])}::smallint[], ${real(scores.percentile)}::real[],
      ${real(scores.pAlive)}::real[], ${real(scores.expectedPurchases)}::real[], ${exact(scores.expectedSpend)}::float8[],
      ${whole(scores.historic)}::bigint[], ${whole(scores.atRisk)}::bigint[], ${whole(scores.low)}::bigint[],
      ${whole(scores.high)}::bigint[], ${real(scores.deviation)}::real[])
      AS g (id, value, tier, percentile, p_alive, purchases, spend, historic, at_risk, low, high, deviation)
      CROSS JOIN LATERAL (${customerOf(workspace.id)}) c
    ON CONFLICT (tenant_id, customer_id, run_id) DO UPDATE SET value_minor = excluded.value_minor, tier = excluded.tier,
      percentile = excluded.percentile, p_alive = excluded.p_alive, expected_purchases = excluded.expected_purchases,
      expected_spend_minor = excluded.expected_spend_minor, historic_minor = excluded.historic_minor,
      at_risk_minor = excluded.at_risk_minor, low_minor = excluded.low_minor, high_minor = excluded.high_minor,
      deviation_minor = excluded.deviation_minor`;
}

/**
 * The customer of `g`, looked up by its key as a range in order: however thousands of rows are planned, the workspace is not
 * read as a whole for each of a hundred chunks.
 */
function customerOf(tenantId: string) {
  return sql`SELECT id FROM customer WHERE tenant_id = ${tenantId}::uuid AND id >= g.id AND id <= g.id ORDER BY id LIMIT 1`;
}

/** Below this PostgreSQL refuses a number for a real rather than to take it for 0. */
const LEAST_REAL = 1.2e-38;

function asReal(value: number): number {
  return Math.abs(value) < LEAST_REAL ? 0 : value;
}

/** NaN is no number: null. */
function numbersOf(
  column: Float64Array,
  from: number,
  to: number,
  round: (value: number) => number,
): (number | null)[] {
  return Array.from(column.subarray(from, to), (value) =>
    Number.isNaN(value) ? null : round(value),
  );
}

function idsOf(customers: Int32Array, ids: Uint8Array, from: number, to: number): string[] {
  const bytes = Buffer.from(ids.buffer, ids.byteOffset, ids.byteLength);
  return Array.from(customers.subarray(from, to), (customer) =>
    uuidText(bytes.toString("hex", customer * ID_BYTES, (customer + 1) * ID_BYTES)),
  );
}

function uuidText(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
