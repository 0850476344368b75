import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { DeletedNeed } from "../types.ts";

const MOST_DELETED = 100;

type StoredNeed = { id: string; statement: string; deletedAt: Date; until: Date };

/** Needs that were deleted within the last day and can be brought back, the last deleted first. */
export async function listDeletedNeeds(
  tx: TenantTx,
  { workspace }: Session,
): Promise<DeletedNeed[]> {
  const rows = await tx.$queryRaw<StoredNeed[]>`
    SELECT id, kept->'need'->>'statement' AS statement, deleted_at AS "deletedAt", deleted_at + interval '24 hours' AS until
    FROM deleted_need WHERE tenant_id = ${workspace.id}::uuid AND deleted_at > now() - interval '24 hours'
    ORDER BY deleted_at DESC, id LIMIT ${MOST_DELETED}`;
  return rows.map(({ deletedAt, until, ...need }) => ({
    ...{ ...need, deletedAt: deletedAt.toISOString(), until: until.toISOString() },
  }));
}
