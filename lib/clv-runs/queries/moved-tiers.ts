import "server-only";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { nameIn } from "../migration-tiers.ts";
import { StoredTotalsSchema } from "../stored-run.ts";

type Moved = { from: number; to: number; beforeId: string; nowId: string };

/** What the two runs of a move call its tiers; null for no score. */
export type MovedTiers = { from: string | null; to: string | null };

/** The names of the tiers that somebody moved between; the usual ones where a run is gone. */
export async function findMovedTiers(tx: TenantTx, moved: Moved): Promise<MovedTiers> {
  const rows = await tx.clvRun.findMany({
    where: { id: { in: [moved.beforeId, moved.nowId] } },
    select: { id: true, totals: true },
  });
  const nameOf = (runId: string, tier: number) => {
    const totals = rows.find(({ id }) => id === runId)?.totals ?? null;
    return nameIn({ totals: StoredTotalsSchema.parse(totals) }, tier);
  };
  return { from: nameOf(moved.beforeId, moved.from), to: nameOf(moved.nowId, moved.to) };
}
