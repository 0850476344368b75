import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { ChangeDepartments } from "../schema.ts";
import { lockMember, requireActive } from "./lock-member.ts";
import { requireDepartments } from "./require-departments.ts";

/**
 * Put a member into these departments and out of all others. It binds at the next request and signs nobody out.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` for a deactivated member, `invalid_input` for a department that
 * is none or archived
 */
export async function changeDepartments(
  tx: TenantTx,
  session: Session,
  { departmentIds, ...seen }: ChangeDepartments,
): Promise<void> {
  const member = await lockMember(tx, session, seen);
  requireActive(member);
  await requireDepartments(tx, departmentIds);
  const before = await readDepartments(tx, member.id);
  const added = departmentIds.filter((id) => !before.includes(id));
  const removed = before.filter((id) => !departmentIds.includes(id));
  if (added.length === 0 && removed.length === 0) return;
  await tx.membershipDepartment.deleteMany({
    where: { membershipId: member.id, departmentId: { in: removed } },
  });
  await tx.membershipDepartment.createMany({
    data: added.map((departmentId) => ({ membershipId: member.id, departmentId })),
  });
  await tx.membership.updateMany({
    where: { id: member.id },
    data: { version: { increment: 1 } },
  });
  await recordEvent(tx, session, {
    action: "member.departments_changed",
    object: { type: "membership", id: member.id },
    before: { departmentIds: before },
    after: { departmentIds },
  });
}

/** The active ones: an archived department keeps its members. */
async function readDepartments(tx: TenantTx, membershipId: string): Promise<string[]> {
  const rows = await tx.membershipDepartment.findMany({
    where: { membershipId, department: { archivedAt: null } },
    select: { departmentId: true },
  });
  return rows.map(({ departmentId }) => departmentId);
}
