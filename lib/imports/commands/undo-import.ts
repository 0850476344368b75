import "server-only";
import { z } from "zod";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { importLoss } from "#lib/evidence/index.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { ImportStatus } from "../types.ts";
import { type UndoFacts, whyNotUndoable } from "../undo-window.ts";
import type { StartedImport } from "./start-import.ts";

export const UndoImport = z.object({ importId: z.uuid() });
export type UndoImport = z.infer<typeof UndoImport>;

/**
 * Have an import taken back, as a job: what it made is removed and what it changed gets its former values, save for
 * rows that were changed since.
 *
 * @throws DomainError `not_found`; `conflict` for a dry run, an import that has not ended, that changed nothing, that
 * is or was undone, or that ended more than 24 hours ago
 */
export async function undoImport(
  tx: TenantTx,
  session: Session,
  { importId }: UndoImport,
): Promise<StartedImport> {
  const { now, ...facts } = await lockFacts(tx, session, importId);
  const refusal = whyNotUndoable(facts, now);
  if (refusal) throw new DomainError("conflict", refusal);

  await tx.import.updateMany({
    where: { id: importId },
    data: { status: "undoing", undoFailure: null },
  });
  const { created, updated, customersCreated } = facts;
  const { pieces: evidence } = await importLoss(tx, session, importId);
  await recordEvent(tx, session, {
    action: "import.undo_started",
    object: { type: "import", id: importId },
    after: { created, updated, customersCreated, evidence },
  });
  await enqueue(tx, "import.run", { tenantId: session.workspace.id, importId });
  return { id: importId, status: "undoing" };
}

/** The import, held until this transaction ends, and the time by the database's clock. */
async function lockFacts(
  tx: TenantTx,
  session: Session,
  importId: string,
): Promise<UndoFacts & { now: Date }> {
  const [found] = await tx.$queryRaw<(UndoFacts & { now: Date; status: ImportStatus })[]>`
    SELECT status, is_dry_run AS "isDryRun", finished_at AS "finishedAt", created, updated,
      customers_created AS "customersCreated", now() AS now
    FROM import WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${importId}::uuid FOR UPDATE`;
  if (!found) throw new DomainError("not_found", "This import does not exist.");
  return found;
}
