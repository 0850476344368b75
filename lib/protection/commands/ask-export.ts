import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";

/**
 * Ask for an archive of everything the workspace holds; a job packs it.
 *
 * @throws DomainError `conflict` while one is being packed
 */
export async function askExport(tx: TenantTx, session: Session): Promise<{ id: string }> {
  const running = await tx.workspaceExport.count({
    where: { status: { in: ["queued", "running"] } },
  });
  if (running > 0) throw new DomainError("conflict", "An export is being packed. Wait for it.");
  const id = newId();
  const { actor, workspace } = session;
  const createdBy = actor.kind === "member" ? actor.membershipId : null;
  await tx.workspaceExport.create({ data: { id, createdBy }, select: { id: true } });
  await enqueue(tx, "workspace.export", { tenantId: workspace.id, exportId: id });
  await recordEvent(tx, session, {
    action: "workspace.export_asked",
    object: { type: "tenant", id: workspace.id },
    after: { export: id },
  });
  return { id };
}
