import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { getCalendar } from "#lib/calendars/index.ts";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { dayInZone } from "#lib/time/index.ts";
import { type ComplaintDays, keptOf } from "../kept-of.ts";
import type { PromisedTier } from "../promised-tiers.ts";
import type { PolicyAdherence, TierFloor } from "../types.ts";

type Asked = { runId: string | null; tiers: readonly PromisedTier[]; floor: TierFloor };

/**
 * Complaints against what was promised, as of now: those of the customers of a run by what their tiers are promised, and all of
 * them by the floor. Promised hours are opening hours.
 */
export async function readAdherence(
  tx: TenantTx,
  session: Session,
  { runId, tiers, floor }: Asked,
  now = new Date(),
): Promise<PolicyAdherence> {
  const { id, timeZone } = session.workspace;
  const calendar = await getCalendar(tx, session);
  const rows = await tx.$queryRaw<(ComplaintDays & { tier: number | null })[]>`
    SELECT s.tier::int AS tier, c.received_on::text AS "receivedOn", c.closed_on::text AS "closedOn", (${IS_OPEN}) AS "isOpen",
      count(*)::int AS count
    FROM complaint c
      LEFT JOIN clv_score s ON s.tenant_id = c.tenant_id AND s.customer_id = c.customer_id AND s.run_id = ${runId}::uuid
    WHERE c.tenant_id = ${id}::uuid GROUP BY 1, 2, 3, 4`;
  const when = { calendar, today: dayInZone(timeZone, now.getTime()) };
  return {
    tiers: tiers.map(({ tier, name, responseHours }) => ({
      name,
      ...keptOf(
        rows.filter((row) => row.tier === tier),
        responseHours,
        when,
      ),
    })),
    floor: keptOf(rows, floor.slowestResponseHours, when),
    hasCalendar: calendar.versions.length > 0,
  };
}

/** Without a day it was closed on, and not called closed by its source either. */
export const IS_OPEN = sql`c.closed_on IS NULL
  AND coalesce(c.status, '') !~* '\\m(closed|resolved|solved|done|completed|rejected|withdrawn)\\M'`;
