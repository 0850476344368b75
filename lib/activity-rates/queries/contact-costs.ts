import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { type Sql, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { Rates } from "#lib/workspaces/types.ts";

/** What contacts with the customers of an RFM segment cost. Money in minor units. */
export type ContactCost = {
  segment: string;
  contacts: number;
  /** Those that a rate is known for */
  priced: number;
  costMinor: number;
};

type Priced = Pick<Rates, "costPerContactMinor"> & { currency: string };
type Asked = Priced & { asOfOn: string };

const SECONDS_A_MINUTE = 60;

/**
 * What the contacts of each RFM segment cost up to a day: by the rate of their activity that was in force on theirs (a minute of it,
 * a contact or a visit), or else by what a contact of their channel costs in the settings. One that neither tells has no price.
 */
export function listContactCosts(
  tx: TenantTx,
  session: Session,
  { asOfOn, ...priced }: Asked,
): Promise<ContactCost[]> {
  const { workspace } = session;
  return tx.$queryRaw<ContactCost[]>`
    SELECT v.segment, count(*)::float8 AS contacts, count(p.minor)::float8 AS priced,
      coalesce(sum(p.minor), 0)::float8 AS "costMinor"
    FROM interaction i
      JOIN customer_value v ON v.tenant_id = i.tenant_id AND v.customer_id = i.customer_id
      ${withPrice(session, priced)}
    WHERE i.tenant_id = ${workspace.id}::uuid AND i.occurred_on <= ${asOfOn}::date
    GROUP BY v.segment`;
}

/** Joins to an interaction i what it cost: p.minor, null where nothing tells. */
export function withPrice({ workspace }: Session, { costPerContactMinor, currency }: Priced): Sql {
  return sql`LEFT JOIN LATERAL (
        SELECT a.unit, a.cost_minor FROM activity_rate a
        WHERE a.tenant_id = ${workspace.id}::uuid AND a.currency = ${currency} AND a.valid_from <= i.occurred_on
          AND lower(a.activity) = lower(i.activity) AND a.unit IN ('minute', 'contact', 'visit')
        ORDER BY a.valid_from DESC, a.id DESC LIMIT 1
      ) r ON true
      CROSS JOIN LATERAL (SELECT ${priceOf(JSON.stringify(costPerContactMinor))} AS minor) p`;
}

/** Whether anything tells what a contact costs: a rate of an activity in the currency, or a channel's price in the settings. */
export async function hasContactPrice(
  tx: TenantTx,
  { costPerContactMinor, currency }: Priced,
): Promise<boolean> {
  if (Object.values(costPerContactMinor).some((minor) => minor !== null)) return true;
  const where = { currency, unit: { in: ["minute", "contact", "visit"] } };
  return (await tx.activityRate.findFirst({ where, select: { id: true } })) !== null;
}

/** A rate by the minute wants a duration: without one, the channel's price holds. */
function priceOf(channels: string) {
  return sql`coalesce(
    CASE r.unit WHEN 'minute' THEN r.cost_minor * i.duration_seconds / ${SECONDS_A_MINUTE}::float8 ELSE r.cost_minor END,
    (${channels}::jsonb ->> lower(i.channel))::float8)`;
}
