import "server-only";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { lockDepartments, lockMembership, writeMembership } from "#lib/departments/index.ts";
import type { ChangeDepartments } from "../schema.ts";
import { lockMember, requireActive } from "./lock-member.ts";
import { requireDepartments } from "./require-departments.ts";

/**
 * Put a member into these departments and out of all other active ones: an archived department keeps its members. It binds at the next request and signs nobody out.
 *
 * @throws DomainError `not_found`, `stale`, `conflict` for a deactivated member, `invalid_input` for a department that
 * is none or archived
 */
export async function changeDepartments(
  tx: TenantTx,
  session: Session,
  { departmentIds, ...seen }: ChangeDepartments,
): Promise<void> {
  const departments = await lockDepartments(tx, session);
  const member = await lockMember(tx, session, seen);
  requireActive(member);
  await requireDepartments(tx, departmentIds);
  const before = await lockMembership(tx, session, member.id);
  const archived = departments.filter(({ isArchived }) => isArchived).map(({ id }) => id);
  const kept = before.filter((id) => archived.includes(id));
  await writeMembership(tx, session, {
    memberId: member.id,
    before,
    after: [...kept, ...departmentIds],
  });
}
