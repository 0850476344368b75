import "server-only";
import { z } from "zod";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { findRevision } from "../queries/sent-files.ts";
import type { ImportStatus } from "../types.ts";
import type { StartedImport } from "./start-import.ts";

export const CommitImport = z.object({ importId: z.uuid() });
export type CommitImport = z.infer<typeof CommitImport>;

/**
 * Import for real what a dry run has checked, without a second upload. Asked twice, it is the same import.
 *
 * @throws DomainError `not_found`, `conflict` when it is no finished dry run, a newer one has taken its place, or its
 * file is gone
 */
export async function commitImport(
  tx: TenantTx,
  session: Session,
  input: CommitImport,
): Promise<StartedImport> {
  const dryRun = checked(await tx.import.findFirst({ where: { id: input.importId } }));
  const former = await listCommits(tx, dryRun.id);
  const [last] = former;
  if (last && last.status !== "failed" && last.status !== "undone") return last;
  if ((await findRevision(tx, session, dryRun.id)).newerId)
    throw new DomainError("conflict", "A newer dry run of this file has taken its place.");

  const id = newId();
  const requestKey = `${keyOf(dryRun.id)}${former.length}`;
  const made = await tx.import.createMany({
    data: {
      ...{ id, requestKey, contentKey: requestKey },
      ...{ uploadId: dryRun.uploadId, fileName: dryRun.fileName, bytesTotal: dryRun.bytesTotal },
      kind: dryRun.kind,
      ...(dryRun.mapping === null ? {} : { mapping: dryRun.mapping }),
      createdBy: session.actor.kind === "member" ? session.actor.accountId : null,
      origin: session.actor.kind === "member" ? "browser" : "api",
    },
    skipDuplicates: true,
  });
  if (made.count === 0) return (await listCommits(tx, dryRun.id))[0] ?? { id, status: "queued" };
  await recordEvent(tx, session, {
    action: "import.committed",
    object: { type: "import", id },
    after: { kind: dryRun.kind, dryRunId: dryRun.id },
  });
  await enqueue(tx, "import.run", { tenantId: session.workspace.id, importId: id });
  return { id, status: "queued" };
}

type FoundImport = { isDryRun: boolean; status: string; uploadId: string | null };

function checked<Found extends FoundImport>(found: Found | null): Found {
  if (!found) throw new DomainError("not_found", "This import does not exist.");
  if (!found.isDryRun || found.status !== "succeeded") {
    throw new DomainError("conflict", "Only a finished dry run can be imported.");
  }
  if (found.uploadId) return found;
  throw new DomainError("conflict", "The file of this dry run is gone. Upload it again.");
}

/** What was made of a dry run, the last one first: more than one only after failures and undos. */
async function listCommits(tx: TenantTx, dryRunId: string): Promise<StartedImport[]> {
  const commits = await tx.import.findMany({
    where: { requestKey: { startsWith: keyOf(dryRunId) } },
    select: { id: true, status: true },
    orderBy: { id: "desc" },
  });
  // text + CHECK in the database: these words are all there are
  return commits.map(({ id, status }) => ({ id, status: status as ImportStatus }));
}

function keyOf(dryRunId: string): string {
  return `commit:${dryRunId}:`;
}
