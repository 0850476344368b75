import "server-only";
import { findMemberNames } from "#lib/audit/index.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/** A kept state of something, and which membership made it; null where that is not known. */
type Kept = { version: number; changedBy: string | null; changedAt: Date };

/** Kept states with the names of who made them, in the same order. `changedAt`: ISO 8601 in UTC. */
export async function withMakers(tx: TenantTx, rows: readonly Kept[]) {
  const names = await findMemberNames(tx, [
    ...new Set(rows.flatMap(({ changedBy }) => changedBy ?? [])),
  ]);
  return rows.map(({ version, changedBy, changedAt }) => ({
    version,
    changedBy: (changedBy && names.get(changedBy)) || null,
    changedAt: changedAt.toISOString(),
  }));
}
