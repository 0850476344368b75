import "server-only";
import { confirmPerson } from "#lib/auth/confirm-person.ts";
import { systemSession } from "#lib/auth/system-session.ts";
import type { SignedIn } from "#lib/auth/types.ts";
import { withAccounts } from "#lib/db/accounts.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { enqueue, enqueueValueRefresh } from "#lib/jobs/enqueue.ts";
import type { TakeBackWorkspace } from "../schema.ts";

/**
 * Open a workspace again that waits for its end; imports and undos that had not ended go on. Returns its slug.
 *
 * @throws DomainError `not_found` for who is no owner of it, or when it is too late, `invalid_input` for a wrong password,
 * `conflict` for who has none and signed in too long ago, `too_many_requests`
 */
export async function takeBackWorkspace(
  person: SignedIn,
  { tenantId, presentPassword }: TakeBackWorkspace,
): Promise<{ slug: string }> {
  await confirmPerson(person, presentPassword);
  // The function of the database writes workspace.deletion_taken_back.
  const [row] = await withAccounts(
    (tx) => tx.$queryRaw<{ slug: string | null }[]>`
      SELECT take_back_workspace(${person.accountId}::uuid, ${tenantId}::uuid) AS slug`,
  );
  if (!row?.slug) throw new DomainError("not_found", "This workspace cannot be taken back.");
  await askForMissingJobs(tenantId);
  return { slug: row.slug };
}

async function askForMissingJobs(tenantId: string): Promise<void> {
  const session = await systemSession(tenantId, "job");
  await withTenant(session, "import:write", async (tx) => {
    const imports = await tx.import.findMany({
      where: { status: { in: ["queued", "running", "undoing"] } },
      select: { id: true },
    });
    for (const { id } of imports) await enqueue(tx, "import.run", { tenantId, importId: id });
    const exports = await tx.workspaceExport.findMany({
      where: { status: { in: ["queued", "running"] } },
      select: { id: true },
    });
    for (const { id } of exports) await enqueue(tx, "workspace.export", { tenantId, exportId: id });
    await enqueueValueRefresh(tx, tenantId);
  });
}
