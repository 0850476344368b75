import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { lockDepartments } from "#lib/departments/index.ts";
import type { SeenMember } from "../schema.ts";
import { lockMember, requireActive, requireOtherOwner } from "./lock-member.ts";
import { revokeInvitationsOf } from "./revoke-invitations-of.ts";

/**
 * Shut a member out from the next request on. Departments they headed have no head any more and their
 * open invitations end; what else they made stays.
 *
 * @throws DomainError `not_found`, `stale`, or `conflict` for somebody deactivated already and for the last owner
 */
export async function deactivateMember(
  tx: TenantTx,
  session: Session,
  input: SeenMember,
): Promise<void> {
  // Before the member, as every command that writes who belongs where.
  await lockDepartments(tx, session);
  const member = await lockMember(tx, session, input);
  requireActive(member);
  requireOtherOwner(member);
  await leaveHeadships(tx, session, member.id);
  await revokeInvitationsOf(tx, session, member.id);
  await tx.$executeRaw`
    UPDATE membership SET deactivated_at = now(), access_changed_at = clock_timestamp(), version = version + 1
    WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${member.id}::uuid`;
  await recordEvent(tx, session, {
    action: "member.deactivated",
    object: { type: "membership", id: member.id },
    before: { isActive: true },
    after: { isActive: false },
  });
}

async function leaveHeadships(tx: TenantTx, session: Session, headId: string): Promise<void> {
  const departments = await tx.department.findMany({ where: { headId }, select: { id: true } });
  await tx.department.updateMany({
    where: { headId },
    data: { headId: null, version: { increment: 1 } },
  });
  for (const { id } of departments) {
    await recordEvent(tx, session, {
      action: "department.head_changed",
      object: { type: "department", id },
      before: { headId },
      after: { headId: null },
    });
  }
}
