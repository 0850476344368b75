import "server-only";
import { systemSession } from "#lib/auth/system-session.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import { listDueDeletions } from "#lib/db/operations.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { log } from "#lib/log.ts";
import { deleteWorkspace } from "./commands/delete-workspace.ts";
import { packExport } from "./commands/pack-export.ts";

type ExportPayload = { tenantId: string; exportId: string };

/** Pack an export. May run twice. */
export async function runExport({ tenantId, exportId }: ExportPayload): Promise<void> {
  await packExport(await systemSession(tenantId, "job"), exportId);
}

/** Say on the export that it was given up. */
export async function failExport({ tenantId, exportId }: ExportPayload): Promise<void> {
  const session = await systemSession(tenantId, "job");
  await withTenant(session, "protection:write", async (tx) =>
    tx.workspaceExport.updateMany({
      where: { id: exportId, status: { in: ["queued", "running"] } },
      data: { status: "failed", finishedAt: await databaseNow(tx) },
    }),
  );
}

/** Delete every workspace whose 30 days are over. May run twice, and be broken off. */
export async function runDueDeletions(): Promise<void> {
  for (const tenantId of await listDueDeletions()) {
    const rows = await deleteWorkspace(tenantId);
    log.info({ tenantId, rows }, "workspace deleted");
  }
}

/** Remove exports whose time is over, and what became of those that failed; returns how many. */
export async function removeOldExports(tx: TenantTx, now: Date): Promise<number> {
  const weekAgo = new Date(now.getTime() - 7 * 24 * 60 * 60 * 1000);
  const { count } = await tx.workspaceExport.deleteMany({
    where: { OR: [{ expiresAt: { lt: now } }, { status: "failed", createdAt: { lt: weekAgo } }] },
  });
  return count;
}
