import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Remove the files of the imports that made or changed a customer. The file of an import that has not ended is still
 * needed: `endAt` says when the clean-up takes the last of them.
 */
export async function removeFiles(
  tx: TenantTx,
  session: Session,
  customerId: string,
): Promise<{ removed: number; endAt: string | null }> {
  const files = await tx.$queryRaw<{ id: string; createdAt: Date; isNeeded: boolean }[]>`
    SELECT u.id, u.created_at AS "createdAt", EXISTS (SELECT 1 FROM import w
      WHERE w.tenant_id = ${session.workspace.id}::uuid AND w.upload_id = u.id AND w.finished_at IS NULL) AS "isNeeded"
    FROM upload u WHERE u.tenant_id = ${session.workspace.id}::uuid AND EXISTS (
      SELECT 1 FROM import i WHERE i.tenant_id = ${session.workspace.id}::uuid AND i.upload_id = u.id AND (
        EXISTS (SELECT 1 FROM import_row r WHERE r.tenant_id = ${session.workspace.id}::uuid AND r.import_id = i.id
          AND r.entity = 'customer' AND r.row_id = ${customerId}::uuid)
        OR EXISTS (SELECT 1 FROM customer c WHERE c.tenant_id = ${session.workspace.id}::uuid AND c.id = ${customerId}::uuid
          AND i.id IN (c.created_import_id, c.changed_import_id))))`;
  const ids = files.filter(({ isNeeded }) => !isNeeded).map(({ id }) => id);
  await tx.import.updateMany({ where: { uploadId: { in: ids } }, data: { uploadId: null } });
  const { count } = await tx.upload.deleteMany({ where: { id: { in: ids } } });
  const kept = files.filter(({ isNeeded }) => isNeeded).map(({ createdAt }) => createdAt.getTime());
  const endAt = kept.length > 0 ? new Date(Math.max(...kept) + DAY_MS).toISOString() : null;
  return { removed: count, endAt };
}
