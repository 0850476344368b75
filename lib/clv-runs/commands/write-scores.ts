import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { arrayLiteral } from "#lib/db/array-literal.ts";
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
  await tx.$executeRaw`
    INSERT INTO clv_score (tenant_id, run_id, customer_id, value_minor, tier, percentile, p_alive, expected_purchases,
      expected_spend_minor, historic_minor, at_risk_minor, low_minor, high_minor)
    SELECT ${workspace.id}::uuid, ${runId}::uuid, c.id, g.value, g.tier, g.percentile, g.p_alive, g.purchases, g.spend, g.historic,
      g.at_risk, g.low, g.high
    FROM unnest(${arrayLiteral(idsOf(scores.customers, ids, from, to))}::uuid[], ${whole(scores.value)}::bigint[],
      ${arrayLiteral([...scores.tier.subarray(from, to)])}::smallint[], ${exact(scores.percentile)}::real[],
      ${exact(scores.pAlive)}::real[], ${exact(scores.expectedPurchases)}::real[], ${exact(scores.expectedSpend)}::float8[],
      ${whole(scores.historic)}::bigint[], ${whole(scores.atRisk)}::bigint[], ${whole(scores.low)}::bigint[],
      ${whole(scores.high)}::bigint[])
      AS g (id, value, tier, percentile, p_alive, purchases, spend, historic, at_risk, low, high)
    JOIN customer c ON c.tenant_id = ${workspace.id}::uuid AND c.id = g.id
    ON CONFLICT (tenant_id, customer_id, run_id) DO UPDATE SET value_minor = excluded.value_minor, tier = excluded.tier,
      percentile = excluded.percentile, p_alive = excluded.p_alive, expected_purchases = excluded.expected_purchases,
      expected_spend_minor = excluded.expected_spend_minor, historic_minor = excluded.historic_minor,
      at_risk_minor = excluded.at_risk_minor, low_minor = excluded.low_minor, high_minor = excluded.high_minor`;
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
