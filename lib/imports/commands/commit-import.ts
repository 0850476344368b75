import "server-only";
import { z } from "zod";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { StartedImport } from "./start-import.ts";

export const CommitImport = z.object({ importId: z.uuid() });
export type CommitImport = z.infer<typeof CommitImport>;

/**
 * Import for real what a dry run has checked, without a second upload. Asked twice, it is the same import.
 *
 * @throws DomainError `not_found`, `conflict` when it is no finished dry run or its file is gone
 */
export async function commitImport(
  tx: TenantTx,
  session: Session,
  input: CommitImport,
): Promise<StartedImport> {
  const dryRun = await tx.import.findFirst({ where: { id: input.importId } });
  if (!dryRun) throw new DomainError("not_found", "This import does not exist.");
  if (!dryRun.isDryRun || dryRun.status !== "succeeded") {
    throw new DomainError("conflict", "Only a finished dry run can be imported.");
  }
  if (!dryRun.uploadId)
    throw new DomainError("conflict", "The file of this dry run is gone. Upload it again.");

  const tenantId = session.workspace.id;
  const requestKey = `commit:${dryRun.id}`;
  const id = newId();
  const made = await tx.$executeRaw`
    INSERT INTO import (tenant_id, id, upload_id, file_name, kind, mapping, content_key, request_key, bytes_total, created_by, origin)
    SELECT tenant_id, ${id}::uuid, upload_id, file_name, kind, mapping, ${`${requestKey}:${dryRun.contentKey}`}, ${requestKey}, bytes_total,
      created_by, origin
    FROM import WHERE tenant_id = ${tenantId}::uuid AND id = ${dryRun.id}::uuid
    ON CONFLICT DO NOTHING`;
  if (made > 0) {
    await enqueue(tx, "import.run", { tenantId, importId: id });
    return { id, status: "queued" };
  }
  const twin = await tx.import.findFirst({ where: { requestKey }, select: { id: true } });
  return { id: twin?.id ?? dryRun.id, status: "queued" };
}
