import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";

const MOST_SEGMENTS = 200;

/** The segments that are not archived, to choose from, and those that are chosen already, by name; the first 200. */
export async function listSegmentChoices(
  tx: TenantTx,
  chosen: readonly string[] = [],
): Promise<{ id: string; name: string }[]> {
  return tx.customerSegment.findMany({
    where: { OR: [{ archivedAt: null }, { id: { in: [...chosen] } }] },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
    take: MOST_SEGMENTS,
  });
}
