import "server-only";
import { findMemberNames } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { StoredFloorSchema, StoredTiersSchema } from "../stored-policy.ts";
import type { CurrentPolicy, CutBase } from "../types.ts";
import { usualPolicy } from "../usual-policy.ts";

/** The policy that is in force: the usual one until somebody has saved another. */
export async function getPolicy(tx: TenantTx, session: Session): Promise<CurrentPolicy> {
  const row = await tx.tierPolicy.findFirst({ orderBy: { version: "desc" } });
  return row ? viewOf(tx, row) : usualAt(session);
}

/** The policy of a version; that before the first is the usual one. */
export async function findPolicyOf(
  tx: TenantTx,
  session: Session,
  version: number,
): Promise<CurrentPolicy> {
  const row = await tx.tierPolicy.findFirst({ where: { version } });
  return row ? viewOf(tx, row) : usualAt(session);
}

type Row = NonNullable<Awaited<ReturnType<TenantTx["tierPolicy"]["findFirst"]>>>;

async function viewOf(tx: TenantTx, row: Row): Promise<CurrentPolicy> {
  const names = row.createdBy ? await findMemberNames(tx, [row.createdBy]) : new Map();
  return {
    cutBy: row.cutBy as CutBase,
    tiers: StoredTiersSchema.parse(row.tiers),
    floor: StoredFloorSchema.parse(row.floor),
    version: row.version,
    changedAt: row.createdAt.toISOString(),
    changedBy: (row.createdBy && names.get(row.createdBy)) || null,
  };
}

function usualAt({ workspace }: Session): CurrentPolicy {
  return {
    ...usualPolicy(workspace.currency),
    ...{ version: 0, changedAt: null, changedBy: null },
  };
}
