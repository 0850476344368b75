import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { DeletedKind, DeletedRecord } from "../types.ts";

const MOST_DELETED = 100;

type Stored = { id: string; name: string | null; deletedAt: Date; until: Date };

/** What was deleted within the last day and can be brought back, the last deleted first; `partOf` picks the claims of a persona. */
export async function listDeleted(
  tx: TenantTx,
  { workspace }: Session,
  { kind, partOf = null }: { kind: DeletedKind; partOf?: string | null },
): Promise<DeletedRecord[]> {
  const rows = await tx.$queryRaw<Stored[]>`
    SELECT id, name, deleted_at AS "deletedAt", deleted_at + interval '24 hours' AS until
    FROM deleted_record WHERE tenant_id = ${workspace.id}::uuid AND kind = ${kind} AND deleted_at > now() - interval '24 hours'
      AND part_of IS NOT DISTINCT FROM ${partOf}::uuid
    ORDER BY deleted_at DESC, id LIMIT ${MOST_DELETED}`;
  return rows.map(({ deletedAt, until, ...row }) => ({
    ...{ ...row, deletedAt: deletedAt.toISOString(), until: until.toISOString() },
  }));
}
