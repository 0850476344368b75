import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import type { Holdings } from "./types.ts";

type Row = { orders: number; revenueMinor: number; first: string | null; last: string | null };

/** What a workspace holds, counted in its tables. */
export function holdingsOf(session: Session): Promise<Holdings> {
  const tenantId = session.workspace.id;
  return withTenant(session, "order:read", async (tx) => {
    const [row] = await tx.$queryRaw<Row[]>`
      SELECT count(*)::int AS orders, coalesce(sum(amount_minor), 0)::float AS "revenueMinor", min(ordered_on)::text AS first,
        max(ordered_on)::text AS last
      FROM customer_order WHERE tenant_id = ${tenantId}::uuid`;
    const customers = await tx.customer.count();
    if (!row) throw new Error("An aggregate has one row.");
    const { orders, revenueMinor, first, last } = row;
    return { customers, orders, revenueMinor, days: first && last ? [first, last] : null };
  });
}

/** The customer numbers of a workspace in the order of their code points. */
export function customerNumbers(session: Session): Promise<string[]> {
  return withTenant(session, "customer:read", async (tx) => {
    const customers = await tx.customer.findMany({ select: { externalId: true } });
    return customers.map(({ externalId }) => externalId).toSorted(byCodePoint);
  });
}

function byCodePoint(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
