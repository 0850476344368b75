import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";

/**
 * The departments of an active member, archived ones too, by id; the member is held still until the transaction ends.
 * Call it after `lockDepartments`: all take the two in that order.
 *
 * @throws DomainError `not_found`
 */
export async function lockMembership(
  tx: TenantTx,
  session: Session,
  memberId: string,
): Promise<string[]> {
  const [member] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM membership
    WHERE tenant_id = ${session.workspace.id}::uuid AND id = ${memberId}::uuid AND deactivated_at IS NULL FOR UPDATE`;
  if (!member) throw new DomainError("not_found", "This member does not exist.");
  const rows = await tx.membershipDepartment.findMany({
    where: { membershipId: memberId },
    select: { departmentId: true },
    orderBy: { departmentId: "asc" },
  });
  return rows.map(({ departmentId }) => departmentId);
}

type Change = { memberId: string; before: readonly string[]; after: readonly string[] };

/** Put a member into some departments and out of others, and say so in the log; the one place that does. */
export async function writeMembership(
  tx: TenantTx,
  session: Session,
  { memberId, before, after }: Change,
): Promise<void> {
  const added = after.filter((id) => !before.includes(id));
  const removed = before.filter((id) => !after.includes(id));
  if (added.length === 0 && removed.length === 0) return;
  await tx.membershipDepartment.deleteMany({
    where: { membershipId: memberId, departmentId: { in: removed } },
  });
  await tx.membershipDepartment.createMany({
    data: added.map((departmentId) => ({ membershipId: memberId, departmentId })),
  });
  await tx.membership.updateMany({
    where: { id: memberId },
    data: { version: { increment: 1 } },
  });
  await recordEvent(tx, session, {
    action: "member.departments_changed",
    object: { type: "membership", id: memberId },
    before: { departmentIds: before },
    after: { departmentIds: after },
  });
}
