import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/** Customers who are in both of two segments, as last computed. */
export type Overlap = { firstId: string; secondId: string; customers: number };

/** How many customers each two of these segments share; those that share none are left out. */
export function listOverlaps(tx: TenantTx, segmentIds: readonly string[]): Promise<Overlap[]> {
  const id = { in: [...segmentIds] };
  return tx.segmentOverlap.findMany({
    where: { firstId: id, secondId: id, customers: { gt: 0 } },
    select: { firstId: true, secondId: true, customers: true },
    orderBy: [{ firstId: "asc" }, { secondId: "asc" }],
  });
}
