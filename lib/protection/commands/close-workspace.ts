import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import { confirmPerson } from "#lib/auth/confirm-person.ts";
import type { Session, SignedIn } from "#lib/auth/types.ts";
import { newId } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import type { CloseWorkspace } from "../schema.ts";
import { GRACE_DAYS } from "../types.ts";

/**
 * Close the workspace now, and let its rows be deleted in 30 days: until then sessions, API keys and jobs are off, and an
 * owner may take it back.
 *
 * @throws DomainError `forbidden` for who is no owner, `invalid_input` for a wrong name or password, `conflict` for who has
 * no password and signed in too long ago, `too_many_requests`
 */
export async function closeWorkspace(
  tx: TenantTx,
  session: Session & { readonly person?: SignedIn },
  { workspaceName, presentPassword }: CloseWorkspace,
): Promise<void> {
  const { workspace, actor } = session;
  if (actor.kind !== "member" || actor.role !== "owner")
    throw new DomainError("forbidden", "Only an owner can end the workspace.");
  if (workspaceName !== workspace.name) {
    const message = `Type the name as it is: ${workspace.name}`;
    throw new DomainError("invalid_input", message, { fields: { workspaceName: [message] } });
  }
  await confirmPerson({ ...actor, sessionId: session.person?.sessionId ?? null }, presentPassword);
  await recordEvent(tx, session, {
    action: "workspace.deletion_asked",
    object: { type: "tenant", id: workspace.id },
    after: { graceDays: GRACE_DAYS },
  });
  await tx.$queryRaw`SELECT close_workspace(${newId()}::uuid, ${actor.accountId}::uuid)::text`;
}
