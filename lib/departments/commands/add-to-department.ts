import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { DepartmentMember } from "../schema.ts";
import { lockDepartments, pickDepartment, requireOpen } from "./lock-departments.ts";
import { lockMembership, writeMembership } from "./membership.ts";

/**
 * Put an active member into a department; nothing happens to who is in it already.
 *
 * @throws DomainError `not_found` for the department or the member, `conflict` for an archived department
 */
export async function addToDepartment(
  tx: TenantTx,
  session: Session,
  { departmentId, memberId }: DepartmentMember,
): Promise<void> {
  requireOpen(pickDepartment(await lockDepartments(tx, session), departmentId));
  const before = await lockMembership(tx, session, memberId);
  const after = [...new Set([...before, departmentId])];
  await writeMembership(tx, session, { memberId, before, after });
}
