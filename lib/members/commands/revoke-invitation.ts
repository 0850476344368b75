import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { InvitationId } from "../schema.ts";
import { lockInvitation } from "./lock-invitation.ts";

/**
 * Take an open invitation back: its link is no good any more.
 *
 * @throws DomainError `not_found`, or `conflict` when it was accepted or taken back meanwhile
 */
export async function revokeInvitation(
  tx: TenantTx,
  session: Session,
  { invitationId }: InvitationId,
): Promise<void> {
  await lockInvitation(tx, session, invitationId);
  await tx.invitation.updateMany({
    where: { id: invitationId },
    data: { revokedAt: new Date() },
  });
  await recordEvent(tx, session, {
    action: "member.invitation_revoked",
    object: { type: "invitation", id: invitationId },
  });
}
