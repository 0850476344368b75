import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { ListedFile } from "../segment-types.ts";

const MOST_FILES = 5;

/** The files whose entries make a segment that is a list, the latest first; the last five. */
export async function listFiles(
  tx: TenantTx,
  { workspace }: Session,
  segmentId: string,
): Promise<ListedFile[]> {
  const rows = await tx.$queryRaw<(Omit<ListedFile, "finishedAt"> & { finishedAt: Date | null })[]>`
    SELECT i.id AS "importId", i.file_name AS "fileName", l.entries, i.finished_at AS "finishedAt"
    FROM (SELECT changed_import_id AS id, count(*)::int AS entries FROM segment_listing
      WHERE tenant_id = ${workspace.id}::uuid AND segment_id = ${segmentId}::uuid GROUP BY 1) l
    JOIN import i ON i.tenant_id = ${workspace.id}::uuid AND i.id = l.id
    ORDER BY i.id DESC LIMIT ${MOST_FILES}::int`;
  return rows.map((row) => ({ ...row, finishedAt: row.finishedAt?.toISOString() ?? null }));
}
