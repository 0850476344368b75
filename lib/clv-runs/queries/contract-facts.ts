import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/** What a workspace has to compute lifetime value from. */
export type RunSources = { hasOrders: boolean; hasContracts: boolean };

/** Contracts that count: of the workspace's currency, or of none, which is the same. */
export function countedContract(currency: string) {
  return sql`(s.currency IS NULL OR s.currency = ${currency})`;
}

/** Whether there are orders and contracts of the workspace's currency, up to a day where one is given. */
export async function findSources(
  tx: TenantTx,
  { workspace: { id, currency } }: Session,
  cutoffOn: string | null,
): Promise<RunSources> {
  const [found] = await tx.$queryRaw<[RunSources]>`
    SELECT EXISTS (SELECT 1 FROM customer_order o WHERE o.tenant_id = ${id}::uuid AND o.currency = ${currency}
        AND o.ordered_on <= coalesce(${cutoffOn}::date, 'infinity')) AS "hasOrders",
      EXISTS (SELECT 1 FROM subscription s WHERE s.tenant_id = ${id}::uuid AND ${countedContract(currency)}
        AND s.started_on <= coalesce(${cutoffOn}::date, current_date)) AS "hasContracts"`;
  return found;
}

/** Whether a run would have anything to compute from. */
export async function hasSources(tx: TenantTx, session: Session): Promise<boolean> {
  const { hasOrders, hasContracts } = await findSources(tx, session, null);
  return hasOrders || hasContracts;
}

/** The last day on which a contract began or ended, today at the latest; null without a contract. */
export async function lastContractDay(
  tx: TenantTx,
  { workspace: { id, currency } }: Session,
): Promise<string | null> {
  const [found] = await tx.$queryRaw<[{ day: string | null }]>`
    SELECT max(greatest(s.started_on, CASE WHEN s.ended_on <= current_date THEN s.ended_on END))::text AS day
    FROM subscription s
    WHERE s.tenant_id = ${id}::uuid AND ${countedContract(currency)} AND s.started_on <= current_date`;
  return found.day;
}

/** What a run leaves out because it is in another currency, which is never added up: rows, and customers with no other. */
export async function countOtherCurrencies(
  tx: TenantTx,
  { workspace }: Session,
  {
    basis,
    currency,
    cutoffOn,
  }: { basis: "orders" | "contracts"; currency: string; cutoffOn: string },
): Promise<{ rows: number; customers: number }> {
  const { table, day } =
    basis === "orders"
      ? { table: sql`customer_order`, day: sql`ordered_on` }
      : { table: sql`subscription`, day: sql`started_on` };
  const [found] = await tx.$queryRaw<[{ rows: number; customers: number }]>`
    SELECT coalesce(sum(other), 0)::float8 AS rows, count(*) FILTER (WHERE own = 0)::float8 AS customers
    FROM (
      SELECT count(*) FILTER (WHERE t.currency <> ${currency}) AS other,
        count(*) FILTER (WHERE t.currency IS NULL OR t.currency = ${currency}) AS own
      FROM ${table} t WHERE t.tenant_id = ${workspace.id}::uuid AND t.${day} <= ${cutoffOn}::date
        AND t.customer_id IN (SELECT x.customer_id FROM ${table} x
          WHERE x.tenant_id = ${workspace.id}::uuid AND x.currency <> ${currency} AND x.${day} <= ${cutoffOn}::date)
      GROUP BY t.customer_id
    ) counted`;
  return found;
}
