import type { Session } from "#lib/auth/types.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";

/** Tables of the workspace, and `others` beside them, that a piece of work reads from end to end, as PostgreSQL counts them. */
export function sequentialScans(
  session: Session,
  work: (tx: TenantTx) => Promise<unknown>,
  others: readonly string[] = [],
): Promise<string[]> {
  return withTenant(session, "customer:read", async (tx) => {
    const before = await countScans(tx, others);
    await work(tx);
    const after = await countScans(tx, others);
    return [...after]
      .filter(([name, count]) => count > (before.get(name) ?? 0))
      .map(([name]) => name);
  });
}

/** Counts of this connection that are not yet added to the server's: earlier ones may be among them. */
async function countScans(tx: TenantTx, others: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ name: string; scans: number }[]>`
    SELECT relname::text AS name, seq_scan::int AS scans FROM pg_stat_xact_user_tables
    WHERE relname IN ('customer', 'customer_order', 'customer_value', 'customer_consent',
      'customer_duplicate', 'customer_merge', 'import_row', 'import_reject', 'audit_event', 'interaction', 'complaint',
      'subscription', 'win_loss', 'activity_rate', 'acquisition_cost', 'order_return') OR relname = ANY(${[...others]}::text[])`;
  return new Map(rows.map(({ name, scans }) => [name, scans]));
}
