import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";

/**
 * Write down that an export is taken away now; returns its size.
 *
 * @throws DomainError `not_found` when it is not ready, over, or another workspace's
 */
export async function recordExportTaken(
  tx: TenantTx,
  session: Session,
  exportId: string,
): Promise<{ byteCount: number }> {
  const found = await tx.workspaceExport.findFirst({
    where: { id: exportId, status: "ready", expiresAt: { gt: await databaseNow(tx) } },
    select: { byteCount: true },
  });
  if (!found) throw new DomainError("not_found", "This export is not there any more.");
  await recordEvent(tx, session, {
    action: "workspace.exported",
    object: { type: "tenant", id: session.workspace.id },
    after: { export: exportId },
  });
  return { byteCount: Number(found.byteCount) };
}
