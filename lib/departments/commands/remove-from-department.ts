import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import type { DepartmentMember } from "../schema.ts";
import { lockDepartments, pickDepartment } from "./lock-departments.ts";
import { lockMembership, writeMembership } from "./membership.ts";

/**
 * Take a member out of a department; nothing happens to who is not in it.
 *
 * @throws DomainError `not_found` for the department or the member
 */
export async function removeFromDepartment(
  tx: TenantTx,
  session: Session,
  { departmentId, memberId }: DepartmentMember,
): Promise<void> {
  pickDepartment(await lockDepartments(tx, session), departmentId);
  const before = await lockMembership(tx, session, memberId);
  const after = before.filter((id) => id !== departmentId);
  await writeMembership(tx, session, { memberId, before, after });
}
