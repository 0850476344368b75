import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { wilsonInterval } from "#lib/stats/wilson-interval.ts";
import type { PromisedTier } from "../promised-tiers.ts";
import type { TierAdherence } from "../types.ts";

const HOURS_A_DAY = 24;

type Counts = { tier: number; closed: number; within: number; late: number };

/** Complaints of the customers of a run against what their tiers are promised, as of today; tiers without one are left out. */
export async function listAdherence(
  tx: TenantTx,
  { workspace }: Session,
  { runId, tiers }: { runId: string; tiers: readonly PromisedTier[] },
): Promise<TierAdherence[]> {
  const daysOf = ({ responseHours }: PromisedTier) => Math.ceil(responseHours / HOURS_A_DAY);
  const rows = await tx.$queryRaw<Counts[]>`
    SELECT s.tier::int AS tier, count(*) FILTER (WHERE c.closed_on IS NOT NULL)::int AS closed,
      count(*) FILTER (WHERE c.closed_on - c.received_on <= p.days)::int AS within,
      count(*) FILTER (WHERE ${IS_OPEN} AND current_date - c.received_on > p.days)::int AS late
    FROM complaint c
    JOIN clv_score s ON s.tenant_id = c.tenant_id AND s.customer_id = c.customer_id AND s.run_id = ${runId}::uuid
    JOIN unnest(${tiers.map(({ tier }) => tier)}::int[], ${tiers.map(daysOf)}::int[]) AS p (tier, days) ON p.tier = s.tier
    WHERE c.tenant_id = ${workspace.id}::uuid GROUP BY s.tier`;
  return tiers.flatMap((promised) => {
    const counts = rows.find(({ tier }) => tier === promised.tier);
    if (!counts || counts.closed + counts.late === 0) return [];
    const { closed, within, late } = counts;
    const interval = wilsonInterval(within, closed);
    return [
      { name: promised.name, promisedDays: daysOf(promised), closed, within, late, interval },
    ];
  });
}

/** Without a day it was closed on, and not called closed by its source either. */
export const IS_OPEN = sql`c.closed_on IS NULL
  AND coalesce(c.status, '') !~* '\\m(closed|resolved|solved|done|completed|rejected|withdrawn)\\M'`;
