import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { invitationEnd } from "../invitation-state.ts";
import type { InvitationId } from "../schema.ts";
import type { InvitationLink } from "../types.ts";
import { lockInvitation } from "./lock-invitation.ts";
import { makeLink, type WriteLetter } from "./make-link.ts";

type Options = { write: WriteLetter; now?: Date };

/**
 * A new link for an open invitation, good for seven days from now; the one before is no good any more.
 *
 * @throws DomainError `not_found`, or `conflict` when it was accepted or taken back meanwhile
 */
export async function renewInvitation(
  tx: TenantTx,
  session: Session,
  { invitationId }: InvitationId,
  { write, now: givenNow }: Options,
): Promise<InvitationLink> {
  const now = givenNow ?? (await databaseNow(tx));
  const invitation = await lockInvitation(tx, session, invitationId);
  const link = makeLink(session, { ...invitation, isRenewed: true }, write);
  await tx.invitation.updateMany({
    where: { id: invitationId },
    data: { sha256: link.sha256, expiresAt: invitationEnd(now) },
  });
  await recordEvent(tx, session, {
    action: "member.invitation_renewed",
    object: { type: "invitation", id: invitationId },
  });
  return link.post(tx);
}
