import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";

/** Take back every open invitation of somebody who may not invite any more: their word lets nobody in. */
export async function revokeInvitationsOf(
  tx: TenantTx,
  session: Session,
  memberId: string,
): Promise<void> {
  const revoked = await tx.$queryRaw<{ id: string }[]>`
    UPDATE invitation SET revoked_at = now()
    WHERE tenant_id = ${session.workspace.id}::uuid AND invited_by = ${memberId}::uuid
      AND accepted_at IS NULL AND revoked_at IS NULL
    RETURNING id`;
  for (const { id } of revoked) {
    await recordEvent(tx, session, {
      action: "member.invitation_revoked",
      object: { type: "invitation", id },
    });
  }
}
