import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { DeletedInterview } from "../types.ts";

const MOST_DELETED = 100;

type StoredInterview = { id: string; title: string | null; deletedAt: Date; until: Date };

/** Interviews that were deleted within the last day and can be brought back, the last deleted first. */
export async function listDeletedInterviews(
  tx: TenantTx,
  { workspace }: Session,
): Promise<DeletedInterview[]> {
  const rows = await tx.$queryRaw<StoredInterview[]>`
    SELECT id, kept->'interview'->>'title' AS title, deleted_at AS "deletedAt", deleted_at + interval '24 hours' AS until
    FROM deleted_interview WHERE tenant_id = ${workspace.id}::uuid AND deleted_at > now() - interval '24 hours'
    ORDER BY deleted_at DESC, id LIMIT ${MOST_DELETED}`;
  return rows.map(({ deletedAt, until, ...interview }) => ({
    ...{ ...interview, deletedAt: deletedAt.toISOString(), until: until.toISOString() },
  }));
}
